import type { Backlog, ItemAt } from "../../history/backlog.ts";
import { movesBetween } from "../../history/moves.ts";
import type { Seen } from "../../history/observations.ts";
import { mean, sum } from "../../lib/stats.ts";
import type { Sprint } from "../../model/sprint.ts";
import type { Sizing } from "./sizing.ts";
import { sizeItems, windowOf } from "./walk.ts";

/** The order of the Product Backlog as one observation shows it. */
export type Ordered = { at: number; ids: string[]; window: ReadonlySet<string> | null };

export type OrderedOptions = { backlog: Backlog; sizing: Sizing; bandUpper: number };

/** The ids with a place at an observation, and those of them in its window (`null` when velocity is unknown). */
export const orderedAt = (seen: Seen, { backlog, sizing, bandUpper }: OrderedOptions): Ordered => {
  const t = seen.at;
  const inBacklog = new Map<string, ItemAt>(backlog.productBacklog(t).map((item) => [item.id, item]));
  const items = (seen.order ?? []).flatMap((id) => inBacklog.get(id) ?? []);
  const velocity = sizing.velocityAt(t).value;
  const sized = velocity === null ? null : sizeItems({ backlog, sizing, items, t });
  const window = sized === null ? null : new Set(windowOf(sized, bandUpper * velocity!).map(({ id }) => id));
  return { at: t, ids: items.map(({ id }) => id), window };
};

/** The observations that count for a sprint: those in it, preceded by the last at or before its start. */
export const ordersOf = (sprint: Sprint, orders: readonly Ordered[]): Ordered[] => {
  const inside = orders.filter(({ at }) => sprint.start < at && at <= sprint.end);
  const before = orders.findLast(({ at }) => at <= sprint.start);
  return before ? [before, ...inside] : inside;
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

/** Moves within the windows of both observations of each pair ÷ mean survivors in either: `null` without a velocity. */
const topChurn = (
  pairs: readonly (readonly [Ordered, Ordered])[],
): { top: number | null; topMoves: number | null } => {
  if (pairs.some(([a, b]) => a.window === null || b.window === null)) return { top: null, topMoves: null };
  let topMoves = 0;
  const survivors = pairs.map(([a, b]) => {
    const { survivors: ids, moved } = movesBetween(a.ids, b.ids);
    const inWindow = (id: string): boolean => a.window!.has(id) || b.window!.has(id);
    topMoves += moved.filter(inWindow).length;
    return ids.filter(inWindow).length;
  });
  const average = mean(survivors)!;
  return { top: average === 0 ? null : (topMoves / average) * 100, topMoves };
};

/** `C(s)` of the observations of a sprint: metrics.md §2, order-churn. `null` below two observations. */
export const churnOf = (orders: readonly Ordered[]): Churn | null => {
  const pairs = orders.slice(1).map((b, index) => [orders[index]!, b] as const);
  if (pairs.length === 0) return null;
  const movers: Churn["movers"] = new Map();
  const steps = pairs.map(([a, b]) => movesBetween(a.ids, b.ids));
  for (const { moved, distance } of steps) {
    for (const id of moved) {
      const known = movers.get(id) ?? { times: 0, distance: 0 };
      movers.set(id, { times: known.times + 1, distance: known.distance + distance.get(id)! });
    }
  }
  const moves = sum(steps.map(({ moved }) => moved.length));
  const survivors = mean(steps.map((step) => step.survivors.length))!;

  // Net, gross and thrash are counted over ids that are in every observation, so that leaving never looks like undoing.
  const everywhere = orders.map(({ ids }) => new Set(ids)).reduce((kept, here) => kept.intersection(here));
  const stable = orders.map(({ ids }) => ids.filter((id) => everywhere.has(id)));
  const gross = sum(stable.slice(1).map((ids, index) => movesBetween(stable[index]!, ids).moved.length));
  const net = movesBetween(stable[0]!, stable.at(-1)!).moved.length;
  return {
    value: survivors === 0 ? null : (moves / survivors) * 100,
    moves,
    netMoves: net,
    thrash: gross === 0 ? null : 1 - net / gross,
    survivors,
    observations: orders.length,
    ...topChurn(pairs),
    movers,
  };
};
