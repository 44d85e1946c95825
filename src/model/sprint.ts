import { bisector } from "d3-array";
import { addDays, dayOf, fromIso, startOfDay } from "../lib/dates.ts";
import { fold, slug } from "../lib/text.ts";

/** A time-box `[start, end)`. */
export type Sprint = {
  id: string;
  name: string;
  start: number;
  end: number;
  /** Left out of velocity. */
  exclude: boolean;
  /** Ids of the tracker's own sprints that it is; none where it is configured by hand. */
  refs: readonly string[];
  /** The number that `match` compares: the cadence's, or the last one in its name. */
  number: number | null;
};

/** How a team's sprints are known, with nothing of the configuration's spelling left. */
export type SprintPlan =
  | { kind: "cadence"; days: number; first: string; namePattern: string; exclude: readonly string[] }
  | {
      kind: "list";
      list: readonly {
        name: string;
        start: string;
        end: string;
        exclude: boolean;
        refs?: readonly string[];
      }[];
      exclude: readonly string[];
    };

/** Sprints of a cadence beyond as-of: more than any backlog is deep, so that "runs dry on" stays on the calendar. */
const AHEAD = 60;

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

const startOf = (text: string, zone: string): number =>
  isDay(text) ? startOfDay(text, zone) : fromIso(text);
/** A day given as an end is the last day, so the sprint ends when the next one begins. */
const endOf = (text: string, zone: string): number =>
  isDay(text) ? startOfDay(addDays(text, 1), zone) : fromIso(text);

const cadence = (
  plan: Extract<SprintPlan, { kind: "cadence" }>,
  options: { zone: string; asOf: number },
): Omit<Sprint, "id" | "exclude">[] => {
  const sprints: Omit<Sprint, "id" | "exclude">[] = [];
  let ahead = 0;
  for (let day = plan.first, number = 1; ahead < AHEAD; number += 1) {
    const next = addDays(day, plan.days);
    const [start, end] = [startOfDay(day, options.zone), startOfDay(next, options.zone)];
    sprints.push({ name: plan.namePattern.replace("{n}", String(number)), start, end, number, refs: [] });
    if (start > options.asOf) ahead += 1;
    day = next;
  }
  return sprints;
};

const lastNumber = (name: string): number | null => {
  const digits = name.match(/\d+/g)?.at(-1);
  return digits === undefined ? null : Number(digits);
};

/** A team's sprints in the order of their starts, each with an id of its own. */
export const planSprints = (plan: SprintPlan, options: { zone: string; asOf: number }): Sprint[] => {
  const excluded = new Set(plan.exclude.map(fold));
  const bare =
    plan.kind === "cadence"
      ? cadence(plan, options)
      : plan.list.map(({ name, start, end, exclude, refs = [] }) => {
          if (exclude) excluded.add(fold(name));
          return {
            name,
            start: startOf(start, options.zone),
            end: endOf(end, options.zone),
            number: lastNumber(name),
            refs,
          };
        });
  const ids = new Set<string>();
  return bare
    .sort((a, b) => a.start - b.start)
    .map((sprint) => {
      const base = slug(sprint.name) || "sprint";
      let id = base;
      for (let times = 2; ids.has(id); times += 1) id = `${base}-${times}`;
      ids.add(id);
      return { ...sprint, id, exclude: excluded.has(fold(sprint.name)) };
    });
};

const byStart = bisector(({ start }: Sprint) => start);

/** The sprint that runs at an instant, as its index; −1 between sprints, which are in order and do not overlap. */
export const runningAt = (sprints: readonly Sprint[], t: number): number => {
  const index = byStart.right(sprints, t) - 1;
  return index >= 0 && t < sprints[index]!.end ? index : -1;
};

/**
 * Calendar days of a sprint in a zone, first to last. A day on which one sprint ends and the next begins is the
 * next one's: every day is in one sprint only.
 */
export const sprintDays = (
  sprint: Sprint,
  options: { zone: string; sprints: readonly Sprint[] },
): string[] => {
  const { zone, sprints } = options;
  const days: string[] = [];
  const last = dayOf(sprint.end - 1, zone);
  const next = sprints.find((one) => one.start >= sprint.end);
  const end = next && dayOf(next.start, zone) === last ? addDays(last, -1) : last;
  for (let day = dayOf(sprint.start, zone); day <= end; day = addDays(day, 1)) days.push(day);
  return days;
};

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * How an item's sprint finds ours: by the tracker's id where our sprints come from there. Of an export by its name, or by the number that a pattern such as
 * `Board Sprint {n}` picks out. `null` is no assignment.
 */
export const sprintFinder = (
  sprints: readonly Sprint[],
  match: string | null,
): ((name: string | null) => number | null) => {
  const byName = new Map(sprints.map((sprint, index) => [fold(sprint.name), index]));
  const byRef = new Map(sprints.flatMap(({ refs }, index) => refs.map((ref) => [ref, index] as const)));
  const byNumber = new Map(sprints.map((sprint, index) => [sprint.number, index]));
  const pattern =
    match === null ? null : new RegExp(`^${escapeRegExp(fold(match)).replace("\\{n\\}", "0*(\\d+)")}$`);
  const cache = new Map<string, number | null>();
  return (name) => {
    if (name === null) return null;
    const found = cache.get(name);
    if (found !== undefined) return found;
    if (byRef.size > 0) return byRef.get(name) ?? null;
    const number = pattern?.exec(fold(name))?.[1];
    // A pattern says what an export calls the sprints: another board's "Sprint 3" must not pass for ours.
    const index = (pattern ? byNumber.get(Number(number ?? Number.NaN)) : byName.get(fold(name))) ?? null;
    cache.set(name, index);
    return index;
  };
};
