import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mean, median, quantile, quantiles, sum } from "../../src/lib/stats.ts";

const VALUES = Object.freeze([40, 10, 20, 30]);

describe("quantiles of type 7", () => {
  // Rank (n − 1) × p from 0, between the two nearest: 3 × 0.25 = 0.75 → 10 + 0.75 × 10.
  test.each([
    [0, 10],
    [0.1, 13],
    [0.25, 17.5],
    [0.5, 25],
    [0.85, 35.5],
    [0.9, 37],
    [1, 40],
  ])("the %f quantile of 10, 20, 30, 40 is %f", (p, expected) => {
    expect(quantile(VALUES, p)).toBeCloseTo(expected, 12);
  });

  test("of one value is that value, of none unknown", () => {
    expect(quantile([7], 0.85)).toBe(7);
    expect(quantile([], 0.5)).toBeNull();
  });

  test("of several shares are those of each", () => {
    expect(quantiles(VALUES, [0.85, 0])).toEqual([quantile(VALUES, 0.85), 10]);
    expect(quantiles([], [0.5, 0.85])).toEqual([null, null]);
  });

  test("lie within the values and rise with p", () => {
    const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 30 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(numbers, share, share, (values, p, q) => {
        const [low, high] = [quantile(values, Math.min(p, q))!, quantile(values, Math.max(p, q))!];
        expect(low).toBeLessThanOrEqual(high + 1e-9);
        expect(low).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(high).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
      }),
    );
  });
});

describe("median, mean and sum", () => {
  test("the median of an even count is the mean of the middle two", () => {
    expect(median([8, 1, 5, 2])).toBe(3.5);
    expect(median([8, 1, 5])).toBe(5);
  });

  test("the mean of the worked example's velocities is 20", () => {
    expect(mean([18, 22, 20, 16, 24])).toBe(20);
  });

  test("of no values median and mean are unknown, and the sum is 0", () => {
    expect([median([]), mean([]), sum([])]).toEqual([null, null, 0]);
    expect(sum([1, 2.5])).toBe(3.5);
  });
});
