import { expect, test } from "vitest";
import { matchGlob } from "../../src/lib/glob.ts";

test.each([
  ["size/*", "size/5", "5"],
  ["size/*", "Size/XL", "xl"],
  ["size/*", "size/", ""],
  ["size/*", "size", null],
  ["size/*", "oversize/5", null],
  ["*-points", "8-points", "8"],
  ["sp*pt", "sp3pt", "3"],
  ["ab*ba", "aba", null],
  ["ready", "READY", "ready"],
  ["ready", "not ready", null],
  ["a.c*", "abc1", null],
  ["größe/*", "GRÖSSE/3", "3"],
])("the pattern %s finds in the label %s: %s", (pattern, label, found) => {
  expect(matchGlob(pattern, label)).toBe(found);
});
