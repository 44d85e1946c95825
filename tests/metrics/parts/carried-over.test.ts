import { describe, expect, test } from "vitest";
import { type Day, moves, started, story } from "../../support/flow-story.ts";
import { facts, finished, measured, ready, sprintList, teamConfig } from "../../support/team-builder.ts";

const planned = (sprint: string | null) => ({ A: ready(1, { sprint }) });
const BEFORE: Day = ["2026-01-06", planned("Sprint 1")];

describe("an item left over from its sprint", () => {
  test("returns, and is pulled, when it is taken up at the very end of the next sprint", () => {
    const [left, last] = [planned("Sprint 1"), { A: started({ sprint: "Sprint 1" }) }];
    expect(moves(story(BEFORE, ["2026-01-20", left], ["2026-02-02T00:00:00Z", last]))).toEqual([
      "sprint-2 A returned returnedReady",
      "sprint-3 A pulled",
    ]);
    expect(moves(story(BEFORE, ["2026-01-20", left], ["2026-02-01T23:59:59Z", last]))).toEqual([]);
  });

  test("returns, and ends there, when it is closed without the next sprint", () => {
    const done = finished("2026-01-22", 1, { sprint: "Sprint 1" });
    expect(moves(story(BEFORE, ["2026-01-23", { A: done }]))).toEqual([
      "sprint-2 A returned returnedReady",
      "sprint-2 A finished",
    ]);
  });

  test("is only dropped when the next look shows it dropped in the next sprint", () => {
    const dropped = finished("2026-01-22", 1, { sprint: "Sprint 2", resolution: "Duplicate" });
    expect(moves(story(BEFORE, ["2026-01-23", { A: dropped }]))).toEqual(["sprint-2 A dropped"]);
  });
});

describe("over a pause between two sprints", () => {
  const team = teamConfig({ sprints: sprintList("One 2026-01-05 2026-01-11", "Two 2026-01-19 2026-02-01") });
  const left: Day = ["2026-01-06", planned("One")];

  test("nothing moves when the pause shows what the next sprint takes over", () => {
    const days = story(left, ["2026-01-14", planned("Two")], ["2026-01-20", planned("Two")]);
    expect(moves({ ...days, team })).toEqual([]);
  });

  test("what is taken up after the sprint has begun does not move either", () => {
    const days = story(left, ["2026-01-14", planned("One")], ["2026-01-20", planned("Two")]);
    expect(moves({ ...days, team })).toEqual([]);
  });

  test("it is back in the Product Backlog until the next sprint begins", () => {
    const now = { ...story(left, ["2026-01-14", planned("Two")]), team };
    expect(measured("ready-age", now).extra.items).toMatchObject([{ id: "A" }]);
    const later = { ...now, asOf: "2026-01-19T00:00:00Z" };
    expect(measured("ready-age", later).extra.items).toEqual([]);
  });
});

describe("what is closed between two looks", () => {
  const seenClosed = (at: string, sprint: string, ...more: Day[]) =>
    moves(
      story(["2026-01-06", { A: ready(1) }], ["2026-02-03", { A: finished(at, 1, { sprint }) }], ...more),
    );

  test("was pulled into the sprint of the first look that shows it closed", () => {
    const renamed: Day = ["2026-02-04", { A: finished("2026-01-22", 1, { sprint: "Sprint 3" }) }];
    expect(seenClosed("2026-01-22", "Sprint 2", renamed)).toEqual(["sprint-2 A pulled finished"]);
  });

  test("was pulled when it was closed in the instant in which its sprint began, and not before", () => {
    expect(seenClosed("2026-01-19T00:00:00Z", "Sprint 2")).toEqual(["sprint-2 A pulled finished"]);
    expect(seenClosed("2026-01-18T23:59:59Z", "Sprint 2")).toEqual(["sprint-1 A finished"]);
  });

  test("before or at the first look was not seen to be pulled", () => {
    const first = (at: string) =>
      moves(story(["2026-01-10", { A: finished(at, 1, { sprint: "Sprint 1" }) }]));
    expect(first("2026-01-07")).toEqual(["sprint-1 A finished"]);
    expect(first("2026-01-10T12:00:00Z")).toEqual(["sprint-1 A finished"]);
  });
});

describe("an item arrives", () => {
  const LOOK: Day = ["2026-01-05T00:00:00Z", {}];
  const born = { createdAt: "2026-01-08T09:00:00Z" };

  test("and not by a split, when its parent was a container then and became an item later", () => {
    const days = story(
      LOOK,
      ["2026-01-08", { P: facts({ type: "Epic" }), A: facts({ ...born, parent: "P" }) }],
      ["2026-01-20", { P: facts(), A: facts({ ...born, parent: "P" }) }],
    );
    expect(moves(days)).toEqual(["sprint-1 A arrived", "sprint-2 P arrived"]);
  });

  test("and not by a split, when it was a container before it was given its parent", () => {
    const days = story(
      ["2026-01-05T00:00:00Z", { P: facts(), A: facts({ type: "Epic" }) }],
      ["2026-01-20", { P: facts(), A: facts({ parent: "P" }) }],
    );
    expect(moves(days)).toEqual(["sprint-2 A arrived"]);
  });

  test("and has not become ready, when the first look of all shows it ready at its creation", () => {
    expect(moves(story(["2026-01-08T09:00:00Z", { A: ready(1, born) }]))).toEqual(["sprint-1 A arrived"]);
    expect(moves(story(LOOK, ["2026-01-08T09:00:00Z", { A: ready(1, born) }]))).toEqual([
      "sprint-1 A arrived becameReady",
    ]);
  });
});
