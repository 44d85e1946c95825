import { expect, test } from "vitest";
import { minutesOf } from "../../../src/sources/effort/length-text.ts";

test.each([
  ["00:45:00", 45],
  ["01:30:30", 90.5],
  ["1:30", 90],
  ["26:00:00", 1560],
  ["1.5", 90],
  ["1,5", 90],
  [" 2 ", 120],
])("%s is %d minutes", (text, minutes) => {
  expect(minutesOf(text)).toBe(minutes);
});

test.each([
  "",
  "0",
  "00:00:00",
  "-1:00",
  "-0.5",
  "1:75",
  "an hour",
  "1.5 h",
  "1e3",
  "Infinity",
  "1:30:00:00",
])("%j is no length", (text) => {
  expect(minutesOf(text)).toBeNull();
});
