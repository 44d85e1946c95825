/** Pairs that stand in the opposite order: Kendall's tau distance, by merge sort in O(n log n). */
export const countInversions = (values: readonly number[]): number => {
  let from = [...values];
  let to = new Array<number>(from.length);
  let inversions = 0;
  for (let width = 1; width < from.length; width *= 2) {
    for (let start = 0; start < from.length; start += 2 * width) {
      const middle = Math.min(start + width, from.length);
      const end = Math.min(start + 2 * width, from.length);
      let left = start;
      let right = middle;
      for (let i = start; i < end; i += 1) {
        if (left < middle && (right >= end || from[left]! <= from[right]!)) {
          to[i] = from[left]!;
          left += 1;
        } else {
          to[i] = from[right]!;
          right += 1;
          inversions += middle - left;
        }
      }
    }
    [from, to] = [to, from];
  }
  return inversions;
};
