import type { Plan, PlanItem } from "./plan.ts";

/** A plan as an attribute of the page, a fifth of its length: every quotation mark would take six characters there. */
interface Packed extends Omit<Plan, "items" | "finished" | "ahead"> {
  /** Ids of the items with a place: of the others no id is ever shown. */
  ids: string;
  estimates: string;
  /** For each item a bit for each check, the first check being the lowest. */
  failed: string;
  finished: string[];
  ahead: { from: number; names: (string | null)[]; times: string } | null;
}

const BETWEEN = " ";
const BASE = 36;
const NONE = "-";

const numbers = (list: readonly (number | null)[]): string =>
  list.map((value) => (value === null ? NONE : String(value))).join(BETWEEN);
const split = (text: string): string[] => (text === "" ? [] : text.split(BETWEEN));
const readNumbers = (text: string): (number | null)[] =>
  split(text).map((word) => (word === NONE ? null : Number(word)));

const bits = (failed: readonly string[], checks: readonly string[]): string =>
  checks.reduce((sum, check, index) => sum + (failed.includes(check) ? 2 ** index : 0), 0).toString(BASE);

/** The names after the last one that there is are all null. */
const withoutTail = (names: readonly (string | null)[]): (string | null)[] =>
  names.slice(0, names.findLastIndex((name) => name !== null) + 1);

export const packPlan = ({ items, finished, ahead, ...plan }: Plan): string => {
  const packed: Packed = {
    ...plan,
    ids: items
      .slice(0, plan.ordered ?? 0)
      .map(({ id }) => encodeURIComponent(id.toWellFormed()))
      .join(BETWEEN),
    estimates: numbers(items.map(({ estimate }) => estimate)),
    failed: items.map((item) => bits(item.failed, plan.checks)).join(BETWEEN),
    finished: finished.map(numbers),
    ahead: ahead && {
      from: ahead.from,
      // Only the next three are ever named.
      names: withoutTail(ahead.sprints.slice(0, 3).map(({ name }) => name)),
      times: ahead.sprints
        .flatMap(({ start, end }) => [start.toString(BASE), end.toString(BASE)])
        .join(BETWEEN),
    },
  };
  return JSON.stringify(packed);
};

export const unpackPlan = (text: string): Plan => {
  const { ids, estimates, failed, finished, ahead, ...plan } = JSON.parse(text) as Packed;
  const names = split(ids).map(decodeURIComponent);
  const masks = split(failed).map((word) => Number.parseInt(word, BASE));
  const times = split(ahead?.times ?? "").map((word) => Number.parseInt(word, BASE));
  return {
    ...plan,
    items: readNumbers(estimates).map(
      (estimate, at): PlanItem => ({
        id: names[at] ?? "",
        estimate,
        failed: plan.checks.filter((_, index) => ((masks[at] ?? 0) & (2 ** index)) !== 0),
      }),
    ),
    finished: finished.map(readNumbers),
    ahead: ahead && {
      from: ahead.from,
      sprints: Array.from({ length: times.length / 2 }, (_, index) => ({
        name: ahead.names[index] ?? null,
        start: times[index * 2]!,
        end: times[index * 2 + 1]!,
      })),
    },
  };
};
