import type { TeamConfig } from "../../src/config/team-config.ts";
import type { Backlog } from "../../src/history/backlog.ts";
import { emptyHistory, type History, record } from "../../src/history/record.ts";
import type { MetricOptions, MetricResult, Point } from "../../src/metrics/define.ts";
import { measureMetric } from "../../src/metrics/measure.ts";
import { sizingOf } from "../../src/metrics/parts/sizing.ts";
import { metrics } from "../../src/metrics/registry.ts";
import { type Facts, FIELDS, type Field, NO_FACTS } from "../../src/model/facts.ts";
import type { Finding, Observation } from "../../src/model/observation.ts";
import type { Session } from "../../src/model/session.ts";
import { standingBy } from "../../src/model/stage.ts";
import { buildReport } from "../../src/report/build.ts";
import { openTeam } from "../../src/report/measure-team.ts";
import type { Report } from "../../src/report/schema.ts";
import { stageRules } from "../../src/report/settle.ts";

/** Freezes a value with everything in it, so that a function which changes its input fails. */
export const frozen = <T>(value: T): T => {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of value instanceof Map ? value.values() : Object.values(value)) frozen(inner);
  return value;
};

/** Ten two-week sprints and more from Monday, 5 January 2026, in UTC; ready is what has the status Ready. */
export const teamConfig = (overrides: Partial<TeamConfig> = {}): TeamConfig => ({
  id: "checkout",
  name: "Checkout",
  timezone: "UTC",
  source: { kind: "exports", format: "auto", timezone: null, dates: null, link: null },
  sprints: cadence(),
  statuses: { started: [], finished: [], dropped: [] },
  ignoreTypes: null,
  estimate: { field: null, labels: null, zero: "unset" },
  unit: "points",
  ready: readyWhen({ checks: ["status"], status: ["Ready"] }),
  band: [2, 3],
  velocity: { sprints: 5 },
  capacity: null,
  effort: { guideline: 10, match: null },
  publish: { titles: false, people: false, links: true },
  baseline: null,
  annotations: [],
  ...overrides,
});

type Sprints = NonNullable<TeamConfig["sprints"]>;
export const cadence = (
  overrides: Partial<Extract<Sprints, { kind: "cadence" }>> = {},
): Extract<Sprints, { kind: "cadence" }> => ({
  kind: "cadence",
  days: 14,
  first: "2026-01-05",
  namePattern: "Sprint {n}",
  match: null,
  exclude: [],
  ...overrides,
});

/** Sprints one by one, as `name start end`. */
export const sprintList = (...lines: string[]): Extract<Sprints, { kind: "list" }> => ({
  kind: "list",
  list: lines.map((line) => {
    const [name, start, end] = line.split(" ") as [string, string, string];
    return { name, start, end, exclude: false };
  }),
  match: null,
  exclude: [],
});

type Ready = NonNullable<TeamConfig["ready"]>;
export const readyWhen = (rule: Pick<Ready, "checks"> & Partial<Ready>): Ready => ({
  status: [],
  labels: [],
  acceptanceHeadings: null,
  descriptionMin: null,
  maxSize: null,
  ...rule,
});

/** An open story without an estimate, created long before the first sprint. */
export const facts = (overrides: Partial<Facts> = {}): Facts => ({
  ...NO_FACTS,
  type: "Story",
  status: "Backlog",
  category: "todo",
  createdAt: "2025-12-01T09:00:00Z",
  labels: [],
  acceptanceCriteria: false,
  described: false,
  blocked: false,
  ...overrides,
});

/** A ready item of so many points; `null` has no estimate. */
export const ready = (estimate: number | null, overrides: Partial<Facts> = {}): Facts =>
  facts({ status: "Ready", estimate, ...overrides });

/** An unready item of so many points. */
export const unready = (estimate: number | null, overrides: Partial<Facts> = {}): Facts =>
  facts({ estimate, ...overrides });

/** An item finished on a day at noon, or at an instant. */
export const finished = (on: string, estimate: number | null, overrides: Partial<Facts> = {}): Facts =>
  facts({
    status: "Done",
    category: "done",
    resolution: "Done",
    resolvedAt: on.includes("T") ? on : `${on}T12:00:00Z`,
    estimate,
    ...overrides,
  });

/** Five days, each in the middle of one of the first five sprints. */
export const MID_SPRINT = ["2026-01-12", "2026-01-26", "2026-02-09", "2026-02-23", "2026-03-09"] as const;

/** One finished item a sprint, from the first on, of these sizes; 0 leaves a sprint without one. */
export const finishing = (sizes: readonly number[]): Record<string, Facts> =>
  Object.fromEntries(
    sizes.flatMap((size, index) =>
      size === 0 ? [] : [[`DONE-${index + 1}`, finished(MID_SPRINT[index]!, size)]],
    ),
  );

export type SeenInput = {
  items: Readonly<Record<string, Facts>>;
  /** Ids top first; without it every item in the order of `items`, `null` for an observation without an order. */
  order?: readonly string[] | null;
  without?: readonly Field[];
  source?: string;
  findings?: readonly Finding[];
  skipped?: Record<string, number>;
};

/** One export taken at an instant. */
export const seen = (at: string, input: SeenInput): Observation => {
  const { items, without = [], findings = [], skipped = {} } = input;
  const rows = Object.keys(items).length + Object.values(skipped).reduce((a, b) => a + b, 0);
  const source = input.source ?? `exports/${at.replaceAll(":", "")}.csv`;
  return frozen({
    at,
    source,
    sha256: source,
    settings: "same",
    fields: FIELDS.filter((field) => !without.includes(field)),
    assumed: [],
    items: new Map(Object.entries(items)),
    order: input.order === undefined ? Object.keys(items) : input.order,
    rows,
    skipped,
    findings,
  });
};

export type TeamInput = {
  team?: TeamConfig;
  observations: readonly Observation[];
  asOf: string;
  sessions?: readonly Session[] | null;
  findings?: readonly Finding[];
};

/** The observations as `collect` would record them, one after the other. */
const historyOf = ({ team = teamConfig(), observations }: Omit<TeamInput, "asOf">): History => {
  const standing = standingBy(stageRules(team));
  const history = emptyHistory();
  const isOpen = (item: Facts): boolean => standing(item).kind === "open";
  for (const observation of observations) record(history, observation, { isOpen, acceptShrink: false });
  return history;
};

export const backlogOf = (input: TeamInput): Backlog =>
  openTeam({ team: input.team ?? teamConfig(), history: historyOf(input), asOf: Date.parse(input.asOf) });

export const optionsOf = (backlog: Backlog, input: TeamInput): MetricOptions => {
  const team = input.team ?? teamConfig();
  return {
    band: team.band,
    sizing: sizingOf(backlog, { sprints: team.velocity.sprints, unit: team.unit }),
    capacity: team.capacity,
    sessions: input.sessions ?? null,
    guideline: team.effort.guideline,
    baseline: null,
  };
};

export const sizingFor = (input: TeamInput): MetricOptions["sizing"] =>
  optionsOf(backlogOf(input), input).sizing;

/** The result of one registered metric. */
export const measured = (id: string, input: TeamInput): MetricResult => {
  const backlog = backlogOf(input);
  return measureMetric(metrics.find((metric) => metric.id === id)!, backlog, optionsOf(backlog, input));
};

export const reportOf = (input: TeamInput): Report =>
  buildReport({
    team: frozen(input.team ?? teamConfig()),
    history: frozen(historyOf(input)),
    sessions: frozen(input.sessions ?? null),
    findings: input.findings ?? [],
    asOf: Date.parse(input.asOf),
  });

/** The point of a sprint, by its id. */
export const pointOf = (result: MetricResult, sprint: string): Point =>
  result.series.find((point) => point.sprint === sprint)!;
