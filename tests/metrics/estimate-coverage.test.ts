import { describe, expect, test } from "vitest";
import { estimated, measuredEvents, tracked } from "../support/event-builder.ts";
import {
  type facts,
  finishing,
  measured,
  pointOf,
  ready,
  readyWhen,
  seen,
  teamConfig,
  unready,
} from "../support/team-builder.ts";

const NOW = "2026-03-16T12:00:00Z";
const DONE = finishing([10, 10, 10, 10, 10]);
type Items = Record<string, ReturnType<typeof facts>>;
const coverage = (items: Items, more: Partial<Parameters<typeof seen>[1]> = {}) =>
  measured("estimate-coverage", {
    observations: [seen(NOW, { items: { ...DONE, ...items }, order: Object.keys(items), ...more })],
    asOf: NOW,
  });

describe("estimate coverage", () => {
  test("is ready items with an estimate ÷ ready items, and the same for the window", () => {
    // The window reaches 30: A 10, B and C as the median 10.
    const result = coverage({ A: ready(10), B: unready(null), C: ready(null), D: ready(8), E: unready(2) });
    expect(result).toMatchObject({
      state: "ok",
      inputs: { readyItems: 3, windowItems: 3 },
      explain: [{ title: "Now", text: "66.7 % of 3 ready items have an estimate." }],
    });
    expect(result.value).toBeCloseTo((2 / 3) * 100, 10);
    expect(result.inputs.window).toBeCloseTo((1 / 3) * 100, 10);
  });

  test("has a point at the start of each sprint, before its planning", () => {
    const items = { A: ready(5), B: ready(null, { sprint: "Sprint 2" }), C: unready(null) };
    const result = measured("estimate-coverage", {
      observations: [
        seen("2026-01-15T12:00:00Z", { items }),
        seen("2026-01-25T12:00:00Z", { items: { ...items, B: ready(3, { sprint: "Sprint 2" }) } }),
      ],
      asOf: "2026-02-03T12:00:00Z",
    });
    expect(result.series.map(({ value, basis, more }) => [value, basis, more.readyItems])).toEqual([
      [null, "gap", null],
      [50, "observed", 2],
      [100, "observed", 2],
    ]);
  });

  test("is rebuilt from the tracker's events", () => {
    const result = measuredEvents("estimate-coverage", {
      items: {
        A: { ...tracked("2025-12-20", estimated("2026-01-07", 3)), facts: { status: "Ready" } },
        B: { ...tracked("2026-01-20"), facts: { status: "Ready" } },
      },
      reads: ["2026-02-10"],
    });
    expect(result.series.map(({ value, basis }) => [value, basis])).toEqual([
      [0, "rebuilt"],
      [100, "rebuilt"],
      [50, "rebuilt"],
    ]);
    expect(result).toMatchObject({ value: 50, inputs: { window: null } });
  });

  test("lacks data with nothing ready, and before anything was seen", () => {
    expect(coverage({ A: unready(3) })).toMatchObject({
      state: "insufficient-data",
      reason: "no item is ready",
      value: null,
      inputs: { readyItems: 0, window: 100 },
    });
    expect(measured("estimate-coverage", { observations: [], asOf: NOW })).toMatchObject({
      state: "insufficient-data",
      reason: "no observation of the backlog yet",
      value: null,
      inputs: { readyItems: null, window: null },
    });
  });

  test("knows no window without an order or a velocity", () => {
    expect(coverage({ A: ready(3) }, { order: null })).toMatchObject({
      value: 100,
      inputs: { window: null },
    });
    const early = "2026-01-06T12:00:00Z";
    const observations = [seen(early, { items: { A: ready(3) } })];
    const result = measured("estimate-coverage", { observations, asOf: early });
    expect(result).toMatchObject({ value: 100, inputs: { window: null, windowItems: null } });
  });

  test("is not applicable where the source knows no estimates, or a check of the rule not", () => {
    expect(coverage({ A: ready(null) }, { without: ["estimate"] })).toMatchObject({
      state: "not-applicable",
      reason: "the source does not tell estimates (field: estimate)",
      series: [],
      inputs: { readyItems: null, window: null },
    });
    const team = teamConfig({ ready: readyWhen({ checks: ["description"] }) });
    const observations = [seen(NOW, { items: DONE, without: ["described"] })];
    expect(measured("estimate-coverage", { team, observations, asOf: NOW })).toMatchObject({
      state: "not-applicable",
      series: [],
    });
  });

  test("is by the last observation now, whatever its age, while its points become gaps", () => {
    const observations = [seen("2026-01-10T12:00:00Z", { items: { A: ready(3) } })];
    const result = measured("estimate-coverage", { observations, asOf: NOW });
    expect(result.value).toBe(100);
    expect(pointOf(result, "sprint-5")).toMatchObject({ value: null, basis: "gap" });
  });
});
