import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sprintsUntilEmpty } from "../../src/lib/sprints-until-empty.ts";
import { quantile } from "../../src/lib/stats.ts";

/** Every outcome with its probability, by walking the whole tree of draws. */
const enumerate = (left: number, velocities: readonly number[], depth = 0, share = 1): [number, number][] =>
  share < 1e-7
    ? []
    : velocities.flatMap((velocity): [number, number][] => {
        const own = share / velocities.length;
        return velocity >= left
          ? [[depth + left / velocity, own]]
          : enumerate(left - velocity, velocities, depth + 1, own);
      });

const shareUpTo = (limit: number, outcomes: readonly [number, number][]): number =>
  outcomes.reduce((total, [value, share]) => total + (value <= limit + 1e-9 ? share : 0), 0);

describe("sprints until the ready work is used up", () => {
  test("are the same 10,000 draws for the same input, ascending", () => {
    const draws = sprintsUntilEmpty(36, [18, 22, 20, 16, 24]);
    expect(draws).toHaveLength(10_000);
    expect(sprintsUntilEmpty(36, [18, 22, 20, 16, 24])).toEqual(draws);
    expect(draws.toSorted((a, b) => a - b)).toEqual(draws);
  });

  test("are 0 with nothing ready", () => {
    expect(sprintsUntilEmpty(0, [18, 22, 20])).toEqual([0]);
  });

  test("are exactly the depth when every sprint is alike", () => {
    expect(new Set(sprintsUntilEmpty(36, [20, 20, 20]))).toEqual(new Set([1.8]));
    expect(new Set(sprintsUntilEmpty(40, [20, 20, 20]))).toEqual(new Set([2]));
  });

  test("count a drawn 0 as a whole sprint without progress", () => {
    const draws = sprintsUntilEmpty(10, [0, 10]);
    expect(draws.every((sprints) => Number.isInteger(sprints) && sprints >= 1)).toBe(true);
    // One sprint in half of the draws, two in a quarter, and so on.
    expect(draws.filter((sprints) => sprints === 1).length / 10_000).toBeCloseTo(0.5, 1);
    expect(draws.filter((sprints) => sprints === 2).length / 10_000).toBeCloseTo(0.25, 1);
  });

  test("refuse velocities that would never use anything up", () => {
    expect(() => sprintsUntilEmpty(10, [0, 0, 0])).toThrow(RangeError);
  });

  test.each([
    { size: 36, velocities: [18, 22, 20, 16, 24] },
    { size: 30, velocities: [5, 10, 40] },
    { size: 25, velocities: [0, 10, 30] },
    { size: 3, velocities: [8, 8, 13] },
  ])("are spread as an enumeration of all draws says: $size of $velocities", ({ size, velocities }) => {
    const draws = sprintsUntilEmpty(size, velocities);
    const outcomes = enumerate(size, velocities);
    for (const limit of new Set(outcomes.map(([value]) => value))) {
      const drawn = draws.filter((value) => value <= limit + 1e-9).length / draws.length;
      // Five standard errors of 10,000 draws.
      expect(Math.abs(drawn - shareUpTo(limit, outcomes)), `up to ${limit} sprints`).toBeLessThan(0.025);
    }
  });

  test("lie between the quickest and the slowest run of sprints, whatever the velocities", () => {
    const velocity = fc.integer({ min: 1, max: 50 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.array(velocity, { minLength: 1, maxLength: 5 }),
        (size, list) => {
          const draws = sprintsUntilEmpty(size, list);
          expect(draws[0]!).toBeGreaterThanOrEqual(size / Math.max(...list) - 1e-9);
          expect(draws.at(-1)!).toBeLessThanOrEqual(Math.ceil(size / Math.min(...list)) + 1e-9);
          expect(quantile(draws, 0.1)!).toBeLessThanOrEqual(quantile(draws, 0.9)!);
        },
      ),
      { numRuns: 25, seed: 7 },
    );
  });
});
