import { describe, expect, test } from "vitest";
import { metrics } from "../../src/metrics/registry.ts";
import { findInsights } from "../../src/report/insights.ts";
import { closed, did, reportOfEvents, tracked } from "../support/event-builder.ts";
import { findings, points } from "../support/findings-builder.ts";
import { finishing, ready, reportOf, seen, teamConfig, unready } from "../support/team-builder.ts";

describe("insights as a whole", () => {
  const DONE = finishing([18, 22, 20, 16, 24]);
  const NOW = "2026-03-17T12:00:00Z";
  const items = { ...DONE, A: ready(null), B: ready(null), C: unready(3), D: unready(8) };
  const order = (ids: string) => ({ items, order: [...ids] });
  const team = teamConfig({ capacity: { people: 6, hoursPerDay: 6, daysOff: [], perSprint: {} } });
  const whole = () =>
    reportOf({
      team,
      observations: [
        seen("2026-03-02T00:00:00Z", order("ABCD")),
        seen("2026-03-09T12:00:00Z", order("DABC")),
        seen("2026-03-15T12:00:00Z", order("BADC")),
        seen(NOW, order("ABDC")),
      ],
      sessions: [
        { day: "2026-02-20", minutes: 120, people: 6 },
        { day: "2026-03-05", minutes: 240, people: 6 },
        { day: "2026-03-16", minutes: 600, people: 6 },
      ],
      asOf: NOW,
    }).insights;

  test("are sentences in a fixed order, each about a metric that is there", () => {
    for (const { metric } of whole()) expect(metrics.map(({ id }) => id)).toContain(metric);
    expect(whole().map(({ metric, text }) => `${metric}: ${text}`)).toMatchInlineSnapshot(`
      [
        "ready-depth: Ready depth is 2 sprints, within the 2 to 3 band for the second sprint.",
        "ready-depth: From the top of the backlog, 2 sprints are ready without a gap; D is the first item that is not: it still needs the status.",
        "refinement-effort: Refinement took 6.7 % of capacity in Sprint 5, up from 3.3 %.",
        "refinement-rate: Nothing became ready in Sprint 5; work worth 1 sprint holds the depth steady.",
        "order-churn: 3 moves rearranged the order in Sprint 5, 75 for every 100 items that stayed. 33 % of the rearranging was undone again.",
        "ready-depth: 2 of 2 ready items have no estimate and count as the median of finished items.",
      ]
    `);
  });

  test("are at most eight", () => {
    const many = {
      "ready-depth": {
        value: 1.4,
        extra: { runsDry: { p50: "2026-03-05", p85: "2026-03-12" } },
        inputs: { fromTop: 0.5, firstUnready: "A" },
      },
      "refinement-effort": { series: points([9]), extra: { effortDepth: [] } },
      "unready-pulls": { series: points([{ value: 50, more: { entered: 2, unready: 1 } }]) },
      "refinement-rate": { series: points([0.5]) },
      "order-churn": { series: points([{ value: 5, more: { moves: 1, thrash: 0 } }]) },
      "ready-age": { inputs: { items: 11, staleItems: 3 } },
      "item-age": { inputs: { items: 11, untouchedItems: 3 } },
    };
    const all = findInsights(findings(many, { agenda: { ids: ["A"], depth: 2, minutes: null } }));
    expect(all).toHaveLength(8);
    expect(all.at(-1)!.metric).toBe("order-churn");
  });

  test("are few where little is known", () => {
    expect(reportOf({ observations: [], asOf: NOW }).insights).toEqual([]);
  });

  test("speak of activity where a tracker with events has no log", () => {
    const { insights, metrics: measured } = reportOfEvents({
      items: {
        A: tracked("2025-12-10", did("comment", "2026-01-07")),
        B: tracked("2026-01-06", closed("2026-01-08")),
      },
      reads: ["2026-01-25"],
    });
    expect(measured["refinement-effort"]).toMatchObject({
      state: "insufficient-data",
      instead: "refinement-activity",
    });
    expect(insights.map(({ metric }) => metric)).toContain("refinement-activity");
  });

  test("blame nobody and rank nobody", () => {
    for (const { text } of whole())
      expect(text).not.toMatch(/\b(bad|poor|worst|best|fail|failed|too|should|must|only|fault|lazy|slow)\b/i);
  });
});
