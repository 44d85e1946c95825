import { describe, expect, test } from "vitest";
import { BOT, GHOST } from "../../src/model/change.ts";
import {
  closed,
  did,
  dropped,
  estimated,
  type Happening,
  measuredEvents,
  planned,
  reopened,
  type TrackedInput,
  type TrackedItem,
  tracked,
} from "../support/event-builder.ts";
import { cadence, measured, pointOf, ready, seen, sprintList, teamConfig } from "../support/team-builder.ts";

// Sprint 1 runs from 5 to 18 January 2026, Sprint 2 to 1 February.
const activity = (items: Record<string, TrackedItem>, more: Partial<TrackedInput> = {}) =>
  measuredEvents("refinement-activity", { items, reads: ["2026-01-25"], ...more });
const counts = (items: Record<string, TrackedItem>, sprint = "sprint-1") => {
  const { refinement, delivery } = pointOf(activity(items), sprint).more;
  return [refinement, delivery];
};
/** An item that has long been there, and what happened to it. */
const old = (...events: Happening[]) => tracked("2025-12-10", ...events);
const on = "2026-01-08T10:00:00Z";

describe("refinement activity", () => {
  test("is refinement events ÷ refinement and delivery events of the last ended sprint", () => {
    const result = activity({
      A: old(did("description", "2026-01-06"), did("comment", "2026-01-07")),
      B: old(planned("2026-01-07", "Sprint 1"), did("comment", "2026-01-08"), closed("2026-01-09")),
      C: old(did("title", "2026-01-20")),
    });
    expect(result).toMatchObject({
      state: "ok",
      value: 40,
      inputs: { sprint: "sprint-1", refinement: 2, delivery: 3 },
      explain: [{ text: "2 refinement events ÷ (2 + 3 delivery events) = 40 %." }, { title: "An estimate" }],
    });
    expect(result.series.map(({ value, basis, running }) => [value, basis, running])).toEqual([
      [40, "rebuilt", false],
      [100, "observed", true],
    ]);
  });

  test.each(["title", "description", "estimate", "type", "labels", "order", "split", "comment"] as const)(
    "takes a change of kind %s to a Product Backlog item for refinement, and for delivery in a sprint",
    (kind) => {
      expect(counts({ A: old(did(kind, on)) })).toEqual([1, 0]);
      expect(counts({ A: old(planned("2025-12-20", "Sprint 1"), did(kind, on)) })).toEqual([0, 1]);
      expect(
        counts({ A: old(did("status", "2025-12-20", { set: { category: "doing" } }), did(kind, on)) }),
      ).toEqual([0, 1]);
    },
  );

  test.each(["status", "assignee", "dependency", "other"] as const)(
    "takes a change of kind %s to a Product Backlog item for neither, and for delivery in a sprint",
    (kind) => {
      expect(counts({ A: old(did(kind, on)) })).toEqual([0, 0]);
      expect(counts({ A: old(planned("2025-12-20", "Sprint 1"), did(kind, on)) })).toEqual([0, 1]);
    },
  );

  test("takes creating an item and assigning it to a sprint for delivery", () => {
    expect(counts({ A: tracked(on) })).toEqual([0, 1]);
    expect(counts({ A: old(planned(on, "Sprint 3")) })).toEqual([0, 1]);
  });

  test("takes it for neither when an item leaves a later sprint, or gets a sprint that is none", () => {
    expect(counts({ A: old(planned("2025-12-20", "Sprint 3"), planned(on, null)) })).toEqual([0, 0]);
    expect(counts({ A: old(planned(on, "Some day")) })).toEqual([0, 0]);
  });

  test("takes dropping a Product Backlog item for refinement, closing it as done or reopening it for neither", () => {
    expect(counts({ A: old(dropped(on)) })).toEqual([1, 0]);
    expect(counts({ A: old(closed(on)) })).toEqual([0, 0]);
    expect(counts({ A: old(dropped("2025-12-20"), reopened(on)) })).toEqual([0, 0]);
    expect(counts({ A: old(planned("2025-12-20", "Sprint 1"), dropped(on)) })).toEqual([0, 1]);
  });

  test("takes no change of a closed item", () => {
    const events = [did("comment", on), did("labels", on), planned(on, "Sprint 3")];
    expect(counts({ A: old(closed("2025-12-20"), ...events) })).toEqual([0, 0]);
  });

  test("judges where an item stands immediately before the event, and before all of its second", () => {
    const first = [did("comment", on), planned(on, "Sprint 1")];
    expect(counts({ A: old(...first) })).toEqual([1, 1]);
    expect(counts({ A: old(...first.toReversed()) })).toEqual([1, 1]);
    const later = did("comment", "2026-01-08T10:00:01Z");
    expect(counts({ A: old(planned(on, "Sprint 1"), later) })).toEqual([0, 2]);
  });

  test("gives an item left over from an ended sprint back to the Product Backlog", () => {
    const item = old(planned("2026-01-06", "Sprint 1"), did("comment", "2026-01-20"));
    expect(counts({ A: item }, "sprint-2")).toEqual([1, 0]);
  });

  test("lets labels and type given while creating belong to the creation, but not a sprint", () => {
    const given = [did("labels", on), did("type", on), estimated(on, 5)];
    expect(counts({ A: tracked(on, ...given) })).toEqual([0, 1]);
    expect(counts({ A: tracked(on, planned(on, "Sprint 2")) })).toEqual([0, 2]);
    expect(counts({ A: tracked(on, did("labels", "2026-01-08T10:00:01Z")) })).toEqual([1, 1]);
  });

  test("counts changes of one kind by one person to one item in one second once", () => {
    const twice = [did("labels", on), did("labels", on)];
    expect(counts({ A: old(...twice) })).toEqual([1, 0]);
    expect(counts({ A: old(...twice), B: old(...twice) })).toEqual([2, 0]);
    expect(counts({ A: old(did("labels", on), did("title", on)) })).toEqual([2, 0]);
    expect(counts({ A: old(did("labels", on), did("labels", on, { by: "bob" })) })).toEqual([2, 0]);
    expect(counts({ A: old(did("labels", on), did("labels", "2026-01-08T10:00:01Z")) })).toEqual([2, 0]);
  });

  test("counts a deleted account as a person, a bot and an unknown author not", () => {
    expect(counts({ A: old(did("comment", on, { by: GHOST })) })).toEqual([1, 0]);
    expect(counts({ A: old(did("comment", on, { by: BOT }), did("order", on, { by: null })) })).toEqual([
      0, 0,
    ]);
    const byBot = { ...tracked(on), by: BOT };
    expect(counts({ A: byBot, B: old(planned("2025-12-20", "Sprint 1"), closed(on, BOT)) })).toEqual([0, 0]);
  });

  test("does not look at epics", () => {
    const epic = { created: on, facts: { type: "Epic" }, events: [did("comment", "2026-01-09")] };
    const grown = {
      ...epic,
      events: [...epic.events, did("type", "2026-01-10", { set: { type: "Story" } })],
    };
    expect(counts({ A: epic, B: grown })).toEqual([0, 0]);
  });

  test("gives an event on a sprint's border to the sprint that begins", () => {
    const items = {
      A: old(did("comment", "2026-01-18T23:59:59Z"), did("comment", "2026-01-19T00:00:00Z")),
    };
    expect([counts(items), counts(items, "sprint-2")]).toEqual([
      [1, 0],
      [1, 0],
    ]);
  });

  test("cuts sprints by the team's days across a change of the clocks and far from Greenwich", () => {
    const spring = teamConfig({
      timezone: "Europe/Berlin",
      sprints: sprintList("Spring 2026-03-23 2026-04-05", "Next 2026-04-06 2026-04-19"),
    });
    const item = old(did("comment", "2026-04-05T21:59:59Z"), did("comment", "2026-04-05T22:00:00Z"));
    const of = (team: typeof spring, events: TrackedItem) =>
      activity({ A: events }, { team, reads: ["2026-04-25"] }).series.map(({ more }) => more.refinement);
    expect(of(spring, item)).toEqual([1, 1]);
    // In Chatham, Sprint 1 ends at 10:15 UTC on 18 January.
    const chatham = teamConfig({ timezone: "Pacific/Chatham", sprints: cadence() });
    const there = old(did("comment", "2026-01-18T10:14:59Z"), did("comment", "2026-01-18T10:15:00Z"));
    expect(of(chatham, there).slice(0, 2)).toEqual([1, 1]);
  });
});

describe("refinement activity lacks data", () => {
  test("where the source does not tell who did what", () => {
    const at = "2026-01-25T12:00:00Z";
    expect(
      measured("refinement-activity", { observations: [seen(at, { items: { A: ready(3) } })], asOf: at }),
    ).toMatchObject({
      state: "not-applicable",
      reason: "the source does not tell who changed what and when (field: activity)",
      series: [],
    });
  });

  test("before anything was read", () => {
    const result = measured("refinement-activity", { observations: [], asOf: "2026-01-25T12:00:00Z" });
    expect(result).toMatchObject({ state: "insufficient-data", reason: "no observation of the backlog yet" });
    expect(result.series.map(({ value, basis }) => [value, basis])).toEqual([
      [null, "gap"],
      [null, "gap"],
    ]);
  });

  test("before a sprint has ended", () => {
    const result = activity({ A: old() }, { reads: ["2026-01-10"] });
    expect(result).toMatchObject({ state: "insufficient-data", reason: "0 of 1 ended sprints", value: null });
  });

  test("of a sprint in which nobody did anything", () => {
    const result = activity({ A: old(did("comment", "2026-01-20")) });
    expect(result).toMatchObject({
      state: "insufficient-data",
      reason: "nobody changed an item in Sprint 1",
    });
    expect(pointOf(result, "sprint-1")).toMatchObject({
      value: null,
      basis: "gap",
      more: { refinement: 0, delivery: 0 },
    });
  });

  test("of a sprint that ended after the last reading, and of one before the first item", () => {
    const late = activity(
      { A: old(did("comment", "2026-01-06")) },
      { reads: ["2026-01-15"], asOf: "2026-01-25" },
    );
    expect(late).toMatchObject({
      state: "insufficient-data",
      reason: "the events of Sprint 1 are not known",
    });
    const young = activity({ A: tracked("2026-01-20") });
    expect(pointOf(young, "sprint-1")).toMatchObject({ value: null, more: { refinement: null } });
  });

  test("where events do not tell where items stood, until the tracker was read", () => {
    const items = {
      A: old(did("comment", "2026-01-08"), did("comment", "2026-01-21"), did("comment", "2026-02-04")),
    };
    const told = ["title", "labels"] as const;
    const result = activity(items, { told, reads: ["2026-01-22", "2026-02-10"], asOf: "2026-02-10" });
    expect(result.series.map(({ value }) => value)).toEqual([null, null, 100]);
  });
});
