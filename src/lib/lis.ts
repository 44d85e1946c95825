/**
 * The longest increasing subsequence, as positions; of several the one whose positions come first
 * (lexicographically smallest), so that the same input always names the same items.
 *
 * Patience sorting from the right gives, for each position, the longest run that starts there; a walk from the left
 * then takes the first position that can still complete the longest. O(n log n).
 *
 * @param values distinct numbers
 * @example longestIncreasing([4, 3, 1, 2, 5]) // [2, 3, 4]
 */
export const longestIncreasing = (values: readonly number[]): number[] => {
  // tails[k] holds the largest value that starts a run of length k + 1 to the right of where we stand.
  const tails: number[] = [];
  const lengths = new Array<number>(values.length).fill(0);
  for (let i = values.length - 1; i >= 0; i -= 1) {
    const value = values[i]!;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tails[middle]! > value) low = middle + 1;
      else high = middle;
    }
    tails[low] = value;
    lengths[i] = low + 1;
  }
  const kept: number[] = [];
  let wanted = tails.length;
  let last = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length && wanted > 0; i += 1) {
    if (lengths[i] !== wanted || values[i]! <= last) continue;
    kept.push(i);
    last = values[i]!;
    wanted -= 1;
  }
  return kept;
};
