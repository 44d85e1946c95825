import type { HeadAt, Stretch } from "../../history/order/walk.ts";
import { mean, sum } from "../../lib/stats.ts";
import type { Sprint } from "../../model/sprint.ts";
import type { Sizing } from "./sizing.ts";

/** An observation that shows an order: its index among all of them. */
export type Look = { index: number; at: number };

/** The looks that count for a sprint: those in it, preceded by the last at or before its start. They are in order. */
export const looksOf = (sprint: Sprint, looks: readonly Look[]): readonly Look[] => {
  const upTo = (t: number): number => {
    let low = 0;
    let high = looks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (looks[middle]!.at <= t) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return looks.slice(Math.max(0, upTo(sprint.start) - 1), upTo(sprint.end));
};

/** The window is the head of the order: its shortest prefix that reaches so many sprints of velocity. */
export const windowAt =
  (sizing: Sizing, bandUpper: number): HeadAt =>
  (at) => {
    const velocity = sizing.velocityAt(at).value;
    if (velocity === null) return null;
    const target = bandUpper * velocity;
    // Most items far from ready have no estimate: what they count as is the same throughout a window.
    const imputed = sizing.sizeOf(null, at).size ?? 0;
    const counts = sizing.unit === "items";
    let total = 0;
    return (estimate) => {
      total += estimate === null || counts ? imputed : estimate;
      return total >= target;
    };
  };

export type Churn = {
  value: number | null;
  moves: number;
  netMoves: number;
  thrash: number | null;
  survivors: number;
  observations: number;
  top: number | null;
  topMoves: number | null;
  /** Times and places moved, by id. */
  movers: Map<string, { times: number; distance: number }>;
};

/** Moves within the windows of both looks of each pair ÷ mean survivors in either: `null` without a velocity. */
const topChurn = ({ steps }: Stretch): { top: number | null; topMoves: number | null } => {
  const heads = steps.map(({ head }) => head);
  if (heads.includes(null)) return { top: null, topMoves: null };
  const topMoves = sum(heads.map((head) => head!.moved));
  const average = mean(heads.map((head) => head!.survivors))!;
  return { top: average === 0 ? null : (topMoves / average) * 100, topMoves };
};

/** `C(s)` of the looks of a sprint: metrics.md §2, order-churn. `null` below two looks. */
export const churnOf = (stretch: Stretch): Churn | null => {
  const { steps } = stretch;
  if (steps.length === 0) return null;
  const movers: Churn["movers"] = new Map();
  for (const { moved } of steps) {
    for (const { id, distance } of moved) {
      const known = movers.get(id) ?? { times: 0, distance: 0 };
      movers.set(id, { times: known.times + 1, distance: known.distance + distance });
    }
  }
  const moves = sum(steps.map(({ moved }) => moved.length));
  const survivors = mean(steps.map((step) => step.survivors))!;
  // Net, gross and thrash are counted over ids that are at every look, so that leaving never looks like undoing.
  const { gross, net } = stretch.stable();
  return {
    value: survivors === 0 ? null : (moves / survivors) * 100,
    moves,
    netMoves: net,
    thrash: gross === 0 ? null : 1 - net / gross,
    survivors,
    observations: steps.length + 1,
    ...topChurn(stretch),
    movers,
  };
};
