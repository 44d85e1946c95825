import { describe, expect, test } from "vitest";
import { metrics } from "../../src/metrics/registry.ts";
import { finishing, ready, reportOf, seen, teamConfig, unready } from "../support/team-builder.ts";

const DONE = finishing([18, 22, 20, 16, 24]);
const NOW = "2026-03-17T12:00:00Z";
const items = { ...DONE, A: ready(null), B: ready(null), C: unready(3), D: unready(8) };
const order = (ids: string) => ({ items, order: [...ids] });

describe("insights", () => {
  test("are sentences in a fixed order, each about a metric that is there", () => {
    const { insights } = reportOf({
      team: teamConfig({ capacity: { people: 6, hoursPerDay: 6, daysOff: [], perSprint: {} } }),
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
    });
    for (const { metric } of insights) expect(metrics.map(({ id }) => id)).toContain(metric);
    expect(insights.map(({ metric, text }) => `${metric}: ${text}`)).toMatchInlineSnapshot(`
      [
        "ready-depth: From the top of the backlog, 2 sprints are ready without a gap; D is the first item that is not.",
        "ready-depth: 2 ready items of 2 have no estimate and count as the median of finished items.",
        "refinement-effort: Refinement took 6.7 % of capacity in Sprint 5, up from 3.3 %.",
        "order-churn: 3 moves rearranged the order in Sprint 5. 33 % of the rearranging was undone again.",
      ]
    `);
  });

  test("are few where little is known", () => {
    expect(reportOf({ observations: [], asOf: NOW }).insights).toEqual([]);
  });

  test("speak of one item in the singular and of several in the plural", () => {
    const of = (more: Record<string, ReturnType<typeof ready>>) =>
      reportOf({ observations: [seen(NOW, { items: { ...DONE, ...more } })], asOf: NOW })
        .insights.map(({ text }) => text)
        .join(" ");
    expect(of({ A: ready(null), B: ready(null) })).toContain(
      "2 ready items of 2 have no estimate and count as the median",
    );
    expect(of({ A: ready(null), B: ready(5) })).toContain(
      "1 ready item of 2 has no estimate and counts as the median",
    );
  });

  test("say that effort stayed where it did", () => {
    const { insights } = reportOf({
      team: teamConfig({ capacity: { people: 6, hoursPerDay: 6, daysOff: [], perSprint: {} } }),
      observations: [],
      sessions: [
        { day: "2026-01-06", minutes: 180, people: 6 },
        { day: "2026-01-20", minutes: 180, people: 6 },
      ],
      asOf: "2026-02-03T12:00:00Z",
    });
    expect(insights.map(({ text }) => text)).toEqual([
      "Refinement took 5 % of capacity in Sprint 2, unchanged from 5 %.",
    ]);
  });

  test("blame nobody and rank nobody", () => {
    const { insights } = reportOf({ observations: [seen(NOW, { items })], asOf: NOW });
    for (const { text } of insights)
      expect(text).not.toMatch(/\b(bad|poor|worst|fail|too|should|only|fault)\b/i);
  });
});
