import { describe, expect, test } from "vitest";
import type { Session } from "../../src/model/session.ts";
import { minutesPerReadyItem } from "../../src/report/refinement-pace.ts";
import { result, startOf } from "../support/findings-builder.ts";
import {
  backlogOf,
  finishing,
  ready,
  reportOf,
  seen,
  sprintList,
  teamConfig,
  unready,
} from "../support/team-builder.ts";

const session = (day: string, minutes: number, people = 5): Session => ({ day, minutes, people });
/** Sprint 1 from 5 January, Sprint 2 from 19 January, Sprint 3 from 2 February, Sprint 4 runs. */
const pace = (
  becameReady: (number | null)[],
  sessions: Session[],
  hours: (number | null)[] = [1, 1, 1, 1],
) => {
  const series = (key: string, values: (number | null)[]) =>
    values.map((value, index) => ({
      sprint: `sprint-${index + 1}`,
      at: startOf(index),
      value,
      basis: "observed" as const,
      running: index === 3,
      more: { [key]: value },
    }));
  return minutesPerReadyItem({
    backlog: backlogOf({ observations: [], asOf: "2026-02-18T12:00:00Z" }),
    sessions,
    results: new Map([
      ["backlog-flow", result({ series: series("becameReady", becameReady) })],
      ["refinement-effort", result({ series: series("hours", hours) })],
    ]),
  });
};

describe("minutes of refinement per item that became ready", () => {
  const sessions = [
    session("2026-01-06", 60),
    session("2026-01-18", 60),
    session("2026-01-20", 90, 2),
    session("2026-02-03", 100),
    session("2026-02-17", 500),
  ];

  test("are the median over the ended sprints, in minutes of the sessions whoever was there", () => {
    // 120 ÷ 4 = 30, 90 ÷ 3 = 30, 100 ÷ 1 = 100; the running sprint does not count.
    expect(pace([4, 3, 1, 1], sessions)).toBe(30);
    expect(pace([4, 3, null, 1], sessions)).toBe(30);
    expect(pace([2, 3, null, 1], sessions)).toBe(45);
  });

  test("leave out sprints before the log, and those in which nothing became ready or nobody knows", () => {
    expect(pace([4, 0, null, 1], sessions)).toBe(30);
    expect(pace([1, 1, 2, 1], sessions, [null, null, 1, 1])).toBe(50);
  });

  test("are 0 where something became ready in a logged sprint without a session", () => {
    expect(pace([0, 2, 0, 0], [session("2026-01-06", 60)])).toBe(0);
  });

  test("are unknown where nothing tells", () => {
    expect(pace([0, 0, 0, 0], sessions)).toBeNull();
    expect(pace([4, 3, 1, 1], [], [null, null, null, null])).toBeNull();
  });

  test("look at the last ten sprints", () => {
    const days = Array.from({ length: 12 }, (_, index) =>
      new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
    );
    const team = teamConfig({
      sprints: sprintList(...days.map((day, index) => `S${index + 1} ${day} ${day}`)),
    });
    const series = (value: (index: number) => number, key: string) =>
      days.map((_, index) => ({
        sprint: `s${index + 1}`,
        at: 0,
        value: 1,
        basis: "observed" as const,
        running: false,
        more: { [key]: value(index) },
      }));
    const minutes = minutesPerReadyItem({
      backlog: backlogOf({ team, observations: [], asOf: "2026-02-01T00:00:00Z" }),
      sessions: days.map((day, index) => session(day, (index + 1) * 10)),
      results: new Map([
        ["backlog-flow", result({ series: series(() => 1, "becameReady") })],
        ["refinement-effort", result({ series: series(() => 1, "hours") })],
      ]),
    });
    // Sprints 3 to 12: 30 to 120 minutes.
    expect(minutes).toBe(75);
  });
});

describe("the agenda", () => {
  const DONE = finishing([10, 10, 10, 10, 10]);
  const items = (first: ReturnType<typeof ready>) => ({
    ...DONE,
    A: first,
    B: unready(10),
    C: unready(10),
  });
  const agenda = (sessions: Session[] | null) =>
    reportOf({
      observations: [
        seen("2026-03-01T12:00:00Z", { items: items(unready(5)) }),
        seen("2026-03-10T12:00:00Z", { items: items(ready(5)) }),
        seen("2026-03-16T12:00:00Z", { items: items(ready(5)) }),
      ],
      sessions,
      asOf: "2026-03-16T12:00:00Z",
    }).agenda;

  test("takes so many minutes for each of its items", () => {
    expect(agenda([session("2026-03-05", 25)])).toEqual({ ids: ["B", "C"], depth: 2.5, minutes: 50 });
  });

  test("has no minutes where nothing is logged", () => {
    expect(agenda(null)).toEqual({ ids: ["B", "C"], depth: 2.5, minutes: null });
  });
});
