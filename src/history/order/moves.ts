import { countInversions } from "../../lib/inversions.ts";
import { longestIncreasing } from "../../lib/lis.ts";

/** What lies between two sequences of ids: the survivors, and the fewest drags that explain the new order. */
export type Moves = {
  /** Ids in both, in the new order. */
  survivors: string[];
  /** Ids that were dragged, in the new order; deterministic where several sets are possible. */
  moved: string[];
  /** Of each moved id: how many places among the survivors, without sign. */
  distance: Map<string, number>;
};

/** Position of each surviving id of `b` in `a`, and the ids themselves, in the order of `b`. */
const survivorsOf = (a: readonly string[], b: readonly string[]): { ids: string[]; before: number[] } => {
  const inB = new Set(b);
  const place = new Map<string, number>();
  for (const id of a) if (inB.has(id)) place.set(id, place.size);
  const ids = b.filter((id) => place.has(id));
  return { ids, before: ids.map((id) => place.get(id)!) };
};

/**
 * Moves from order `a` to order `b`: `|survivors| − LIS` (metrics.md §2, order-churn).
 * Arrivals and departures are not moves.
 *
 * @example movesBetween(["A","B","C","D","E"], ["D","C","X","A","B","E"]).moved // ["D", "C"]
 */
export const movesBetween = (a: readonly string[], b: readonly string[]): Moves => {
  const { ids, before } = survivorsOf(a, b);
  const kept = new Set(longestIncreasing(before));
  const moved: string[] = [];
  const distance = new Map<string, number>();
  ids.forEach((id, index) => {
    if (kept.has(index)) return;
    moved.push(id);
    distance.set(id, Math.abs(index - before[index]!));
  });
  return { survivors: ids, moved, distance };
};

/** Kendall's normalised discordance of the survivors: 0 same order, 1 reversed; `null` below two survivors. */
export const discordance = (a: readonly string[], b: readonly string[]): number | null => {
  const { before } = survivorsOf(a, b);
  const pairs = (before.length * (before.length - 1)) / 2;
  return pairs === 0 ? null : countInversions(before) / pairs;
};
