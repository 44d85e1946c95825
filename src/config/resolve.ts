import { fold } from "../lib/text.ts";
import type { CheckName } from "../model/ready.ts";
import type { TeamInput } from "./schema.ts";
import type {
  CapacityConfig,
  EffortMatch,
  ReadyConfig,
  SourceConfig,
  SprintsConfig,
  TeamConfig,
} from "./team-config.ts";
import { daysOfLength } from "./time-values.ts";

type EffortMatchInput = NonNullable<NonNullable<TeamInput["effort"]>["match"]>;

const listOf = (value: string | readonly string[] | undefined): string[] =>
  value === undefined ? [] : typeof value === "string" ? [value] : [...value];

const resolveSource = (source: TeamInput["source"]): SourceConfig => {
  if ("github" in source) {
    const { repository, project, api } = source.github;
    const [owner, name] = repository.split("/") as [string, string];
    return { kind: "github", owner, repository: name, project: project ?? null, api: api ?? null };
  }
  const {
    format = "auto",
    timezone = null,
    dates = null,
    link = null,
    columns,
    order,
  } = source.exports ?? {};
  const own =
    columns && Object.fromEntries(Object.entries(columns).map(([name, one]) => [name, listOf(one)]));
  return {
    kind: "exports",
    format,
    timezone,
    dates,
    link,
    ...(own && { columns: own }),
    ...(order && { order }),
  };
};

const resolveSprints = (sprints: NonNullable<TeamInput["sprints"]>): SprintsConfig => {
  if (Array.isArray(sprints)) return resolveSprints({ list: sprints });
  const exclude = listOf(sprints.exclude);
  const match = sprints.match ?? null;
  if ("from" in sprints) return { kind: "source", from: sprints.from, match, exclude };
  if ("every" in sprints) {
    const days = daysOfLength(sprints.every)!;
    return { kind: "cadence", days, first: sprints.first, namePattern: sprints.name, match, exclude };
  }
  const left = new Set(exclude.map(fold));
  const list = sprints.list.map(({ name, start, end, exclude: out }) => ({
    name,
    start,
    end,
    exclude: out === true || left.has(fold(name)),
  }));
  return {
    kind: "list",
    list,
    match,
    exclude: list.filter((sprint) => sprint.exclude).map((sprint) => sprint.name),
  };
};

const resolveReady = (ready: NonNullable<TeamInput["ready"]>, written: readonly string[]): ReadyConfig => {
  const criteria = ready.acceptanceCriteria;
  const asked = (key: string): key is CheckName =>
    Object.hasOwn(ready, key) && ready[key as CheckName] !== false;
  return {
    checks: written.filter(asked),
    status: listOf(ready.status),
    labels: listOf(ready.labels),
    acceptanceHeadings: typeof criteria === "object" ? listOf(criteria.heading) : null,
    descriptionMin: ready.description?.min ?? null,
    maxSize: ready.maxSize ?? null,
  };
};

const resolveCapacity = (capacity: NonNullable<TeamInput["capacity"]>): CapacityConfig => ({
  people: "people" in capacity ? capacity.people : null,
  hoursPerDay: "hoursPerDay" in capacity ? capacity.hoursPerDay : null,
  daysOff: [...new Set(capacity.daysOff)],
  perSprint: capacity.perSprint ?? {},
});

const resolveMatch = ({ project, tag, text }: EffortMatchInput): EffortMatch => ({
  project: listOf(project),
  tag: listOf(tag),
  text: listOf(text),
});

/**
 * Fills in every default and spells out every short form. `readyKeys` are the keys of the ready rule as written: zod hands a mapping
 * back in the schema's order, but the rule's order is the team's.
 */
export const resolveTeam = (id: string, input: TeamInput, readyKeys: readonly string[]): TeamConfig => ({
  id,
  name: input.name ?? id,
  timezone: input.timezone,
  source: resolveSource(input.source),
  sprints: input.sprints === undefined ? null : resolveSprints(input.sprints),
  statuses: {
    started: listOf(input.statuses?.started),
    finished: listOf(input.statuses?.finished),
    dropped: listOf(input.statuses?.dropped),
  },
  ignoreTypes: input.ignoreTypes ?? null,
  estimate: {
    field: input.estimate !== undefined && "field" in input.estimate ? (input.estimate.field ?? null) : null,
    labels:
      input.estimate !== undefined && "labels" in input.estimate ? (input.estimate.labels ?? null) : null,
    zero: input.estimate?.zero ?? "unset",
  },
  unit: input.unit,
  ready: input.ready === undefined ? null : resolveReady(input.ready, readyKeys),
  band: input.band,
  velocity: { sprints: input.velocity?.sprints ?? 5 },
  capacity: input.capacity === undefined ? null : resolveCapacity(input.capacity),
  effort: {
    guideline: input.effort?.guideline ?? 10,
    match: input.effort?.match === undefined ? null : resolveMatch(input.effort.match),
  },
  publish: { people: false, links: input.publish?.links ?? true, titles: input.publish?.titles ?? null },
  baseline: input.baseline ?? null,
  annotations: input.annotations,
});
