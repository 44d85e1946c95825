import { describe, expect, test } from "vitest";
import { started, story } from "../support/flow-story.ts";
import {
  facts,
  finished,
  finishing,
  measured,
  pointOf,
  ready,
  readyWhen,
  reportOf,
  seen,
  teamConfig,
  unready,
} from "../support/team-builder.ts";
import { measuredBy, toldBacklog } from "../support/told-story.ts";

const NEW = { createdAt: "2026-01-08T09:00:00Z" };

/** Sprint 1: two arrive, one of them a split, one is pulled, one becomes ready, one is dropped from the backlog. */
const busy = story(
  [
    "2026-01-05T00:00:00Z",
    { A: ready(3), B: unready(5), C: unready(8), D: started({ estimate: 2 }), E: unready(1) },
  ],
  [
    "2026-01-16",
    {
      A: started({ estimate: 3 }),
      B: ready(5),
      C: facts({
        category: "done",
        status: "Done",
        resolution: "Duplicate",
        resolvedAt: "2026-01-15T10:00:00Z",
        estimate: 8,
      }),
      D: finished("2026-01-14", 2),
      E: unready(1),
      F: unready(null, { ...NEW, parent: "E" }),
      G: ready(1, NEW),
    },
  ],
  ["2026-01-20", { A: started(), B: ready(5), E: unready(1), F: unready(null, NEW), G: ready(1, NEW) }],
);

describe("backlog flow", () => {
  const result = () => measured("backlog-flow", busy);

  test("counts every way of the last ended sprint, and the growth of the Product Backlog", () => {
    const { more, ...point } = pointOf(result(), "sprint-1");
    expect(more).toMatchObject({
      arrived: 1,
      split: 1,
      becameReady: 2,
      returnedReady: 0,
      fellOut: 0,
      pulled: 1,
      returned: 0,
      finished: 1,
      dropped: 1,
      reopened: 0,
      net: 0,
    });
    expect(point).toMatchObject({ value: 0, basis: "observed", running: false });
    expect(result()).toMatchObject({ state: "ok", value: 0, inputs: { sprint: "sprint-1", net: 0 } });
    expect(result().explain[0]!.text).toBe(
      "The Product Backlog kept its number of items. Of items: 1 arrived, 1 split off, 2 became ready, 1 pulled into a sprint, 1 finished, 1 dropped.",
    );
  });

  test("sums up sizes, by the estimate of the moment, and not at all where one is unknown", () => {
    const { more } = pointOf(result(), "sprint-1");
    expect(more).toMatchObject({ becameReadySize: 6, pulledSize: 3, finishedSize: 2, droppedSize: 8 });
    expect([more.arrivedSize, more.splitSize, more.netSize]).toEqual([null, null, null]);
    const inItems = measured("backlog-flow", { ...busy, team: teamConfig({ unit: "items" }) });
    expect(pointOf(inItems, "sprint-1").more).toMatchObject({
      arrivedSize: 1,
      becameReadySize: 2,
      netSize: 0,
    });
  });

  test("lists the items behind the counts, each once and sorted by key", () => {
    const lists = (result().extra.items as Record<string, unknown>[])[0];
    expect(lists).toMatchObject({
      sprint: "sprint-1",
      arrived: [{ id: "G" }],
      split: [{ id: "F" }],
      becameReady: [{ id: "B" }, { id: "G" }],
      pulled: [{ id: "A" }],
      pulledUnready: [],
      finished: [{ id: "D" }],
      dropped: [{ id: "C" }],
      wentStale: [],
    });
  });

  test("says what each lacked that fell out or was pulled unready, by the rule of then", () => {
    const rule = readyWhen({ checks: ["status", "estimate"], status: ["Ready"] });
    const days = story(
      ["2026-01-05T00:00:00Z", { A: ready(1), B: unready(null), C: ready(1) }],
      ["2026-01-07", { A: ready(null), B: started({ estimate: 2 }), C: started() }],
      ["2026-01-20", { A: ready(3), B: started({ estimate: 2 }), C: started() }],
    );
    const { extra } = measured("backlog-flow", { ...days, team: teamConfig({ ready: rule }) });
    expect((extra.items as Record<string, unknown>[])[0]).toMatchObject({
      fellOut: [{ id: "A", failed: ["estimate"] }],
      pulled: [{ id: "B" }, { id: "C" }],
      pulledUnready: [{ id: "B", failed: ["status", "estimate"] }],
    });
  });

  test("gets titles and links in a report only by the one way that gives them", () => {
    const report = reportOf({
      ...busy,
      team: teamConfig({ publish: { titles: false, people: false, links: true } }),
    });
    expect(report.metrics["backlog-flow"]!.items[0]!.split).toEqual([{ id: "F", title: null, url: null }]);
  });
});

describe("backlog flow of a time that nobody saw", () => {
  const items = {
    A: ready(1, { createdAt: "2026-01-07T09:00:00Z" }),
    B: finished("2026-01-22", 1, { createdAt: "2025-12-01T09:00:00Z" }),
    C: started({ createdAt: "2026-01-08T09:00:00Z" }),
  };
  const result = () =>
    measured("backlog-flow", {
      observations: [seen("2026-02-03T12:00:00Z", { items })],
      asOf: "2026-02-03T12:00:00Z",
    });

  test("tells arrivals and closings by their dates, and leaves the rest a gap", () => {
    const [first, second] = [pointOf(result(), "sprint-1"), pointOf(result(), "sprint-2")];
    expect(first).toMatchObject({ value: null, basis: "gap", more: { arrived: 2, finished: 0, net: null } });
    expect(second).toMatchObject({
      value: null,
      more: { arrived: 0, finished: 1, becameReady: null, pulled: null },
    });
    const [lists] = result().extra.items as Record<string, unknown>[];
    expect(lists).toMatchObject({ arrived: [{ id: "A" }, { id: "C" }], pulled: null, wentStale: null });
  });

  test("says what is missing, counted", () => {
    expect(result()).toMatchObject({
      state: "insufficient-data",
      reason: "0 of 1 observations at or before the start of Sprint 2",
      value: null,
    });
    const early = { observations: [seen("2026-01-06T12:00:00Z", { items })], asOf: "2026-01-06T12:00:00Z" };
    expect(measured("backlog-flow", early).reason).toBe("0 of 1 ended sprints");
    expect(measured("backlog-flow", { observations: [], asOf: "2026-02-03T12:00:00Z" })).toMatchObject({
      reason: "no observation of the backlog yet",
      value: null,
    });
  });

  test("is rebuilt where the tracker's events tell it", () => {
    const backlog = toldBacklog(
      {
        A: [["2026-01-08T09:00:00Z", {}]],
        B: [
          ["2026-01-09T09:00:00Z", {}],
          ["2026-01-21T09:00:00Z", { sprint: "Sprint 2" }],
        ],
      },
      { readAt: "2026-02-10T12:00:00Z" },
    );
    expect(measuredBy("backlog-flow", backlog).series.map(({ value, basis }) => [value, basis])).toEqual([
      [2, "rebuilt"],
      [-1, "rebuilt"],
      [1, "observed"],
    ]);
  });
});

test("counts of ready items are null where the rule cannot be told, and the others stand", () => {
  const team = teamConfig({ ready: readyWhen({ checks: ["notBlocked"] }) });
  const observations = busy.observations.map((one) => ({
    ...one,
    fields: one.fields.filter((field) => field !== "blocked"),
  }));
  const { more } = pointOf(measured("backlog-flow", { ...busy, team, observations }), "sprint-1");
  expect(more).toMatchObject({
    becameReady: null,
    returnedReady: null,
    fellOut: null,
    becameReadySize: null,
  });
  expect(more).toMatchObject({ arrived: 1, pulled: 1, net: 0 });
});

test("an empty sprint has a true 0", () => {
  const items = finishing([1]);
  const at = (instant: string) => seen(instant, { items });
  const observations = [at("2026-01-19T00:00:00Z"), at("2026-02-03T12:00:00Z")];
  const result = measured("backlog-flow", { observations, asOf: "2026-02-03T12:00:00Z" });
  expect(pointOf(result, "sprint-2")).toMatchObject({ value: 0, more: { arrived: 0, pulled: 0 } });
});
