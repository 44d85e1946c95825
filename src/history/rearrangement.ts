import { heaviestIncreasing } from "../lib/heaviest.ts";
import { countInversions } from "../lib/inversions.ts";

/** What lies between two sequences of blocks; a block is a number of ids that stayed together. */
export type Rearrangement = {
  /** Ids in both. */
  survivors: number;
  /** Blocks that were dragged, in the new order, and how many places among the survivors, without sign. */
  moved: { block: number; distance: number }[];
  /** Pairs of survivors that stand in the opposite order. */
  inversions: number;
};

/**
 * Compares sequences of blocks as `movesBetween` compares sequences of ids, in the time of the blocks: neighbours in
 * both sequences move together, whatever the fewest drags are.
 * @param weights how many ids a block holds, all above 0 of those that are compared
 */
export const blockComparer = (weights: readonly number[]) => {
  const count = weights.length;
  // Scratch, stamped instead of cleared: a look compares the same few hundred blocks again and again.
  const inAfter = new Int32Array(count);
  const rank = new Int32Array(count);
  const ranked = new Int32Array(count);
  const runOf = new Int32Array(count);
  const start = new Float64Array(count);
  let stamp = 0;

  return (before: readonly number[], after: readonly number[]): Rearrangement => {
    stamp += 1;
    for (const block of after) inAfter[block] = stamp;
    let ranks = 0;
    let survivors = 0;
    for (const block of before) {
      if (inAfter[block] !== stamp) continue;
      ranked[block] = stamp;
      rank[block] = ranks;
      start[block] = survivors;
      ranks += 1;
      survivors += weights[block]!;
    }
    // Runs of blocks that are neighbours in both, in the new order: of each its first rank and what it holds.
    const firsts: number[] = [];
    const sizes: number[] = [];
    const shifts: number[] = [];
    let place = 0;
    let last = -2;
    for (const block of after) {
      if (ranked[block] !== stamp) continue;
      const here = rank[block]!;
      if (here !== last + 1) {
        firsts.push(here);
        sizes.push(0);
        shifts.push(Math.abs(place - start[block]!));
      }
      runOf[block] = firsts.length - 1;
      sizes[firsts.length - 1]! += weights[block]!;
      last = here;
      place += weights[block]!;
    }
    if (firsts.length < 2) return { survivors, moved: [], inversions: 0 };
    const values = new Array<number>(firsts.length);
    const byRank = [...firsts.keys()].sort((a, b) => firsts[a]! - firsts[b]!);
    for (const [index, run] of byRank.entries()) values[run] = index;
    const kept = new Set(heaviestIncreasing(values, sizes));
    const moved: Rearrangement["moved"] = [];
    for (const block of after)
      if (ranked[block] === stamp && !kept.has(runOf[block]!))
        moved.push({ block, distance: shifts[runOf[block]!]! });
    return { survivors, moved, inversions: countInversions(values, sizes) };
  };
};
