import { describe, expect, test } from "vitest";
import { ordinal, plural, shown } from "../../src/lib/words.ts";

describe("words of a sentence", () => {
  test("show a number without trailing zeros, and say that an unknown one is", () => {
    expect([shown(2), shown(1.84), shown(1.847, 2), shown(12_345), shown(null)]).toEqual([
      "2",
      "1.8",
      "1.85",
      "12,345",
      "unknown",
    ]);
  });

  test("agree in number", () => {
    expect([plural(1, "item"), plural(0, "item"), plural(2, "item is", "items are")]).toEqual([
      "1 item",
      "0 items",
      "2 items are",
    ]);
  });

  test("count sprints in a row", () => {
    expect([1, 2, 3, 10, 11, 12, 21, 22, 23, 101, 111].map(ordinal)).toEqual([
      "first",
      "second",
      "third",
      "tenth",
      "11th",
      "12th",
      "21st",
      "22nd",
      "23rd",
      "101st",
      "111th",
    ]);
  });
});
