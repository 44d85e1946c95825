import { addDays, daysBetween } from "../lib/dates.ts";
import { median } from "../lib/stats.ts";
import { compareCodePoints } from "../lib/text.ts";
import type { TrackerSprint } from "./names.ts";
import type { SprintPlan } from "./sprint.ts";

type Entry = Extract<SprintPlan, { kind: "list" }>["list"][number] & { refs: readonly string[] };

/** The length of a single sprint, of which nothing else tells how long it is. */
const USUAL_DAYS = 14;

type Ended = TrackerSprint & { end: string };

const byEnd = (a: Ended, b: Ended): number =>
  compareCodePoints(a.end, b.end) || compareCodePoints(a.id, b.id);

/**
 * Milestones as sprints (metrics.md §1, "source of sprints"): each ends on its due date and begins on the day after
 * the previous one's; the first has the median length. Two that are due on one day are one sprint.
 */
const fromMilestones = (milestones: readonly Ended[]): Entry[] => {
  const ends = [...Map.groupBy(milestones.toSorted(byEnd), ({ end }) => end)];
  const lengths = ends.slice(1).map(([end], index) => daysBetween(ends[index]![0], end));
  const first = Math.max(1, Math.round(median(lengths) ?? USUAL_DAYS));
  return ends.map(([end, own], index) => ({
    name: own[0]!.title,
    start: index === 0 ? addDays(end, 1 - first) : addDays(ends[index - 1]![0], 1),
    end,
    exclude: false,
    refs: own.map(({ id }) => id),
  }));
};

/** Iterations as sprints: where an edited one would overlap the next, it ends on the day before it. */
const fromIterations = (iterations: readonly (Ended & { start: string })[]): Entry[] => {
  const sorted = iterations.toSorted((a, b) => compareCodePoints(a.start, b.start) || byEnd(a, b));
  return sorted.flatMap((iteration, index) => {
    const next = sorted[index + 1];
    const end = next && next.start <= iteration.end ? addDays(next.start, -1) : iteration.end;
    const { id, title, start } = iteration;
    return start <= end ? [{ name: title, start, end, exclude: false, refs: [id] }] : [];
  });
};

/** The tracker's own sprints as a plan; what has no date is no sprint. */
export const planOfTracker = (
  sprints: Iterable<TrackerSprint>,
  options: { from: "milestones" | "iterations"; exclude: readonly string[] },
): SprintPlan => {
  const ended = [...sprints].filter((sprint): sprint is Ended => sprint.end !== null);
  const list =
    options.from === "milestones"
      ? fromMilestones(ended.filter(({ start }) => start === null))
      : fromIterations(ended.filter((sprint): sprint is Ended & { start: string } => sprint.start !== null));
  return { kind: "list", list, exclude: options.exclude };
};
