/** Thin names over d3-array (well kept, its quantile is type 7), so that every percentile in the product is one function. */
import { mean as d3mean, quantileSorted } from "d3-array";

/** Type 7 (Hyndman and Fan) for each share: linear interpolation between closest ranks. `null` for no values. */
export const quantiles = (values: readonly number[], shares: readonly number[]): (number | null)[] => {
  // Numbers alone are sorted several times as fast as by a comparison.
  // They are read by their index alone, which d3-array's types do not say.
  const sorted = new Float64Array(values).sort() as unknown as number[];
  return shares.map((share) => quantileSorted(sorted, share) ?? null);
};

/** Type 7 (Hyndman and Fan): linear interpolation between closest ranks. `null` for no values. */
export const quantile = (values: readonly number[], share: number): number | null =>
  quantiles(values, [share])[0]!;

/** Of an even count the mean of the middle two. `null` for no values. */
export const median = (values: readonly number[]): number | null => quantile(values, 0.5);

export const mean = (values: readonly number[]): number | null => d3mean(values) ?? null;

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
