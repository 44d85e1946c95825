import { describe, expect, test } from "vitest";
import { type Day, started, story } from "../support/flow-story.ts";
import {
  finished,
  measured,
  ready,
  readyWhen,
  seen,
  sprintList,
  teamConfig,
  unready,
} from "../support/team-builder.ts";
import { measuredBy, toldBacklog } from "../support/told-story.ts";

const age = (input: Parameters<typeof measured>[1]) => measured("ready-age", input);
const itemsOf = (input: Parameters<typeof measured>[1]) => age(input).extra.items;

describe("ready age", () => {
  const result = () =>
    age(
      story(
        ["2026-01-05", { A: ready(1), B: unready(1), C: unready(1), D: unready(1) }],
        ["2026-01-15", { A: ready(1), B: ready(1), C: unready(1), D: unready(1) }],
        ["2026-02-24", { A: ready(1), B: ready(1), C: ready(1), D: unready(1) }],
        ["2026-02-25", { A: ready(1), B: ready(1), C: ready(1), D: unready(1) }],
      ),
    );

  test("is the median of days since the latest becoming ready, of the ready items now", () => {
    expect(result()).toMatchObject({ state: "ok", value: 41, series: [] });
    expect(result().extra.items).toEqual([
      { id: "A", days: 51, atLeast: true },
      { id: "B", days: 41, atLeast: false },
      { id: "C", days: 1, atLeast: false },
    ]);
  });

  test("has an 85th percentile, a shelf life of three sprints, and the share that is older", () => {
    expect(result().inputs).toMatchObject({
      items: 3,
      shelfDays: 42,
      stale: 1 / 3,
      staleItems: 1,
      atLeast: 1,
    });
    expect(result().inputs.p85).toBeCloseTo(41 + 0.7 * 10, 9);
    expect(result().explain.map(({ text }) => text)).toEqual([
      "Half of 3 ready items became ready at most 41 days ago, 85 % at most 48.",
      "1 item has been ready for longer than 3 sprints (42 days).",
      "1 item was ready when the data begins: the age is at least what is shown.",
    ]);
  });

  test("takes the length of the running sprint, else of the last", () => {
    const team = teamConfig({
      sprints: sprintList("One 2026-01-05 2026-01-11", "Two 2026-01-12 2026-01-18"),
    });
    const input = { ...story(["2026-01-06", { A: unready(1) }], ["2026-02-05", { A: ready(1) }]), team };
    expect(age(input).inputs).toMatchObject({ shelfDays: 21, stale: 0 });
  });

  test("knows no shelf life without sprints", () => {
    const input = { ...story(["2026-01-06", { A: ready(1) }]), team: teamConfig({ sprints: null }) };
    expect(age(input)).toMatchObject({ value: 0, inputs: { shelfDays: null, stale: null } });
  });
});

describe("an item is ready", () => {
  const from = (...then: Day[]) =>
    itemsOf(story(["2026-01-05", { A: unready(1) }], ["2026-01-10", { A: ready(1) }], ...then));

  test("since then, though it was re-estimated", () => {
    expect(from(["2026-01-20", { A: ready(5) }])).toEqual([{ id: "A", days: 10, atLeast: false }]);
  });

  test("anew after it fell out", () => {
    expect(
      from(
        ["2026-01-12", { A: unready(1) }],
        ["2026-01-18", { A: ready(1) }],
        ["2026-01-20", { A: ready(1) }],
      ),
    ).toEqual([{ id: "A", days: 2, atLeast: false }]);
  });

  test("as before when it returns from a sprint", () => {
    expect(from(["2026-01-12", { A: started() }], ["2026-01-20", { A: ready(1) }])).toEqual([
      { id: "A", days: 10, atLeast: false },
    ]);
    const planned = ready(1, { sprint: "Sprint 1" });
    expect(from(["2026-01-12", { A: planned }], ["2026-01-20T12:00:00Z", { A: planned }])).toEqual([
      { id: "A", days: 10, atLeast: false },
    ]);
  });

  test("as before when it is reopened", () => {
    expect(from(["2026-01-12", { A: finished("2026-01-11", 1) }], ["2026-01-20", { A: ready(1) }])).toEqual([
      { id: "A", days: 10, atLeast: false },
    ]);
  });

  test("since its return when it was pulled unready", () => {
    const days = story(
      ["2026-01-05", { A: unready(1) }],
      ["2026-01-10", { A: started() }],
      ["2026-01-18", { A: ready(1) }],
      ["2026-01-20", { A: ready(1) }],
    );
    expect(itemsOf(days)).toEqual([{ id: "A", days: 2, atLeast: false }]);
  });

  test("at least since its return when nobody saw it before its sprint", () => {
    const days = story(
      ["2026-01-05", { A: started() }],
      ["2026-01-18", { A: ready(1) }],
      ["2026-01-20", { A: ready(1) }],
    );
    expect(itemsOf(days)).toEqual([{ id: "A", days: 2, atLeast: true }]);
  });

  test("by the instant that the tracker tells", () => {
    const backlog = toldBacklog(
      {
        A: [
          ["2025-12-01T00:00:00Z", {}],
          ["2026-01-01T12:00:00Z", { status: "Ready" }],
        ],
      },
      { readAt: "2026-01-21T00:00:00Z" },
    );
    expect(measuredBy("ready-age", backlog)).toMatchObject({ value: 19.5, inputs: { atLeast: 0 } });
  });
});

describe("ready age is not known", () => {
  test("without a ready item", () => {
    expect(age(story(["2026-01-05", { A: unready(1) }]))).toMatchObject({
      state: "insufficient-data",
      reason: "0 ready items",
      value: null,
      explain: [],
      inputs: { items: 0, p85: null, stale: null },
    });
  });

  test("without an observation", () => {
    expect(age({ observations: [], asOf: "2026-01-05T12:00:00Z" })).toMatchObject({
      state: "insufficient-data",
      inputs: { items: null },
    });
  });

  test("where the rule cannot be told, by its published names", () => {
    const team = teamConfig({ ready: readyWhen({ checks: ["description"] }) });
    const at = "2026-01-05T12:00:00Z";
    const observations = [seen(at, { items: { A: ready(1) }, without: ["described"] })];
    expect(age({ team, observations, asOf: at })).toMatchObject({
      state: "not-applicable",
      series: [],
      inputs: { p85: null, shelfDays: null, stale: null },
      extra: { items: [] },
    });
  });
});
