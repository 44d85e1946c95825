import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countInversions } from "../../src/lib/inversions.ts";

const byBruteForce = (values: readonly number[]): number =>
  values.flatMap((left, index) => values.slice(index + 1).filter((right) => left > right)).length;

describe("the count of inversions", () => {
  test("is 0 in order and every pair reversed", () => {
    expect(countInversions([])).toBe(0);
    expect(countInversions([1, 2, 3, 4])).toBe(0);
    expect(countInversions([4, 3, 2, 1])).toBe(6);
  });

  test("does not count equal values", () => {
    expect(countInversions([2, 2, 1])).toBe(2);
  });

  test("equals the comparison of every pair, and leaves its input alone", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 40 }), (values) => {
        expect(countInversions(Object.freeze(values))).toBe(byBruteForce(values));
      }),
    );
  });

  test("with weights is that of the blocks written out", () => {
    const blocks = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 4 })), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(blocks, (list) => {
        const written = list.flatMap(([value, weight]) => new Array<number>(weight).fill(value));
        const [values, weights] = [list.map(([value]) => value), list.map(([, weight]) => weight)];
        expect(countInversions(Object.freeze(values), Object.freeze(weights))).toBe(byBruteForce(written));
      }),
    );
  });
});
