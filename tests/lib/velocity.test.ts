import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { finishedSize, sizeOf, velocityOf } from "../../src/lib/velocity.ts";

const POINTS = { unit: "points", imputation: 5 } as const;
const ITEMS = { unit: "items", imputation: null } as const;

describe("the size of an item", () => {
  test("is its estimate, or else the imputation, and says which", () => {
    expect(sizeOf(8, POINTS)).toEqual({ size: 8, imputed: false });
    expect(sizeOf(null, POINTS)).toEqual({ size: 5, imputed: true });
    expect(sizeOf(0, POINTS)).toEqual({ size: 0, imputed: false });
  });

  test("is unknown in points when nothing can be imputed", () => {
    expect(sizeOf(null, { unit: "points", imputation: null })).toEqual({ size: null, imputed: true });
  });

  test("is one in items, whatever the estimate", () => {
    expect(sizeOf(8, ITEMS)).toEqual({ size: 1, imputed: false });
    expect(sizeOf(null, ITEMS)).toEqual({ size: 1, imputed: false });
  });
});

test("what a sprint finished counts estimates, imputed ones, or items", () => {
  expect(finishedSize([5, null, 2], POINTS)).toBe(12);
  expect(finishedSize([5, null], { unit: "points", imputation: null })).toBeNull();
  expect(finishedSize([5, null, 2], ITEMS)).toBe(3);
  expect(finishedSize([], POINTS)).toBe(0);
});

describe("the velocity of a window", () => {
  test("is the mean, with the median estimate for items without one", () => {
    expect(velocityOf([[8, 10], [22], [13, null]], "points")).toEqual({
      value: 64.5 / 3,
      sprints: [18, 22, 24.5],
      median: 11.5,
      reason: null,
    });
  });

  test("counts items where sizes are items", () => {
    expect(velocityOf([[8, null], [null], []], "items")).toMatchObject({ value: 1, sprints: [2, 1, 0] });
  });

  test("is unknown below three sprints, without a single estimate, and where nothing was finished", () => {
    expect(velocityOf([[8], [8]], "points")).toMatchObject({
      value: null,
      reason: "2 of 3 finished sprints",
    });
    expect(velocityOf([[null], [null], [null]], "points")).toMatchObject({
      value: null,
      reason: "no finished item has an estimate",
    });
    expect(velocityOf([[], [], []], "items")).toMatchObject({
      value: null,
      reason: "nothing was finished in the last 3 sprints",
    });
  });

  test("lies between the slowest and the quickest sprint", () => {
    const sprint = fc.array(fc.constantFrom(1, 2.5, 8, null), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(sprint, { minLength: 3, maxLength: 8 }), (window) => {
        const { value, sprints } = velocityOf(window, "points");
        if (value === null) return;
        const sizes = sprints as number[];
        expect(value).toBeGreaterThanOrEqual(Math.min(...sizes) - 1e-9);
        expect(value).toBeLessThanOrEqual(Math.max(...sizes) + 1e-9);
      }),
      { seed: 7 },
    );
  });
});
