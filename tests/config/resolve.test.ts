import { describe, expect, test } from "vitest";
import { errorAt } from "../../src/config/load.ts";
import { errorsIn, LEAST, teamOf } from "./team-file.ts";

describe("the ready rule", () => {
  const readyOf = (lines: string) => teamOf(`${LEAST}ready: ${lines}\n`).ready;

  test("keeps its checks in the order written", () => {
    expect(readyOf("{ maxSize: 8, estimate: true, status: Ready }")?.checks).toEqual([
      "maxSize",
      "estimate",
      "status",
    ]);
    expect(readyOf("{ status: Ready, estimate: true, maxSize: 8 }")?.checks).toEqual([
      "status",
      "estimate",
      "maxSize",
    ]);
  });

  test("leaves out checks that are false", () => {
    expect(readyOf("{ notBlocked: false, acceptanceCriteria: false, estimate: true }")?.checks).toEqual([
      "estimate",
    ]);
  });

  test("takes one text for a list of one", () => {
    expect(readyOf("{ status: Ready, labels: [ready, go] }")).toMatchObject({
      status: ["Ready"],
      labels: ["ready", "go"],
    });
  });

  test("takes other words for the acceptance criteria", () => {
    expect(readyOf("{ acceptanceCriteria: { heading: Done when }, description: { min: 50 } }")).toEqual({
      checks: ["acceptanceCriteria", "description"],
      status: [],
      labels: [],
      acceptanceHeadings: ["Done when"],
      descriptionMin: 50,
      maxSize: null,
    });
  });
});

describe("the other short forms", () => {
  test("an estimate is in a field or in labels", () => {
    expect(teamOf(`${LEAST}estimate: { field: Effort, zero: size }`).estimate).toEqual({
      field: "Effort",
      labels: null,
      zero: "size",
    });
    expect(teamOf(`${LEAST}estimate: { labels: "size/*" }`).estimate).toEqual({
      field: null,
      labels: "size/*",
      zero: "unset",
    });
  });

  test("capacity may be hours by sprint alone", () => {
    expect(teamOf(`${LEAST}capacity: { perSprint: { Sprint 7: 300 } }`).capacity).toEqual({
      people: null,
      hoursPerDay: null,
      daysOff: [],
      perSprint: { "Sprint 7": 300 },
    });
  });

  test("an empty list of ignored types is not the default one", () => {
    expect(teamOf(`${LEAST}ignoreTypes: []`).ignoreTypes).toEqual([]);
    expect(teamOf(LEAST).ignoreTypes).toBeNull();
  });

  test("what counts as refinement is one text or a list, and null where nothing is said", () => {
    expect(teamOf(`${LEAST}effort: { match: { project: Meetings, text: [refine, groom] } }`).effort).toEqual({
      guideline: 10,
      match: { project: ["Meetings"], tag: [], text: ["refine", "groom"] },
    });
    expect(teamOf(`${LEAST}effort: { guideline: 8 }`).effort).toEqual({ guideline: 8, match: null });
    expect(teamOf(LEAST).effort).toEqual({ guideline: 10, match: null });
  });

  test("a baseline is frozen between two days, or not at all", () => {
    const baseline = { from: "2026-01-05", to: "2026-06-30" };
    expect(teamOf(`${LEAST}baseline: { from: 2026-01-05, to: 2026-06-30 }`).baseline).toEqual(baseline);
    expect(teamOf(LEAST).baseline).toBeNull();
    const wanted =
      "expected a stretch of days, the first one first, such as { from: 2026-01-05, to: 2026-06-30 }";
    expect(errorsIn("baseline: { from: 2026-06-30, to: 2026-01-05 }\n")).toContain(wanted);
    expect(errorsIn("baseline: { from: 2026-01-05 }\n")).toContain("baseline.to: expected a day");
    expect(errorsIn("baseline: { from: 2026-02-30, to: 2026-03-01 }\n")).toContain("which no calendar has");
  });

  test("a day stays the text that was written", () => {
    expect(teamOf(`${LEAST}annotations: [{ on: 2024-02-29, text: x }]`).annotations[0]?.on).toBe(
      "2024-02-29",
    );
  });
});

test("an error about a value that is right in itself stands at the value", () => {
  const text = `${LEAST}ready:\n  estimate: true\n  status: [Ready, Redy]\n`;
  expect(
    errorAt({ text, file: "team.yaml", path: ["ready", "status", 1], message: "no such status" }),
  ).toEqual({
    file: "team.yaml",
    line: 5,
    column: 19,
    path: "ready.status[1]",
    message: "no such status",
  });
});
