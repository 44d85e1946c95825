/**
 * The increasing subsequence of the greatest total weight, as positions; of several the one whose positions come
 * first (lexicographically smallest). With all weights 1 it is `longestIncreasing`, and where each value stands for
 * a block of neighbours that stayed together, it is that of the blocks written out.
 *
 * A Fenwick tree of maxima, filled from the right, gives for each position the heaviest run that starts there; a walk
 * from the left then takes the first position that can still complete it. O(n log n).
 *
 * @param values a permutation of 0 … n − 1
 * @param weights whole numbers above 0
 * @example heaviestIncreasing([2, 0, 1], [5, 1, 1]) // [0]
 */
export const heaviestIncreasing = (values: readonly number[], weights: readonly number[]): number[] => {
  const count = values.length;
  const tree = new Array<number>(count + 1).fill(0);
  const heaviest = new Array<number>(count).fill(0);
  let total = 0;
  for (let i = count - 1; i >= 0; i -= 1) {
    // The place of a value counts from the greatest, so that a prefix of the tree holds all that are greater.
    const place = count - values[i]!;
    let best = 0;
    for (let at = place - 1; at > 0; at -= at & -at) if (tree[at]! > best) best = tree[at]!;
    best += weights[i]!;
    heaviest[i] = best;
    if (best > total) total = best;
    for (let at = place; at <= count; at += at & -at) if (tree[at]! < best) tree[at] = best;
  }
  const kept: number[] = [];
  let last = -1;
  for (let i = 0; i < count && total > 0; i += 1) {
    if (heaviest[i] !== total || values[i]! <= last) continue;
    kept.push(i);
    last = values[i]!;
    total -= weights[i]!;
  }
  return kept;
};
