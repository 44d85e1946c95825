import { describe, expect, test } from "vitest";
import { FIELDS, NO_FACTS, sameValue } from "../../src/model/facts.ts";

describe("facts", () => {
  test("of which nothing is known are all null", () => {
    expect(new Set(Object.values(NO_FACTS))).toEqual(new Set([null]));
    expect(FIELDS).toHaveLength(16);
  });

  test("are the same when their labels are, in their order", () => {
    expect(sameValue(["a", "b"], ["a", "b"])).toBe(true);
    expect(sameValue(["a", "b"], ["b", "a"])).toBe(false);
    expect(sameValue(["a"], ["a", "b"])).toBe(false);
  });

  test("tell unknown from none, and 0 from false", () => {
    expect(sameValue(null, [])).toBe(false);
    expect(sameValue(null, false)).toBe(false);
    expect(sameValue("", null)).toBe(false);
    expect(sameValue(null, null)).toBe(true);
  });
});
