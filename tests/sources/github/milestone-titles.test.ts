import { expect, test } from "vitest";
import { NO_NAMES } from "../../../src/model/names.ts";
import { milestoneFinder, titleKeys } from "../../../src/sources/github/milestone-titles.ts";

const keyOf = titleKeys("R_1");
const known = {
  ...NO_NAMES,
  sprints: new Map([["MI_1", { id: "MI_1", title: "Sprint 1", start: null, end: "2026-01-16" }]]),
};

test("a title is found by today's names, then by earlier ones, then by what issues teach", () => {
  const find = milestoneFinder({
    now: [{ id: "MI_1", title: "Sprint One" }],
    known,
    taught: [
      { id: "#12", key: keyOf("First"), milestone: "MI_9" },
      { id: "#2", key: keyOf("First"), milestone: "MI_1" },
    ],
    keyOf,
  });
  expect(["Sprint One", "Sprint 1", "First", "Never"].map((title) => find(keyOf(title)))).toEqual([
    "MI_1",
    "MI_1",
    "MI_1",
    null,
  ]);
});

test("what is no title stays as it is", () => {
  const find = milestoneFinder({ now: [], known: NO_NAMES, taught: [], keyOf });
  expect([find("MI_7"), find(null)]).toEqual(["MI_7", null]);
});

test("a key holds nothing of the title, and is another one in another repository", () => {
  expect(keyOf("hush")).toMatch(/^title:[0-9a-f]{16}$/);
  expect(titleKeys("R_2")("hush")).not.toBe(keyOf("hush"));
});
