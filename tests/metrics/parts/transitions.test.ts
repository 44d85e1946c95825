import { describe, expect, test } from "vitest";
import { moves, started, story } from "../../support/flow-story.ts";
import { facts, finished, ready, readyWhen, teamConfig, unready } from "../../support/team-builder.ts";

const LONG_AGO = ["2026-01-05T00:00:00Z", {}] as const;
const IN_1 = { createdAt: "2026-01-07T09:00:00Z" };

describe("an item arrives", () => {
  test("when it was created, whenever it was first seen", () => {
    expect(moves(story(LONG_AGO, ["2026-01-28", { A: unready(1, IN_1) }]))).toEqual(["sprint-1 A arrived"]);
  });

  test("when it was first seen, where it has no creation date", () => {
    const A = unready(1, { createdAt: null });
    expect(moves(story(LONG_AGO, ["2026-01-28", { A }]))).toEqual(["sprint-2 A arrived"]);
    expect(moves(story(["2026-01-07", { A }]))).toEqual([]);
  });

  test("before the first look too", () => {
    expect(moves(story(["2026-01-28", { A: unready(1, IN_1) }]))).toEqual(["sprint-1 A arrived"]);
  });

  test("as a split when it comes with a parent that is an item", () => {
    const days = (parent: string, type = "Story") =>
      story(LONG_AGO, ["2026-01-08", { P: facts({ type }), A: unready(1, { ...IN_1, parent }) }]);
    expect(moves(days("P"))).toEqual(["sprint-1 A split"]);
    expect(moves(days("P", "Epic"))).toEqual(["sprint-1 A arrived"]);
    expect(moves(days("Q"))).toEqual(["sprint-1 A arrived"]);
    expect(moves(days("A"))).toEqual(["sprint-1 A arrived"]);
  });

  test("as a split when it is given its parent within an hour of its creation, and not later", () => {
    const given = (at: string) =>
      story(
        LONG_AGO,
        ["2026-01-07T09:10:00Z", { P: facts(), A: unready(1, IN_1) }],
        [at, { P: facts(), A: unready(1, { ...IN_1, parent: "P" }) }],
      );
    expect(moves(given("2026-01-07T10:00:00Z"))).toEqual(["sprint-1 A split"]);
    expect(moves(given("2026-01-07T10:00:01Z"))).toEqual(["sprint-1 A arrived"]);
  });

  test("and is ready at once when the look that first shows it says so", () => {
    expect(moves(story(LONG_AGO, ["2026-01-20", { A: ready(1, IN_1) }]))).toEqual([
      "sprint-1 A arrived",
      "sprint-2 A becameReady",
    ]);
  });

  test("when an epic becomes a story, at the look that shows it", () => {
    const epic = story(
      ["2026-01-05T00:00:00Z", { A: facts({ type: "Epic" }) }],
      ["2026-01-20", { A: facts() }],
    );
    expect(moves(epic)).toEqual(["sprint-2 A arrived"]);
  });
});

describe("readiness", () => {
  test("is gained and lost at the look that shows it, each time", () => {
    const days = story(
      ["2026-01-04", { A: unready(1) }],
      ["2026-01-06", { A: ready(1) }],
      ["2026-01-07", { A: unready(1) }],
      ["2026-01-08", { A: ready(1) }],
    );
    expect(moves(days)).toEqual(["sprint-1 A becameReady", "sprint-1 A fellOut", "sprint-1 A becameReady"]);
  });

  test("of the first look is not gained", () => {
    expect(moves(story(["2026-01-05T00:00:00Z", { A: ready(1) }]))).toEqual([]);
  });

  test("is not gained when the column that tells it comes to be there", () => {
    const team = teamConfig({ ready: readyWhen({ checks: ["acceptanceCriteria"] }) });
    const { observations, asOf } = story(
      ["2026-01-06", { A: facts({ acceptanceCriteria: null }) }],
      ["2026-01-20", { A: facts({ acceptanceCriteria: true }) }],
    );
    const blind = {
      ...observations[0]!,
      fields: observations[0]!.fields.filter((f) => f !== "acceptanceCriteria"),
    };
    expect(moves({ team, asOf, observations: [blind, observations[1]!] })).toEqual([]);
  });

  test("comes back from a sprint or by reopening as returned", () => {
    const days = story(
      ["2026-01-06", { A: started(), B: finished("2026-01-02", 1) }],
      ["2026-01-20", { A: ready(1), B: ready(1) }],
    );
    expect(moves(days).filter((move) => !move.includes("arrived"))).toEqual([
      "sprint-2 A returned returnedReady",
      "sprint-2 B reopened returnedReady",
    ]);
  });
});

describe("an item is pulled", () => {
  test("when its sprint begins, which is the border of the sprint that begins", () => {
    expect(
      moves(
        story(
          ["2026-01-06", { A: ready(1, { sprint: "Sprint 2" }) }],
          ["2026-01-21", { A: ready(1, { sprint: "Sprint 2" }) }],
        ),
      ),
    ).toEqual(["sprint-2 A pulled"]);
  });

  test("when it is started, whatever its sprint", () => {
    expect(moves(story(["2026-01-06", { A: ready(1) }], ["2026-01-21", { A: started() }]))).toEqual([
      "sprint-2 A pulled",
    ]);
  });

  test("and finished, each counted, when both happen between two looks", () => {
    const done = finished("2026-01-22", 1, { sprint: "Sprint 2" });
    expect(moves(story(["2026-01-06", { A: ready(1) }], ["2026-02-03", { A: done }]))).toEqual([
      "sprint-2 A pulled finished",
    ]);
  });

  test("not when it is finished without a sprint, or before its sprint began", () => {
    const days = (sprint: string | null) =>
      story(["2026-01-06", { A: ready(1) }], ["2026-01-17", { A: finished("2026-01-15", 1, { sprint }) }]);
    expect(moves(days(null))).toEqual(["sprint-1 A finished"]);
    expect(moves(days("Sprint 2"))).toEqual(["sprint-1 A finished"]);
  });

  test("not by the first look at it", () => {
    const started1 = started({ createdAt: "2026-01-05T01:00:00Z" });
    expect(moves(story(["2026-01-07", { A: started1 }]))).toEqual(["sprint-1 A arrived"]);
  });
});

describe("at the end of its sprint an open item", () => {
  const planned = (sprint: string | null) => ({ A: ready(1, { sprint }) });

  test("returns at the border, in the sprint that begins", () => {
    expect(moves(story(["2026-01-06", planned("Sprint 1")], ["2026-01-21", planned("Sprint 1")]))).toEqual([
      "sprint-2 A returned returnedReady",
    ]);
  });

  test("does not move when it is carried over into the next sprint", () => {
    const days = story(
      ["2026-01-06", planned("Sprint 1")],
      ["2026-01-20", planned("Sprint 1")],
      ["2026-01-22", planned("Sprint 2")],
      ["2026-02-04", planned("Sprint 3")],
    );
    expect(moves(days)).toEqual([]);
  });

  test("does not move when it is in progress", () => {
    const days = story(
      ["2026-01-06", { A: started({ sprint: "Sprint 1" }) }],
      ["2026-01-20", { A: started({ sprint: "Sprint 1" }) }],
    );
    expect(moves(days)).toEqual([]);
  });

  test("only finishes when the next look shows it finished in the next sprint", () => {
    const done = { A: finished("2026-01-22", 1, { sprint: "Sprint 2" }) };
    expect(moves(story(["2026-01-06", planned("Sprint 1")], ["2026-01-23", done]))).toEqual([
      "sprint-2 A finished",
    ]);
  });

  test("returns and is pulled again when it was out of every sprint in between", () => {
    const days = story(
      ["2026-01-06", planned("Sprint 1")],
      ["2026-01-20", planned(null)],
      ["2026-01-22", planned("Sprint 2")],
    );
    expect(moves(days)).toEqual(["sprint-2 A returned returnedReady", "sprint-2 A pulled"]);
  });

  test("returns and is pulled again when it sat a sprint out", () => {
    const days = story(
      ["2026-01-06", planned("Sprint 1")],
      ["2026-01-20", planned("Sprint 1")],
      ["2026-02-04", planned("Sprint 3")],
    );
    expect(moves(days)).toEqual(["sprint-2 A returned returnedReady", "sprint-3 A pulled"]);
  });

  test("returns when it is moved to a later sprint before the end", () => {
    const days = story(
      ["2026-01-06", planned("Sprint 1")],
      ["2026-01-16", planned("Sprint 2")],
      ["2026-01-20", planned("Sprint 2")],
    );
    expect(moves(days)).toEqual(["sprint-1 A returned returnedReady", "sprint-2 A pulled"]);
  });
});

describe("an item is dropped", () => {
  test("when it goes missing, and reopened when it comes back", () => {
    const days = story(
      ["2026-01-06", { A: unready(1) }],
      ["2026-01-08", {}],
      ["2026-01-20", { A: unready(1) }],
    );
    expect(moves(days)).toEqual(["sprint-1 A dropped", "sprint-2 A reopened"]);
  });

  test("when it becomes a container, and reopened when it becomes an item again", () => {
    const days = story(
      ["2026-01-06", { A: started() }],
      ["2026-01-08", { A: started({ type: "Epic" }) }],
      ["2026-01-20", { A: unready(1) }],
    );
    expect(moves(days)).toEqual(["sprint-1 A dropped", "sprint-2 A reopened"]);
  });

  test("once, in whatever words", () => {
    const days = story(
      ["2026-01-06", { A: unready(1) }],
      ["2026-01-08", { A: finished("2026-01-07", 1) }],
      ["2026-01-20", { A: finished("2026-01-07", 1, { resolution: "Duplicate" }) }],
    );
    expect(moves(days)).toEqual(["sprint-1 A finished"]);
  });
});

describe("a closing", () => {
  test("counts a second time with a later date, though nobody saw it open in between", () => {
    const days = story(
      ["2026-01-06", { A: finished("2026-01-05T09:00:00Z", 1, IN_1) }],
      ["2026-01-22", { A: finished("2026-01-20", 1, IN_1) }],
    );
    expect(moves(days).filter((move) => move.includes("finished"))).toHaveLength(2);
  });

  test("that nobody can date lies in no sprint", () => {
    const done = facts({ status: "Done", category: "done", createdAt: "2026-01-06T09:00:00Z" });
    expect(moves(story(LONG_AGO, ["2026-01-21", { A: done }]))).toEqual(["sprint-1 A arrived"]);
  });

  test("after as-of is not read", () => {
    const input = story(["2026-01-06", { A: unready(1) }], ["2026-01-20", { A: ready(1) }]);
    expect(moves({ ...input, asOf: "2026-01-19T00:00:00Z" })).toEqual([]);
  });
});
