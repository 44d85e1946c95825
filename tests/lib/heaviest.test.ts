import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { heaviestIncreasing } from "../../src/lib/heaviest.ts";
import { longestIncreasing } from "../../src/lib/lis.ts";
import { permutations, upTo } from "../support/permutations.ts";

const ones = (count: number): number[] => new Array<number>(count).fill(1);

describe("the heaviest increasing subsequence", () => {
  test("prefers one heavy value to two light ones, and two to one when they weigh more", () => {
    expect(heaviestIncreasing([2, 0, 1], [5, 1, 1])).toEqual([0]);
    expect(heaviestIncreasing([2, 0, 1], [5, 3, 3])).toEqual([1, 2]);
  });

  test("names the earliest positions where several are heaviest", () => {
    expect(heaviestIncreasing([2, 0, 1], [2, 1, 1])).toEqual([0]);
    expect(heaviestIncreasing([1, 0, 3, 2], [1, 1, 1, 1])).toEqual([0, 2]);
  });

  test("of nothing is nothing", () => {
    expect(heaviestIncreasing([], [])).toEqual([]);
  });

  test("is the longest where all weigh the same, for every permutation of up to seven", () => {
    for (let size = 0; size <= 7; size += 1)
      for (const values of permutations(upTo(size)))
        expect(heaviestIncreasing(values, ones(size)), String(values)).toEqual(longestIncreasing(values));
  });

  test("is the longest of the blocks written out, block by block", () => {
    const blocks = fc.integer({ min: 1, max: 8 }).chain((count) =>
      fc.record({
        values: fc.shuffledSubarray([...new Array<number>(count).keys()], { minLength: count }),
        weights: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: count, maxLength: count }),
      }),
    );
    fc.assert(
      fc.property(blocks, ({ values, weights }) => {
        // Block i holds the numbers from ten times its value on, so that blocks never mix.
        const written = values.flatMap((value, index) =>
          Array.from({ length: weights[index]! }, (_, at) => value * 10 + at),
        );
        const kept = new Set(heaviestIncreasing(Object.freeze(values), Object.freeze(weights)));
        const wanted = longestIncreasing(written).map((at) => written[at]!);
        expect(written.filter((number) => kept.has(values.indexOf(Math.floor(number / 10))))).toEqual(wanted);
      }),
    );
  });
});
