import { describe, expect, test } from "vitest";
import {
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

const NOW = "2026-03-16T12:00:00Z";
const DONE = finishing([18, 22, 20, 16, 24]);

describe("ready depth", () => {
  test("is 0 with nothing ready, from 0 to 0, and runs dry with the running sprint", () => {
    const result = measured("ready-depth", {
      observations: [seen(NOW, { items: { ...DONE, A: unready(5) } })],
      asOf: NOW,
    });
    expect(result).toMatchObject({ state: "ok", value: 0, interval: [0, 0] });
    expect(result.extra.runsDry).toEqual({ p50: "2026-03-29", p85: "2026-03-29" });
  });

  test("lacks data, counted, without a velocity, yet counts ready items and names the whole order", () => {
    const early = "2026-02-03T12:00:00Z";
    const items = { ...finishing([18, 22]), A: ready(5), B: unready(3), C: unready(3) };
    const observations = [seen(early, { items, order: ["A", "B", "C"] })];
    const report = reportOf({ observations, asOf: early });
    expect(report.metrics["ready-depth"]).toMatchObject({
      state: "insufficient-data",
      reason: "2 of 3 finished sprints",
      value: null,
      interval: null,
      inputs: {
        readySize: 5,
        readyItems: 1,
        velocity: null,
        velocitySprints: [18, 22],
        fromTop: null,
        firstUnready: "B",
      },
      nextSprints: null,
      window: null,
      runsDry: { p50: null, p85: null },
    });
    expect(report.worklist.map(({ id }) => id)).toEqual(["B", "C"]);
    expect(report.agenda).toBeNull();
  });

  test("is told without an order, but not what only the order tells", () => {
    const items = { ...DONE, A: ready(20) };
    const result = measured("ready-depth", { observations: [seen(NOW, { items, order: null })], asOf: NOW });
    expect(result).toMatchObject({ state: "ok", value: 1, inputs: { fromTop: null, firstUnready: null } });
    expect(result.extra).toMatchObject({ nextSprints: null, window: null });
  });

  test("keeps items without a place out of window and walk, and in the depth", () => {
    const items = { ...DONE, A: ready(20), B: ready(20), LOST: ready(20) };
    const result = measured("ready-depth", {
      observations: [seen(NOW, { items, order: ["A", "B"] })],
      asOf: NOW,
    });
    expect(result).toMatchObject({ value: 3, inputs: { readyItems: 3, fromTop: 2, firstUnready: null } });
    expect(result.extra.window).toEqual(["A", "B"]);
  });

  test("is unknown when points are asked for and nothing finished has an estimate", () => {
    const items = { ...finishing([1, 1, 1, 1, 1]), A: ready(5), B: ready(null) };
    for (const id of Object.keys(DONE)) items[id as "A"] = finished("2026-02-10", null);
    const result = measured("ready-depth", { observations: [seen(NOW, { items })], asOf: NOW });
    expect(result).toMatchObject({
      state: "insufficient-data",
      reason: "no finished item has an estimate",
      inputs: { readySize: null, readyItems: 2, imputedItems: 1 },
    });
  });

  test("names failed checks by the rule's keys, in the rule's order", () => {
    const rule = readyWhen({ checks: ["maxSize", "status", "estimate"], status: ["ready "], maxSize: 8 });
    const items = { ...DONE, A: unready(13), B: unready(null), C: ready(8) };
    const report = reportOf({
      team: teamConfig({ ready: rule }),
      observations: [seen(NOW, { items, order: ["A", "B", "C"] })],
      asOf: NOW,
    });
    expect(report.worklist.map(({ failed }) => failed)).toEqual([
      ["maxSize", "status"],
      ["status", "estimate"],
    ]);
    expect(report.metrics["ready-depth"].firstUnreadyFailed).toEqual(["maxSize", "status"]);
    expect(report.metrics["ready-depth"].inputs.readyItems).toBe(1);
  });
});

describe("the series of ready depth", () => {
  const items = {
    ...DONE,
    A: ready(10),
    B: ready(10, { sprint: "Sprint 6" }),
    C: ready(20, { status: "Doing", category: "doing" }),
  };

  test("counts what is assigned to the sprint that begins, but not what is started", () => {
    const observations = [seen("2026-03-15T12:00:00Z", { items }), seen(NOW, { items })];
    const result = measured("ready-depth", { observations, asOf: NOW });
    expect(pointOf(result, "sprint-6")).toMatchObject({
      value: 1,
      at: Date.parse("2026-03-16T00:00:00Z"),
      basis: "observed",
      running: true,
      more: { readyItems: 2, readySize: 20, velocity: 20 },
    });
    // The headline stands after planning: B is in the Sprint Backlog now.
    expect(result.value).toBe(0.5);
  });

  test("counts what is left over from the sprint that ends as returned", () => {
    const left = { ...DONE, A: ready(10), B: ready(10, { sprint: "Sprint 5" }) };
    const result = measured("ready-depth", {
      observations: [seen("2026-03-15T12:00:00Z", { items: left })],
      asOf: NOW,
    });
    expect(pointOf(result, "sprint-6").more.readyItems).toBe(2);
  });

  test("has a gap where the last observation is older than one sprint, while the headline stands", () => {
    const observations = [seen("2026-03-16T00:00:00Z", { items })];
    const result = measured("ready-depth", { observations, asOf: "2026-04-20T12:00:00Z" });
    expect(result).toMatchObject({ state: "ok", value: 1 });
    expect(pointOf(result, "sprint-7")).toMatchObject({ value: 1, basis: "observed" });
    expect(pointOf(result, "sprint-8")).toMatchObject({
      value: null,
      basis: "gap",
      more: { readyItems: null },
    });
  });

  test("has a gap for sprints that began before anything was observed or a velocity was known", () => {
    const result = measured("ready-depth", { observations: [seen(NOW, { items })], asOf: NOW });
    expect(result.series.map(({ value, basis }) => [value, basis])).toEqual(Array(6).fill([null, "gap"]));
  });
});

describe("counts of ready items where the rule cannot be told", () => {
  const team = teamConfig({ ready: readyWhen({ checks: ["acceptanceCriteria"] }) });
  const observations = [
    seen(NOW, {
      items: { ...DONE, A: ready(5), B: unready(3) },
      without: ["acceptanceCriteria", "described"],
    }),
  ];
  const report = reportOf({ team, observations, asOf: NOW });

  test("leave the series empty, the worklist empty and the agenda null", () => {
    expect(report.metrics["ready-depth"]).toMatchObject({
      state: "not-applicable",
      value: null,
      series: [],
      window: null,
      nextSprints: null,
    });
    expect([report.worklist, report.agenda]).toEqual([[], null]);
    expect(report.verdict.level).toBe("unknown");
  });

  test("are null, never 0", () => {
    expect(report.metrics["ready-depth"].inputs).toMatchObject({
      readyItems: null,
      readySize: null,
      imputedItems: null,
    });
  });
});

describe("depth by a rule that asks for less", () => {
  const items = {
    ...DONE,
    A: ready(20, { labels: ["go"] }),
    B: ready(null, { labels: ["go"] }),
    C: ready(20, { labels: [] }),
    D: unready(20, { labels: ["go"] }),
  };
  const byRule = (checks: Parameters<typeof readyWhen>[0]["checks"], seenItems = items) => {
    const team = teamConfig({ ready: readyWhen({ checks, labels: ["go"], status: ["Ready"] }) });
    return measured("ready-depth", { team, observations: [seen(NOW, { items: seenItems })], asOf: NOW }).extra
      .depthByRule;
  };

  test("is that of the status and the labels alone, then with estimates, then of the whole rule", () => {
    // Velocity 20; B counts as the median of 18, 22, 20, 16 and 24.
    expect(byRule(["labels", "estimate"])).toEqual({ label: 3, estimate: 2, full: 2 });
    expect(byRule(["status", "estimate"])).toEqual({ label: 3, estimate: 2, full: 2 });
    expect(byRule(["status", "labels"])).toEqual({ label: 2, estimate: 1, full: 2 });
    expect(byRule(["estimate", "labels", "status"])).toEqual({ label: 2, estimate: 1, full: 1 });
  });

  test("has no share of a label where the rule asks for none", () => {
    expect(byRule(["estimate"])).toEqual({ label: null, estimate: 3, full: 3 });
  });

  test("is unknown without a velocity", () => {
    const { A, B } = items;
    expect(byRule(["labels"], { A, B } as typeof items)).toEqual({ label: null, estimate: null, full: null });
  });
});

test("nothing stops what is ready from the top where all of it is", () => {
  const items = { ...DONE, A: ready(20), B: ready(10) };
  const result = measured("ready-depth", {
    observations: [seen(NOW, { items, order: ["A", "B"] })],
    asOf: NOW,
  });
  expect(result).toMatchObject({
    inputs: { fromTop: 1.5, firstUnready: null },
    extra: { firstUnreadyFailed: [] },
  });
});
