/**
 * Pairs that stand in the opposite order: Kendall's tau distance, by merge sort in O(n log n).
 * @param weights how many values, in their right order, each stands for; one without it
 */
export const countInversions = (values: readonly number[], weights?: readonly number[]): number => {
  let from = values.map((_, index) => index);
  let to = new Array<number>(from.length);
  const weight = (index: number): number => weights?.[index] ?? 1;
  let inversions = 0;
  for (let width = 1; width < from.length; width *= 2) {
    for (let start = 0; start < from.length; start += 2 * width) {
      const middle = Math.min(start + width, from.length);
      const end = Math.min(start + 2 * width, from.length);
      let left = start;
      let right = middle;
      let waiting = 0;
      for (let i = left; i < middle; i += 1) waiting += weight(from[i]!);
      for (let i = start; i < end; i += 1) {
        if (left < middle && (right >= end || values[from[left]!]! <= values[from[right]!]!)) {
          to[i] = from[left]!;
          waiting -= weight(from[left]!);
          left += 1;
        } else {
          to[i] = from[right]!;
          inversions += waiting * weight(from[right]!);
          right += 1;
        }
      }
    }
    [from, to] = [to, from];
  }
  return inversions;
};
