import { expect, test, vi } from "vitest";
import { remember } from "../../src/lib/remember.ts";

test("a text is asked about once, whatever the answer", () => {
  const isLong = vi.fn((text: string) => text.length > 2);
  const ask = remember(isLong);
  expect(["a", "abc", "a", "abc", "a"].map(ask)).toEqual([false, true, false, true, false]);
  expect(isLong).toHaveBeenCalledTimes(2);
});

test("words that objects have by birth are texts like others", () => {
  const shout = remember((text) => text.toUpperCase());
  expect(["constructor", "__proto__"].map(shout)).toEqual(["CONSTRUCTOR", "__PROTO__"]);
});
