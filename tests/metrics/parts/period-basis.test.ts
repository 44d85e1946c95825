import { describe, expect, test } from "vitest";
import { eventBasis, periodBasis } from "../../../src/metrics/parts/period-basis.ts";
import { did, tracked, trackedBacklog } from "../../support/event-builder.ts";
import { backlogOf, seen, unready } from "../../support/team-builder.ts";

const look = (...days: string[]) =>
  backlogOf({
    observations: days.map((day) => seen(`${day}T00:00:00Z`, { items: { A: unready(3) } })),
    asOf: "2026-01-27T12:00:00Z",
  });
const of = (backlog: ReturnType<typeof look>) =>
  backlog.sprints.slice(0, 2).map((sprint) => periodBasis(backlog, sprint, ["estimate"]));

describe("what a count of changes rests on", () => {
  // Sprint 1 runs from 5 to 18 January, Sprint 2 is running.
  test.each([
    ["looks before its start and after its end", ["2026-01-04", "2026-01-19"], ["observed", "observed"]],
    ["no look after its end, though one lately", ["2026-01-04", "2026-01-18"], ["gap", "observed"]],
    ["no look for longer than a sprint", ["2026-01-04", "2026-01-12"], ["gap", "gap"]],
    ["no look before its start", ["2026-01-06", "2026-01-19"], ["gap", "observed"]],
    ["a last look that is too old at the start", ["2025-12-21", "2026-01-19"], ["gap", "observed"]],
    ["a look at the very start", ["2026-01-05", "2026-01-19"], ["observed", "observed"]],
  ])("with %s", (_, days, expected) => {
    expect(of(look(...days))).toEqual(expected);
  });

  test("is nothing without items", () => {
    expect(of(backlogOf({ observations: [], asOf: "2026-01-27T12:00:00Z" }))).toEqual(["gap", "gap"]);
  });

  test("of events ends where the tracker's events do, whatever was observed since", () => {
    const items = { A: tracked("2025-12-10", did("comment", "2026-01-08")) };
    const backlog = trackedBacklog({ items, reads: ["2026-01-25"] });
    const bases = (told: string) =>
      backlog.sprints
        .slice(0, 2)
        .map((sprint) => eventBasis({ ...backlog, toldUntil: Date.parse(told) }, sprint));
    expect(bases("2026-01-25T12:00:00Z")).toEqual(["rebuilt", "observed"]);
    expect(bases("2026-01-18T00:00:00Z")).toEqual(["gap", "gap"]);
    expect(bases("2026-01-18T23:59:59Z")).toEqual(["gap", "gap"]);
    expect(bases("2026-01-19T00:00:00Z")).toEqual(["rebuilt", "observed"]);
  });
});

test("a sprint is over as of its very end: a look in it does not cover it", () => {
  const asOf = "2026-01-19T00:00:00Z";
  const items = { A: unready(3) };
  const observations = ["2026-01-04T00:00:00Z", "2026-01-12T00:00:00Z"].map((at) => seen(at, { items }));
  const backlog = backlogOf({ observations, asOf });
  expect(periodBasis(backlog, backlog.sprints[0]!, [])).toBe("gap");
  const tracking = trackedBacklog({ items: { A: tracked("2025-12-10") }, reads: ["2026-01-19T00:00:00Z"] });
  const [first] = tracking.sprints;
  expect(eventBasis(tracking, first!)).toBe("observed");
  expect(eventBasis({ ...tracking, toldUntil: Date.parse("2026-01-12T00:00:00Z") }, first!)).toBe("gap");
});
