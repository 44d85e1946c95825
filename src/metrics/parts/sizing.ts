import { bisectRight } from "d3-array";
import { type Backlog, begunSprints, type ItemHistory } from "../../history/backlog.ts";
import { spanAt } from "../../history/spans.ts";
import { finishedSize, sizeOf, type Unit, type Velocity, velocityOf } from "../../lib/velocity.ts";
import type { Sprint } from "../../model/sprint.ts";
import { sprintIndex } from "./sprint-index.ts";

/** Share of finished items with an estimate from which `unit: auto` counts in points: metrics.md §1. */
const POINTS_SHARE = 0.6;

/** An item that was finished: when, and with the estimate of then. */
type Finish = { item: ItemHistory; at: number; estimate: number | null };

export type Sizing = {
  unit: Unit;
  velocityAt: (t: number) => Velocity;
  /** Finished size of a sprint as of its end (of the running one as of as-of), imputed by the window at t. */
  finishedSize: (sprint: Sprint, t: number) => number | null;
  finishedItems: (sprint: Sprint) => number;
  /** What was finished in a sprint, as of its end. */
  finishesIn: (sprint: Sprint) => readonly Finish[];
  /** The sprints whose mean is the velocity at t, oldest first; of another number of sprints when it is given. */
  windowAt: (t: number, count?: number) => readonly Sprint[];
  /** An observation at or after the sprint's end has shown how it ended. */
  isCovered: (sprint: Sprint) => boolean;
  sizeOf: (estimate: number | null, t: number) => { size: number | null; imputed: boolean };
};

/** What was finished in each sprint as of its end: the latest finish of an item that is finished at that instant. */
const finishesBySprint = (backlog: Backlog): Map<Sprint, Finish[]> => {
  const sprints = begunSprints(backlog);
  const finishes = new Map(sprints.map((sprint): [Sprint, Finish[]] => [sprint, []]));
  const find = sprintIndex(sprints);
  const take = (item: ItemHistory): void => {
    const { spans } = item;
    const seen: number[] = [];
    for (let index = 0; index < spans.length; index += 1) {
      const { closing } = spans[index]!;
      if (closing?.kind !== "finished" || closing.at === null || seen.includes(closing.at)) continue;
      const { at, estimate } = closing;
      seen.push(at);
      const sprint = sprints[find(at)];
      if (!sprint) continue;
      const ended = spanAt(spans, Math.min(sprint.end, backlog.asOf));
      if (ended?.stage === "finished" && ended.closing?.at === at)
        finishes.get(sprint)!.push({ item, at, estimate });
    }
  };
  for (const item of backlog.items.values()) take(item);
  return finishes;
};

/**
 * Velocity, imputation and unit of a backlog: metrics.md §1, "size at t" and "velocity at t".
 * @param options.sprints how many ended sprints the velocity window holds
 */
export const sizingOf = (backlog: Backlog, options: { sprints: number; unit: Unit | "auto" }): Sizing => {
  const finishes = finishesBySprint(backlog);
  const of = (sprint: Sprint): Finish[] => finishes.get(sprint) ?? [];
  const isCovered = (sprint: Sprint): boolean => backlog.covers(sprint.end);
  // A sprint that ended before there was anything to finish says nothing about the team's pace.
  const counts = (sprint: Sprint): boolean =>
    !sprint.exclude && isCovered(sprint) && backlog.begin !== null && sprint.end > backlog.begin;

  const counted = backlog.sprints.filter(counts);
  const ends = counted.map(({ end }) => end);
  /** How many of the sprints that count have ended: between two ends nothing about velocity changes. */
  const endedAt = (t: number): number => bisectRight(ends, t);
  const windowAt = (t: number, count = options.sprints): Sprint[] => {
    const ended = endedAt(t);
    return counted.slice(Math.max(0, ended - count), ended);
  };
  const estimatesOf = (sprint: Sprint): (number | null)[] => of(sprint).map(({ estimate }) => estimate);

  const decideUnit = (): Unit => {
    if (options.unit !== "auto") return options.unit;
    const window = windowAt(backlog.asOf);
    const finished = window.flatMap(estimatesOf);
    const estimated = finished.filter((estimate) => estimate !== null);
    return finished.length > 0 && estimated.length / finished.length >= POINTS_SHARE ? "points" : "items";
  };
  const unit = decideUnit();

  const cache = new Map<number, Velocity>();
  const velocityAt = (t: number): Velocity => {
    const ended = endedAt(t);
    const found = cache.get(ended);
    if (found) return found;
    const velocity = velocityOf(windowAt(t).map(estimatesOf), unit);
    cache.set(ended, velocity);
    return velocity;
  };

  return {
    unit,
    velocityAt,
    isCovered,
    finishedSize: (sprint, t) =>
      finishedSize(estimatesOf(sprint), { unit, imputation: velocityAt(t).median }),
    finishedItems: (sprint) => of(sprint).length,
    finishesIn: of,
    windowAt,
    // Hundreds of thousands of sizes are asked for, and few of them need the window.
    sizeOf: (estimate, t) =>
      sizeOf(estimate, {
        unit,
        imputation: unit === "items" || estimate !== null ? null : velocityAt(t).median,
      }),
  };
};
