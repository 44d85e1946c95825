import { describe, expect, test } from "vitest";
import { toIso } from "../../src/lib/dates.ts";
import {
  planSprints,
  runningAt,
  type Sprint,
  type SprintPlan,
  sprintDays,
  sprintFinder,
} from "../../src/model/sprint.ts";

type Entry = { name: string; start: string; end: string; exclude?: boolean };

const cadence = (given: Partial<Extract<SprintPlan, { kind: "cadence" }>> = {}): SprintPlan =>
  Object.freeze({
    kind: "cadence",
    days: 14,
    first: "2026-03-02",
    namePattern: "Sprint {n}",
    exclude: Object.freeze([]),
    ...given,
  });

const listed = (entries: readonly Entry[], exclude: readonly string[] = []): SprintPlan =>
  Object.freeze({
    kind: "list",
    list: Object.freeze(entries.map((entry) => ({ exclude: false, ...entry }))),
    exclude,
  });

const plan = (given: SprintPlan, options: { zone?: string; asOf?: string } = {}): Sprint[] =>
  planSprints(given, {
    zone: options.zone ?? "Europe/Berlin",
    asOf: Date.parse(options.asOf ?? "2026-04-01T00:00:00Z"),
  });

const shown = (sprints: readonly Sprint[]): string[] =>
  sprints.map(({ id, start, end }) => `${id} ${toIso(start)} ${toIso(end)}`);

describe("a cadence", () => {
  test("starts each sprint at midnight of the zone, when the clocks change too", () => {
    expect(shown(plan(cadence()).slice(0, 3))).toEqual([
      "sprint-1 2026-03-01T23:00:00Z 2026-03-15T23:00:00Z",
      "sprint-2 2026-03-15T23:00:00Z 2026-03-29T22:00:00Z",
      "sprint-3 2026-03-29T22:00:00Z 2026-04-12T22:00:00Z",
    ]);
    expect(shown(plan(cadence({ first: "2026-03-30" }), { zone: "Pacific/Chatham" }).slice(0, 2))).toEqual([
      "sprint-1 2026-03-29T10:15:00Z 2026-04-12T11:15:00Z",
      "sprint-2 2026-04-12T11:15:00Z 2026-04-26T11:15:00Z",
    ]);
  });

  test("has no gaps, and 60 sprints that have not begun", () => {
    const asOf = Date.parse("2026-04-01T00:00:00Z");
    const sprints = plan(cadence());
    expect(sprints.filter((sprint) => sprint.start > asOf)).toHaveLength(60);
    expect(sprints.slice(1).every((sprint, index) => sprint.start === sprints[index]!.end)).toBe(true);
  });

  test("names its sprints by its pattern, from 1", () => {
    const sprints = plan(cadence({ namePattern: "Bärenteam {n} / Iteration" }));
    expect([sprints[0]!.name, sprints[0]!.id]).toEqual(["Bärenteam 1 / Iteration", "barenteam-1-iteration"]);
    expect(sprints[11]!.number).toBe(12);
  });

  test("excludes sprints by name, however it is written", () => {
    const excluded = plan(cadence({ exclude: ["SPRINT  2", "Sprint 5"] })).filter((sprint) => sprint.exclude);
    expect(excluded.map((sprint) => sprint.name)).toEqual(["Sprint 2", "Sprint 5"]);
  });
});

describe("a list of sprints", () => {
  test("ends a sprint with its last day, and takes instants as they are", () => {
    const sprints = plan(
      listed([
        { name: "Second", start: "2026-03-16T09:00:00+01:00", end: "2026-03-27T16:00:00+01:00" },
        { name: "First", start: "2026-03-02", end: "2026-03-15" },
        { name: "Third", start: "2026-03-28", end: "2026-03-29" },
      ]),
    );
    expect(shown(sprints)).toEqual([
      "first 2026-03-01T23:00:00Z 2026-03-15T23:00:00Z",
      "second 2026-03-16T08:00:00Z 2026-03-27T15:00:00Z",
      "third 2026-03-27T23:00:00Z 2026-03-29T22:00:00Z",
    ]);
  });

  test("excludes by its own mark and by name", () => {
    const list = [
      { name: "A", start: "2026-03-02", end: "2026-03-08", exclude: true },
      { name: "B", start: "2026-03-09", end: "2026-03-15" },
      { name: "C", start: "2026-03-16", end: "2026-03-22" },
    ];
    expect(plan(listed(list, ["b"])).map((sprint) => sprint.exclude)).toEqual([true, true, false]);
  });

  const named = (names: readonly string[]): string[] =>
    plan(
      listed(
        names.map((name, week) => ({ name, start: `2026-03-0${week + 1}`, end: `2026-03-0${week + 1}` })),
      ),
    ).map(({ id }) => id);

  test("gives sprints of like names ids of their own", () => {
    expect(named(["Sprint 7", "Sprint-7", "sprint #7", "!!!", "???"])).toEqual([
      "sprint-7",
      "sprint-7-2",
      "sprint-7-3",
      "sprint",
      "sprint-2",
    ]);
  });

  test("gives a sprint an id of its own when its name looks like a numbered one", () => {
    const ids = named(["Sprint 7", "Sprint-7", "Sprint 7 2"]);
    expect(new Set(ids).size).toBe(3);
  });

  test("takes the last number of a name as its number", () => {
    const names = ["Team 4 Sprint 12", "Hardening"];
    const sprints = plan(
      listed(
        names.map((name, week) => ({ name, start: `2026-03-0${week + 1}`, end: `2026-03-0${week + 1}` })),
      ),
    );
    expect(sprints.map((sprint) => sprint.number)).toEqual([12, null]);
  });
});

describe("the running sprint", () => {
  const sprints = Object.freeze(plan(cadence()).slice(0, 2));

  test("runs from its start, and no longer at its end", () => {
    expect(runningAt(sprints, sprints[0]!.start)).toBe(0);
    expect(runningAt(sprints, sprints[0]!.end - 1)).toBe(0);
    expect(runningAt(sprints, sprints[0]!.end)).toBe(1);
  });

  test("is none before, after and between sprints", () => {
    expect(runningAt(sprints, sprints[0]!.start - 1)).toBe(-1);
    expect(runningAt(sprints, sprints[1]!.end)).toBe(-1);
  });

  test("has fourteen days, when the clocks change too", () => {
    const days = sprintDays(sprints[1]!, { zone: "Europe/Berlin", sprints });
    expect([days.length, days[0], days.at(-1)]).toEqual([14, "2026-03-16", "2026-03-29"]);
  });
});

describe("finding the sprint of an export's sprint name", () => {
  const sprints = Object.freeze(plan(cadence()).slice(0, 12));

  test("compares names as names are compared", () => {
    const find = sprintFinder(sprints, null);
    expect([
      find("Sprint 1"),
      find("  sprint   12 "),
      find("Sprint 13"),
      find("Board Sprint 1"),
      find(null),
    ]).toEqual([0, 11, null, null, null]);
  });

  test("compares the number that a pattern picks out", () => {
    const find = sprintFinder(sprints, "Board (A) Sprint {n}");
    expect([find("Board (A) Sprint 3"), find("board (a) sprint 003"), find("Board (A) Sprint 10")]).toEqual([
      2, 2, 9,
    ]);
  });

  test("finds nothing where the pattern does not fit the whole name", () => {
    const find = sprintFinder(sprints, "Board Sprint {n}");
    expect([
      find("Sprint 3"),
      find("Board Sprint 3b"),
      find("My Board Sprint 3"),
      find("Board Sprint 99"),
      find("Board Sprint"),
    ]).toEqual(Array(5).fill(null));
  });

  test("takes signs of a pattern literally", () => {
    const find = sprintFinder(sprints, "S.{n}+");
    expect([find("S.4+"), find("SX4+"), find("S.44")]).toEqual([3, null, null]);
  });

  test("gives the same answer the second time", () => {
    const find = sprintFinder(sprints, null);
    expect([find("Sprint 1"), find("Sprint 1"), find("nope"), find("nope")]).toEqual([0, 0, null, null]);
  });
});
