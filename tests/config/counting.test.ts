import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { errorsIn, errorsOf } from "./team-file.ts";

/** Mistakes under keys of their own, each of which is one error whatever the others are. */
const SINGLE_MISTAKES = [
  "nam: x",
  "timezone: Berlin",
  "source: { exprots: {} }",
  "sprints: { every: 2 weeks, frist: 2026-01-05 }",
  "statuses:\n  started: Doing",
  "ignoreTypes: [Epic, 7]",
  "estimate: { field: a, labels: b }",
  "unit: story",
  "ready:\n  status: Ready\n  status: Redy",
  "band: [3, 2]",
  "velocity: { sprints: 2",
  'capacity: { people: 6, hoursPerDay: "6" }',
  "effort:",
  "publish: { people: true }",
  "annotations:\n- { on: 2026-02-30, text: x }",
  "colour: red",
];

describe("mistakes", () => {
  test("any number of them are as many errors, each on its own lines", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(SINGLE_MISTAKES, { minLength: 1 }), (mistakes) => {
        const keys = new Set(mistakes.map((lines) => /^\w+/u.exec(lines)?.[0]));
        const sound = ["timezone: UTC", "source: { exports: {} }"].filter(
          (line) => !keys.has(line.split(":")[0]),
        );
        const text = [...sound, ...mistakes, ""].join("\n");
        const starts = mistakes.map(
          (_, index) =>
            [...sound, ...mistakes.slice(0, index)].join("\n").split("\n").length +
            (sound.length + index > 0 ? 1 : 0),
        );
        const lines = errorsOf(text).map((error) => Number(/:(\d+)/u.exec(error)?.[1]));
        expect(lines.map((line) => starts.findLastIndex((start) => start <= line))).toEqual(
          mistakes.map((_, index) => index),
        );
      }),
      { numRuns: 300 },
    );
  });

  test("four of them are four errors, each at its line", () => {
    expect(
      errorsIn("redy: { status: x }\nunit: pionts\nsprints:\n  every: 2 weks\n  first: 2026-02-30\n"),
    ).toMatchInlineSnapshot(`
      "team.yaml:3 › redy: expected one of the keys "name", "timezone", "source", "sprints", "statuses", "ignoreTypes", "estimate", "unit", "ready", "band", "velocity", "capacity", "effort", "publish", "baseline" or "annotations", found "redy". Did you mean "ready"?
      team.yaml:4 › unit: expected "auto", "points" or "items", found "pionts". Did you mean "points"?
      team.yaml:6 › sprints.every: expected a length such as "2 weeks" or "10 days", found "2 weks". Did you mean "2 weeks"?
      team.yaml:7 › sprints.first: expected a day that exists, found "2026-02-30", which no calendar has"
    `);
  });
});
