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
  const start = new Float64Array(count);
  const placeOf = new Int32Array(count);
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
    // Runs of blocks that are neighbours in both, in the new order: of each where it begins, its first rank and what it
    // holds.
    const begins: number[] = [];
    const firsts: number[] = [];
    const sizes: number[] = [];
    const shifts: number[] = [];
    let place = 0;
    let last = -2;
    for (let at = 0; at < after.length; at += 1) {
      const block = after[at]!;
      if (ranked[block] !== stamp) continue;
      const here = rank[block]!;
      const weight = weights[block]!;
      if (here !== last + 1) {
        begins.push(at);
        firsts.push(here);
        sizes.push(0);
        shifts.push(Math.abs(place - start[block]!));
      }
      sizes[sizes.length - 1]! += weight;
      last = here;
      place += weight;
    }
    if (firsts.length < 2) return { survivors, moved: [], inversions: 0 };
    const sorted = Int32Array.from(firsts).sort();
    for (let index = 0; index < sorted.length; index += 1) placeOf[sorted[index]!] = index;
    const values = firsts.map((first) => placeOf[first]!);
    const kept = new Set(heaviestIncreasing(values, sizes));
    const moved: Rearrangement["moved"] = [];
    for (const [run, begin] of begins.entries()) {
      if (kept.has(run)) continue;
      const end = begins[run + 1] ?? after.length;
      for (const block of after.slice(begin, end))
        if (ranked[block] === stamp) moved.push({ block, distance: shifts[run]! });
    }
    return { survivors, moved, inversions: countInversions(values, sizes) };
  };
};
