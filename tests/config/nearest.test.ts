import { expect, test } from "vitest";
import { nearest } from "../../src/config/nearest.ts";

test("a misspelt word finds the nearest candidate, whatever the case", () => {
  expect(nearest("REDY", ["Done", "Ready", "Rejected"])).toBe("Ready");
  expect(nearest("form", ["every", "from"])).toBe("from");
});

test("a word that is far from all candidates finds none", () => {
  expect(nearest("colour", ["band", "unit", "name"])).toBeNull();
  expect(nearest("x", ["y"])).toBeNull();
  expect(nearest("", ["a"])).toBeNull();
});

test("a text of megabytes is not compared", () => {
  expect(nearest("x".repeat(5_000_000), ["x"])).toBeNull();
});
