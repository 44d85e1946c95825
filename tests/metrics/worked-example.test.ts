import { describe, expect, test } from "vitest";
import type { Facts } from "../../src/model/facts.ts";
import { reportSchema } from "../../src/report/schema.ts";
import { finished, MID_SPRINT, ready, reportOf, seen, teamConfig, unready } from "../support/team-builder.ts";

// Five sprints of 18, 22, 20, 16 and 24 points; the median of all these estimates is 5.
const FINISHED = [
  [5, 5, 8],
  [5, 5, 5, 5, 2],
  [5, 5, 5, 5],
  [3, 5, 8],
  [8, 8, 3, 5],
];
const DONE: Record<string, Facts> = Object.fromEntries(
  FINISHED.flatMap((sizes, sprint) =>
    sizes.map((size, index) => [`DONE-${sprint}${index}`, finished(MID_SPRINT[sprint]!, size)]),
  ),
);
const OPEN: Record<string, Facts> = {
  A: ready(5),
  B: ready(8),
  C: unready(3),
  D: ready(null),
  E: ready(13),
  F: unready(8),
  G: ready(5),
  H: unready(8),
};

const NOW = "2026-03-16T12:00:00Z";
const report = () =>
  reportOf({
    observations: [seen(NOW, { items: { ...DONE, ...OPEN }, order: Object.keys(OPEN) })],
    asOf: NOW,
  });
const depth = () => report().metrics["ready-depth"];

describe("the worked example", () => {
  test("is a report that keeps its contract", () => {
    expect(reportSchema.parse(structuredClone(report()))).toEqual(report());
  });

  test("has the five velocities, their mean 20 and the median 5", () => {
    expect(depth().inputs).toMatchObject({
      velocity: 20,
      velocitySprints: [18, 22, 20, 16, 24],
      imputedSize: 5,
    });
    expect(report().metrics.velocity).toMatchObject({ state: "ok", value: 20, unit: "points a sprint" });
  });

  test("has a depth of 36 ÷ 20 = 1.8, below the band, with one of five ready items imputed", () => {
    expect(depth()).toMatchObject({ state: "ok", reason: null, value: 1.8, unit: "sprints", band: [2, 3] });
    expect(depth().inputs).toMatchObject({ readySize: 36, readyItems: 5, imputedItems: 1 });
    expect(report().verdict.level).toBe("below");
  });

  test("reaches 0.65 sprints from the top, stopped by C", () => {
    expect(depth().inputs).toMatchObject({ fromTop: 0.65, firstUnready: "C" });
    expect(depth().firstUnreadyFailed).toEqual(["status"]);
  });

  test("fills the next three sprints", () => {
    const shelves = depth().nextSprints!.map(({ sprint, ready, unready, items }) => ({
      sprint,
      ready,
      unready,
      items: items.map(({ id }) => id).join(" "),
      failing: items.filter(({ failed }) => failed.length > 0).map(({ id }) => id),
    }));
    expect(shelves).toEqual([
      { sprint: 1, ready: 18, unready: 3, items: "A B C D", failing: ["C"] },
      { sprint: 2, ready: 13, unready: 8, items: "E F", failing: ["F"] },
      { sprint: 3, ready: 5, unready: 8, items: "G H", failing: ["H"] },
    ]);
    expect(depth().nextSprints!.map(({ name, start }) => [name, start])).toEqual([
      ["Sprint 7", "2026-03-30T00:00:00Z"],
      ["Sprint 8", "2026-04-13T00:00:00Z"],
      ["Sprint 9", "2026-04-27T00:00:00Z"],
    ]);
  });

  test("has all eight items in the window, of which 36 of 55 points are ready", () => {
    expect(depth().window).toEqual(["A", "B", "C", "D", "E", "F", "G", "H"]);
    expect(report().metrics.readiness).toMatchObject({
      state: "ok",
      inputs: { windowSize: 55, windowItems: 8, checks: { status: (36 / 55) * 100 } },
    });
    expect(report().metrics.readiness?.value).toBeCloseTo((36 / 55) * 100, 10);
  });

  test("puts C, F and H on the worklist and C and F on the agenda, up to 47 points", () => {
    expect(report().worklist.map(({ id, size, failed }) => [id, size, failed])).toEqual([
      ["C", 3, ["status"]],
      ["F", 8, ["status"]],
      ["H", 8, ["status"]],
    ]);
    expect(report().agenda).toEqual({ ids: ["C", "F"], depth: 47 / 20, minutes: null });
  });

  test("gives an interval between the quickest and the slowest run of sprints", () => {
    // Quickest 24 and half of 24; slowest 16, 16 and a quarter of 16.
    const [low, high] = depth().interval!;
    expect(low).toBeGreaterThanOrEqual(1.5);
    expect(high).toBeLessThanOrEqual(2.25);
    expect(low).toBeLessThan(high);
  });

  test("would be as deep with the label alone, and 31 ÷ 20 with estimates asked for", () => {
    expect(depth().depthByRule).toEqual({ label: 1.8, estimate: 31 / 20, full: 1.8 });
  });
});

describe("the worked example of the order", () => {
  const item = (): Facts => unready(1);
  const before = { A: item(), B: item(), C: item(), D: item(), E: item() };
  const churn = () =>
    reportOf({
      team: teamConfig(),
      observations: [
        seen("2026-01-05T00:00:00Z", { items: before, order: ["A", "B", "C", "D", "E"] }),
        seen("2026-01-15T12:00:00Z", {
          items: { ...before, X: item() },
          order: ["D", "C", "X", "A", "B", "E"],
        }),
      ],
      asOf: "2026-01-20T12:00:00Z",
    });

  test("is 2 moves of 5 survivors, 40 %, by D and C", () => {
    const { value, series, movers } = churn().metrics["order-churn"];
    expect(value).toBe(40);
    expect(series[0]).toMatchObject({
      sprint: "sprint-1",
      value: 40,
      moves: 2,
      survivors: 5,
      observations: 2,
    });
    expect(movers.map(({ id, times }) => [id, times])).toEqual([
      ["D", 1],
      ["C", 1],
    ]);
  });

  test("is told of the observation too", () => {
    expect(churn().observations).toMatchObject([
      { items: 5, backlog: 5, ordered: 5, survivors: null, moves: null, discordance: null },
      { items: 6, backlog: 6, ordered: 6, survivors: 5, moves: 2, discordance: 5 / 10 },
    ]);
  });
});
