import { describe, expect, test } from "vitest";
import { type Ahead, dayAfter } from "../../src/lib/runs-dry.ts";

const at = (text: string): number => Date.parse(text);
/** A sprint of a week runs until 12 January; two more are known. */
const ahead: Ahead = Object.freeze({
  asOf: at("2026-01-07T10:00:00Z"),
  from: at("2026-01-12T00:00:00Z"),
  sprintAt: (index: number, after: number) =>
    index < 2 ? { start: after, end: at(`2026-01-${19 + 7 * index}T00:00:00Z`) } : null,
  dayOf: (instant: number) => new Date(instant).toISOString().slice(0, 10),
});

describe("the day on which so many sprints end", () => {
  test("is the day on which the fraction falls", () => {
    expect(dayAfter(0.5, ahead)).toBe("2026-01-15");
    expect(dayAfter(1.25, ahead)).toBe("2026-01-20");
  });

  test("is the last day of a sprint that ends at midnight", () => {
    expect(dayAfter(0, ahead)).toBe("2026-01-11");
    expect(dayAfter(1, ahead)).toBe("2026-01-18");
  });

  test("is as-of itself, not the day before, where nothing is left and no sprint runs", () => {
    const midnight = at("2026-01-12T00:00:00Z");
    expect(dayAfter(0, { ...ahead, asOf: midnight, from: midnight })).toBe("2026-01-12");
  });

  test("is not known beyond the sprints that are", () => {
    expect(dayAfter(2, ahead)).toBe("2026-01-25");
    expect(dayAfter(2.01, ahead)).toBeNull();
  });
});
