import { describe, expect, test } from "vitest";
import type { TeamConfig } from "../../src/config/team-config.ts";
import type { Session } from "../../src/model/session.ts";
import { measuredEvents, tracked } from "../support/event-builder.ts";
import { measured, pointOf, sprintList, teamConfig } from "../support/team-builder.ts";

const capacity = (
  overrides: Partial<NonNullable<TeamConfig["capacity"]>> = {},
): NonNullable<TeamConfig["capacity"]> => ({
  people: 6,
  hoursPerDay: 6,
  daysOff: [],
  perSprint: {},
  ...overrides,
});
const session = (day: string, minutes = 60, people = 6): Session => ({ day, minutes, people });
const effort = (sessions: Session[] | null, options: { asOf?: string; team?: Partial<TeamConfig> } = {}) =>
  measured("refinement-effort", {
    team: teamConfig({ capacity: capacity(), ...options.team }),
    observations: [],
    sessions,
    asOf: options.asOf ?? "2026-02-18T12:00:00Z",
  });
const values = (result: ReturnType<typeof effort>) => result.series.map(({ value }) => value);

describe("refinement effort", () => {
  // Sprint 2 runs from 19 January to 1 February: 10 days × 6 people × 6 hours = 360 person-hours.
  test("is the person-hours of the last ended sprint ÷ its capacity", () => {
    const result = effort([session("2026-02-03", 90, 6), session("2026-02-10", 180, 6)]);
    expect(result).toMatchObject({
      state: "ok",
      value: 7.5,
      inputs: { hours: 27, capacity: 360, sessions: 2, sprint: "sprint-3", guideline: 10 },
      explain: [{ text: "27 person-hours of refinement ÷ 360 person-hours of capacity = 7.5 %." }],
    });
  });

  test("is a gap before the first session, and 0 in a sprint without one after it", () => {
    const result = effort([session("2026-01-20")]);
    expect(result.series.map(({ value, basis }) => [value === null ? null : value > 0, basis])).toEqual([
      [null, "gap"],
      [true, "observed"],
      [false, "observed"],
      [false, "observed"],
    ]);
    expect(result.value).toBe(0);
  });

  test("takes a session on the last day of a sprint into that sprint", () => {
    const result = effort([session("2026-01-18"), session("2026-01-19")]);
    expect(result.series.slice(0, 2).map(({ more }) => more.hours)).toEqual([6, 6]);
  });

  test("counts the running sprint up to today, and keeps it out of the headline", () => {
    // Sprint 4 from 16 February; as of Wednesday three working days.
    const result = effort([
      session("2026-02-04"),
      session("2026-02-18", 108, 6),
      session("2026-02-19", 600, 6),
    ]);
    expect(pointOf(result, "sprint-4")).toMatchObject({
      value: (10.8 / 108) * 100,
      running: true,
      more: { hours: 10.8, capacity: 108 },
    });
    expect(result).toMatchObject({ value: (6 / 360) * 100, inputs: { sessions: 2, sprint: "sprint-3" } });
  });

  test("takes hours given for a sprint, and of the running one their share so far", () => {
    const perSprint = { "Sprint 3": 300, "Sprint 4": 200 };
    const result = effort([session("2026-02-03")], { team: { capacity: capacity({ perSprint }) } });
    expect(result.series.map(({ more }) => more.capacity)).toEqual([360, 360, 300, 60]);
  });

  test("finds hours given for a sprint by its name in any case and spacing", () => {
    const perSprint = { "sprint  3": 300 };
    const result = effort([session("2026-02-03")], { team: { capacity: capacity({ perSprint }) } });
    expect(pointOf(result, "sprint-3").more.capacity).toBe(300);
  });

  test("knows only the sprints whose hours are given when people are not", () => {
    const team = { capacity: capacity({ people: null, hoursPerDay: null, perSprint: { "Sprint 3": 300 } }) };
    expect(values(effort([session("2026-01-06")], { team }))).toEqual([null, null, 0, null]);
  });

  test("is not known where either people or hours are missing", () => {
    for (const missing of [{ people: null }, { hoursPerDay: null }]) {
      const result = effort([session("2026-01-06")], { team: { capacity: capacity(missing) } });
      expect(result).toMatchObject({
        state: "insufficient-data",
        reason: "the hours or the capacity of the last ended sprint are not known",
        value: null,
        inputs: { hours: 0, capacity: null },
        explain: [],
      });
    }
  });

  test("begins with the earliest session, in whatever order the log has them", () => {
    const result = effort([session("2026-02-03"), session("2026-01-20"), session("2026-02-10")]);
    expect(result.series.map(({ more }) => more.hours)).toEqual([null, 6, 12, 0]);
  });

  test("lacks data before a sprint has ended", () => {
    expect(effort([session("2026-01-06")], { asOf: "2026-01-07T12:00:00Z" })).toMatchObject({
      state: "insufficient-data",
      reason: "0 of 1 ended sprints",
      inputs: { hours: null, capacity: null, sprint: null },
    });
  });

  test("takes hours given for a sprint without a working day as they are, and knows no share of them", () => {
    const sprints = sprintList("Winter 2026-01-10 2026-01-11");
    const team = { sprints, capacity: capacity({ perSprint: { Winter: 10 } }) };
    const of = (asOf: string) => effort([session("2026-01-10")], { team, asOf }).series[0]!.more.capacity;
    expect(of("2026-01-12T12:00:00Z")).toBe(10);
    expect(of("2026-01-10T12:00:00Z")).toBeNull();
  });

  test("counts a day off once", () => {
    const daysOff = ["2026-02-04", "2026-02-04", "2026-02-07"];
    expect(
      pointOf(effort([session("2026-02-03")], { team: { capacity: capacity({ daysOff }) } }), "sprint-3").more
        .capacity,
    ).toBe(324);
  });

  test("is a gap in a sprint without a working day", () => {
    const sprints = sprintList("Winter 2026-01-10 2026-01-11", "Work 2026-01-12 2026-01-18");
    const result = effort([session("2026-01-10")], { team: { sprints }, asOf: "2026-01-20T12:00:00Z" });
    expect(values(result)).toEqual([null, 0]);
  });

  test("is the same on both sides of daylight saving", () => {
    const team = {
      timezone: "Europe/Berlin",
      sprints: sprintList("Spring 2026-03-23 2026-04-05", "Next 2026-04-06 2026-04-19"),
    };
    const result = effort(
      [session("2026-03-23", 360, 6), session("2026-04-05", 360, 6), session("2026-04-19", 360, 6)],
      {
        team,
        asOf: "2026-04-20T12:00:00Z",
      },
    );
    expect(values(result)).toEqual([20, 10]);
    expect(result.series.map(({ more }) => more.capacity)).toEqual([360, 360]);
  });

  test("books a session once where two sprints meet within a day", () => {
    const sprints = sprintList(
      "A 2026-01-05T09:00:00Z 2026-01-14T12:00:00Z",
      "B 2026-01-14T12:00:00Z 2026-01-23T12:00:00Z",
    );
    const result = effort([session("2026-01-14")], { team: { sprints }, asOf: "2026-01-30T12:00:00Z" });
    const hours = result.series.map(({ more }) => more.hours ?? 0);
    expect(hours.reduce((a, b) => a + b)).toBe(6);
  });
});

describe("refinement effort lacks data", () => {
  test.each([
    ["without a log", effort(null), "no refinement session is logged"],
    ["with an empty log", effort([]), "no refinement session is logged"],
    [
      "when every session is still to come",
      effort([session("2026-03-01")]),
      "no refinement session is logged",
    ],
    [
      "without a capacity",
      effort([session("2026-01-06")], { team: { capacity: null } }),
      "no capacity is configured",
    ],
    [
      "before a sprint has ended",
      effort([session("2026-01-06")], { asOf: "2026-01-08T12:00:00Z" }),
      "0 of 1 ended sprints",
    ],
    [
      "when the log began after the last ended sprint",
      effort([session("2026-02-17")]),
      "the hours or the capacity of the last ended sprint are not known",
    ],
  ])("%s", (_, result, reason) => {
    expect(result).toMatchObject({ state: "insufficient-data", reason, value: null });
  });

  test("and still has a gap for every begun sprint", () => {
    expect(effort(null).series.map(({ value, basis }) => [value, basis])).toEqual(
      Array(4).fill([null, "gap"]),
    );
  });

  test("and still shows the hours where only the capacity is missing", () => {
    expect(pointOf(effort([session("2026-01-06")], { team: { capacity: null } }), "sprint-1").more).toEqual({
      hours: 6,
      capacity: null,
    });
  });
});

describe("what stands in for a log", () => {
  const instead = (sessions: Session[] | null, tells: boolean) => {
    const given = { sessions, asOf: "2026-02-18T12:00:00Z" };
    const result = tells
      ? measuredEvents("refinement-effort", {
          ...given,
          items: { A: tracked("2026-01-06") },
          reads: [given.asOf],
        })
      : effort(sessions, given);
    return result.extra.instead;
  };

  test("is what the tracker tells of refinement, where nothing is logged", () => {
    expect([instead(null, true), instead([], true)]).toEqual(["refinement-activity", "refinement-activity"]);
  });

  test("is nothing where there is a log, or no tracker that tells", () => {
    expect([instead([session("2026-02-03")], true), instead(null, false)]).toEqual([null, null]);
  });
});
