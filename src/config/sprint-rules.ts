import type { z } from "zod";
import { addDays, fromIso, startOfDay } from "../lib/dates.ts";
import { fold } from "../lib/text.ts";
import type { ConfigPath } from "./errors.ts";
import type { Problem } from "./problem.ts";
import { sprintEntrySchema } from "./schema-sprints.ts";
import { showValue } from "./show.ts";

type Entry = z.infer<typeof sprintEntrySchema>;
type Placed = Entry & { path: ConfigPath; from: number; until: number };

/** Tells the line of a value, so that a message about two places can name both. */
export type LineOf = (path: ConfigPath) => number;

const isDay = (time: string): boolean => time.length === 10;

const startOf = (time: string, zone: string): number =>
  isDay(time) ? startOfDay(time, zone) : fromIso(time);

const endOf = (time: string, zone: string): number =>
  isDay(time) ? startOfDay(addDays(time, 1), zone) : fromIso(time);

const endsBefore = (sprint: Placed): Problem => ({
  kind: "rule",
  path: [...sprint.path, "end"],
  message: `expected an end after the start ${showValue(sprint.start)}, found ${showValue(sprint.end)}`,
});

const sameName = (sprint: Placed, earlier: Placed, lineOf: LineOf): Problem => ({
  kind: "rule",
  path: [...sprint.path, "name"],
  message: `expected a name of its own, found ${showValue(sprint.name)} here and on line ${lineOf([...earlier.path, "name"])}`,
});

const overlap = (later: Placed, earlier: Placed, lineOf: LineOf): Problem => {
  const lines = `lines ${lineOf([...later.path, "start"])} and ${lineOf([...earlier.path, "end"])}`;
  const ofEnd = isDay(earlier.end) ? "the last day" : "the end";
  return {
    kind: "rule",
    path: [...later.path, "start"],
    message: `expected a start after ${showValue(earlier.end)}, ${ofEnd} of ${showValue(earlier.name)}, found ${showValue(later.start)}: the two overlap (${lines})`,
  };
};

/**
 * Names twice, ends before starts and overlaps in a list of sprints, each once: an entry copied whole is a double name and not an
 * overlap too. Entries that are wrong in themselves are left out, as they are told elsewhere.
 */
export const sprintListProblems = (options: {
  list: unknown[];
  path: ConfigPath;
  zone: string;
  lineOf: LineOf;
}): Problem[] => {
  const { list, path, zone, lineOf } = options;
  const placed = list.flatMap((value, index): Placed[] => {
    const entry = sprintEntrySchema.safeParse(value);
    if (!entry.success) return [];
    const { start, end } = entry.data;
    return [
      {
        ...entry.data,
        path: [...path, index],
        from: startOf(start, zone),
        until: endOf(end, zone),
      },
    ];
  });
  const problems: Problem[] = [];
  const byName = new Map<string, Placed>();
  const doubled = new Set<Placed>();
  for (const sprint of placed) {
    const earlier = byName.get(fold(sprint.name));
    if (earlier === undefined) byName.set(fold(sprint.name), sprint);
    else {
      problems.push(sameName(sprint, earlier, lineOf));
      if (earlier.from === sprint.from) doubled.add(sprint);
    }
  }
  const sound = placed.filter((sprint) => sprint.from < sprint.until);
  problems.push(...placed.filter((sprint) => !sound.includes(sprint)).map(endsBefore));

  let last: Placed | null = null;
  for (const sprint of sound.filter((one) => !doubled.has(one)).toSorted((a, b) => a.from - b.from)) {
    const overlaps = last !== null && sprint.from < last.until;
    if (overlaps) problems.push(overlap(sprint, last!, lineOf));
    // A sprint that overlaps once is not compared further: one end too late would be an error at every sprint after it.
    if (last === null || overlaps || sprint.until > last.until) last = sprint;
  }
  return problems;
};
