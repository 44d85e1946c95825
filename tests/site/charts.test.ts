import { describe, expect, test } from "vitest";
import { percentOn, scaleOf } from "../../src/charts/scale.ts";
import { trendModel } from "../../src/charts/trend-model.ts";
import { bandEdges, placePoints, shortLabels } from "../../src/charts/trend-shape.ts";
import { sampleDepth } from "./sample-depth.ts";
import { sampleReport } from "./sample-report.ts";

describe("a scale", () => {
  test("starts at 0 and ends on a round tick above the highest value", () => {
    expect(scaleOf([1.6, 2.4])).toEqual({ min: 0, max: 3, ticks: [0, 1, 2, 3] });
    expect(scaleOf([40])).toEqual({ min: 0, max: 40, ticks: [0, 10, 20, 30, 40] });
  });

  test("reaches below 0 when a value does", () => {
    const { min, max, ticks } = scaleOf([-7, 12]);
    expect(min).toBeLessThanOrEqual(-7);
    expect(max).toBeGreaterThanOrEqual(12);
    expect(ticks).toContain(0);
  });

  test("exists for nothing and for nothing but 0", () => {
    expect(scaleOf([]).max).toBeGreaterThan(0);
    expect(scaleOf([0]).max).toBeGreaterThan(0);
  });

  test("keeps a value inside", () => {
    expect(percentOn({ min: 0, max: 4 }, 1)).toBe(25);
    expect(percentOn({ min: 0, max: 4 }, 9)).toBe(100);
  });
});

describe("a trend", () => {
  const model = trendModel(sampleReport(), sampleDepth());

  test("breaks at a gap: no point and no line there", () => {
    const { placed, segments } = placePoints(model.points, model.scale);
    expect(placed.map((point) => point.label)).toEqual([
      "Sprint 3",
      "Sprint 4",
      "Sprint 6",
      "Sprint 7",
      "Sprint 8",
    ]);
    expect(segments.map(({ from, to }) => `${from.label} to ${to.label}`)).toEqual([
      "Sprint 3 to Sprint 4",
      "Sprint 6 to Sprint 7",
      "Sprint 7 to Sprint 8",
    ]);
  });

  test("a gap between two points is bridged by nothing", () => {
    const gap = { label: "", value: null, running: false, basis: "gap" as const, signal: null };
    const point = { ...gap, value: 1, basis: "observed" as const };
    expect(placePoints([point, gap, point], model.scale).segments).toEqual([]);
  });

  test("its band reaches to the edge where it is open", () => {
    expect(bandEdges([null, 10], { min: 0, max: 20, ticks: [] })).toEqual({ top: 50, bottom: 100 });
    expect(bandEdges([5, null], { min: 0, max: 20, ticks: [] })).toEqual({ top: 0, bottom: 75 });
  });

  test("a long name is cut on the axis only", () => {
    expect(shortLabels(["Sprint 7", "Sprint 8"])).toEqual(["Sprint 7", "Sprint 8"]);
    expect(shortLabels(["Harbour Sprint 12", "Harbour Sprint 13"])).toEqual(["Sprint 12", "Sprint 13"]);
    expect(shortLabels(["One and the same long name"]).map((label) => [...label].length)).toEqual([14]);
    expect(shortLabels([])).toEqual([]);
  });
});
