import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { longestIncreasing } from "../../src/lib/lis.ts";
import { permutations, upTo } from "../support/permutations.ts";

/** All increasing subsequences, the longest first, of equal length the one with the earliest positions first. */
const byBruteForce = (values: readonly number[]): number[] => {
  let best: number[] = [];
  const grow = (kept: number[], from: number): void => {
    // Depth first and left to right: of equal length the first one met has the smallest positions.
    if (kept.length > best.length) best = kept;
    for (let i = from; i < values.length; i += 1) {
      if (kept.length === 0 || values[i]! > values[kept.at(-1)!]!) grow([...kept, i], i + 1);
    }
  };
  grow([], 0);
  return best;
};

describe("the longest increasing subsequence", () => {
  test("is the worked example's", () => {
    expect(longestIncreasing(Object.freeze([4, 3, 1, 2, 5]))).toEqual([2, 3, 4]);
  });

  test("of nothing is nothing", () => {
    expect(longestIncreasing([])).toEqual([]);
  });

  test("of a falling list is its first position", () => {
    expect(longestIncreasing([5, 4, 3, 2, 1])).toEqual([0]);
  });

  test("names the earliest positions where several are longest", () => {
    expect(longestIncreasing([2, 1, 4, 3])).toEqual([0, 2]);
    expect(longestIncreasing([1, 9, 2, 3, 4])).toEqual([0, 2, 3, 4]);
  });

  test("is as long as brute force finds, and the first by position, for every permutation of up to seven", () => {
    for (let size = 0; size <= 7; size += 1) {
      for (const values of permutations(upTo(size))) {
        expect(longestIncreasing(values), String(values)).toEqual(byBruteForce(values));
      }
    }
  });

  test("is the first by position for any distinct numbers, negative and broken ones too", () => {
    const numbers = fc.uniqueArray(fc.double({ noNaN: true, noDefaultInfinity: true }), {
      maxLength: 11,
      comparator: (a, b) => a === b,
    });
    fc.assert(
      fc.property(numbers, (values) => {
        expect(longestIncreasing(Object.freeze(values))).toEqual(byBruteForce(values));
      }),
    );
  });
});
