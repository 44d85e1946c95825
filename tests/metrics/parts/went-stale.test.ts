import { describe, expect, test } from "vitest";
import { staleBySprint } from "../../../src/metrics/parts/went-stale.ts";
import { type Day, started, story } from "../../support/flow-story.ts";
import { backlogOf, ready, sprintList, teamConfig, unready } from "../../support/team-builder.ts";

const stale = (...days: Day[]): string[] =>
  staleBySprint(backlogOf(story(...days))).map((ids) => ids.join(" "));
const READY: Day = ["2026-01-07", { A: ready(1) }];
const BEFORE: Day = ["2026-01-06", { A: unready(1) }];

describe("ready work goes stale", () => {
  test("in the sprint in which it passes three sprints of age", () => {
    // Ready on 7 January: 42 days later is 18 February, in Sprint 4.
    expect(stale(BEFORE, READY, ["2026-03-20", { A: ready(1) }])).toEqual(["", "", "", "A", "", ""]);
  });

  test("not before as-of has come that far", () => {
    expect(stale(BEFORE, READY, ["2026-02-18T11:59:59Z", { A: ready(1) }])).toEqual(["", "", "", ""]);
    expect(stale(BEFORE, READY, ["2026-02-18T12:00:00Z", { A: ready(1) }])).toEqual(["", "", "", "A"]);
  });

  test("not when it is pulled or falls out before", () => {
    expect(
      stale(BEFORE, READY, ["2026-02-17", { A: started() }], ["2026-03-01", { A: started() }]).join(""),
    ).toBe("");
    expect(
      stale(BEFORE, READY, ["2026-02-17", { A: unready(1) }], ["2026-02-27", { A: ready(1) }]).join(""),
    ).toBe("");
  });

  test("in the sprint that begins, when it reaches that age at the border", () => {
    const days: Day[] = [
      ["2026-01-04", { A: unready(1) }],
      ["2026-01-05T00:00:00Z", { A: ready(1) }],
      ["2026-03-01", { A: ready(1) }],
    ];
    expect(stale(...days)).toEqual(["", "", "", "A"]);
  });

  test("not when it stops being ready in the instant in which it reaches that age", () => {
    const last: Day = ["2026-03-01", { A: unready(1) }];
    expect(stale(BEFORE, READY, ["2026-02-18T12:00:00Z", { A: unready(1) }], last).join("")).toBe("");
    expect(stale(BEFORE, READY, ["2026-02-18T12:00:01Z", { A: unready(1) }], last).join("")).toBe("A");
  });

  test("when it comes back, once, where it was away at that moment", () => {
    const days: Day[] = [
      ["2026-02-17", { A: started() }],
      ["2026-03-03", { A: ready(1) }],
      ["2026-03-05", { A: started() }],
      ["2026-03-18", { A: ready(1) }],
    ];
    expect(stale(BEFORE, READY, ...days)).toEqual(["", "", "", "", "A", ""]);
  });

  test("by the length of the sprint that runs, also over a pause", () => {
    const sprints = sprintList(
      "One 2026-01-05 2026-01-11",
      "Two 2026-01-19 2026-01-25",
      "Three 2026-01-26 2026-02-08",
    );
    const input = story(
      ["2026-01-05", { A: unready(1) }],
      ["2026-01-15", { A: ready(1) }],
      ["2026-02-08", { A: ready(1) }],
    );
    // Ready on 15 January in the pause: three weeks would end on 5 February, but then a sprint of two weeks runs.
    expect(staleBySprint(backlogOf({ ...input, team: teamConfig({ sprints }) }))).toEqual([[], [], []]);
    const short = sprintList("One 2026-01-05 2026-01-11", "Two 2026-02-02 2026-02-08");
    expect(staleBySprint(backlogOf({ ...input, team: teamConfig({ sprints: short }) }))).toEqual([[], ["A"]]);
  });
});
