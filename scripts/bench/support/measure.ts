/** One line of the benchmarks: a number, and what it should not exceed. */
export type Measure = {
  name: string;
  value: number;
  /** `null` where there is no goal, only something to know. */
  goal: number | null;
  /** What stands behind the number. */
  detail: string;
};

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};
