import fc from "fast-check";
import { expect, test } from "vitest";
import { withoutCarriedOver } from "../../../src/metrics/parts/carried-over.ts";
import type { Facts } from "../../../src/model/facts.ts";
import { started, story } from "../../support/flow-story.ts";
import { backlogOf, facts, finished, measured, ready, unready } from "../../support/team-builder.ts";

const DAYS = [
  "2026-01-05T00:00:00Z",
  "2026-01-12",
  "2026-01-21",
  "2026-01-30",
  "2026-02-03",
  "2026-02-16T00:00:00Z",
];
const state: fc.Arbitrary<Facts> = fc.oneof(
  fc
    .constantFrom(null, "Sprint 1", "Sprint 2", "Sprint 3")
    .chain((sprint) => fc.constantFrom(ready(1, { sprint }), unready(2, { sprint }), started({ sprint }))),
  fc
    .constantFrom("2026-01-11", "2026-01-20", "2026-01-20T00:00:00Z", "2026-02-02")
    .map((on) => finished(on, 3)),
  fc.constant(facts({ type: "Epic" })),
  fc.constant(unready(1, { createdAt: "2026-01-20T08:00:00Z" })),
);

test("net growth is the difference of the Product Backlogs, and each way what comparing instants gives", () => {
  const day = fc.dictionary(fc.constantFrom(..."ABCD"), state);
  fc.assert(
    fc.property(fc.array(day, { minLength: 6, maxLength: 6 }), (days) => {
      /** Nothing is seen before it was created. */
      const possible = (items: Record<string, Facts>, index: number) =>
        Object.fromEntries(Object.entries(items).filter(([, one]) => index > 1 || one.createdAt! < "2026"));
      const input = story(...days.map((items, index) => [DAYS[index]!, possible(items, index)] as const));
      const backlog = backlogOf(input);
      const { series } = measured("backlog-flow", input);
      for (const { start, end, id } of backlog.sprints.slice(0, 3)) {
        const { more } = series.find(({ sprint }) => sprint === id)!;
        const before = (t: number) => backlog.productBacklog(t - 1).length;
        // The first look tells what is there, not that it moved; half a millisecond is left to contradicted dates.
        const from =
          start === backlog.observations[0]!.at ? backlog.productBacklog(start + 0.25).length : before(start);
        expect(more.net).toBe(before(end) - from);
        if ([...backlog.items.values()].some(({ spans }) => wasCarried(backlog, spans))) continue;
        expect(more).toMatchObject(naive(backlog, start, end));
      }
    }),
    { numRuns: 150, seed: 5 },
  );
});

type Backlog = ReturnType<typeof backlogOf>;

const wasCarried = (backlog: Backlog, spans: Parameters<typeof withoutCarriedOver>[0]): boolean =>
  withoutCarriedOver(spans, {
    asOf: backlog.asOf,
    assignment: {
      of: (span) => backlog.assignedSprint(span.facts?.sprint ?? null),
      after: (sprint) => backlog.sprints[backlog.sprints.indexOf(sprint) + 1] ?? null,
    },
  }) !== spans;

/** Where an item is at an instant, asked of the backlog anew each time. */
const placeAt = (backlog: Backlog, id: string, t: number): string => {
  const span = backlog.items.get(id)?.spans.findLast(({ from }) => from <= t);
  if (span === undefined) return "none";
  if (span.stage !== "product-backlog") return span.stage;
  return backlog.failed({ id, facts: span.facts, span }, t).length === 0 ? "ready" : "unready";
};

/** Becoming ready, falling out, being pulled and returning: at every instant of the sprint, before and after. */
const naive = (backlog: Backlog, start: number, end: number): Record<string, number> => {
  const counts = { becameReady: 0, fellOut: 0, returned: 0, returnedReady: 0 };
  const first = backlog.observations[0]!.at;
  for (const { id, spans } of backlog.items.values()) {
    for (const t of new Set(spans.map(({ from }) => from))) {
      if (t < start || t >= end || t <= first) continue;
      const [a, b] = [placeAt(backlog, id, t - 0.25), placeAt(backlog, id, t)];
      if (b === "ready" && ["none", "unready", "ignored"].includes(a) && spans[0]!.from <= t) {
        const was = spans.some(({ from, stage }) => from < t && stage !== "ignored");
        counts[a === "ignored" && was ? "returnedReady" : "becameReady"] += 1;
      }
      if (a === "ready" && b === "unready") counts.fellOut += 1;
      if (a === "sprint-backlog" && (b === "ready" || b === "unready")) counts.returned += 1;
      if (b === "ready" && ["sprint-backlog", "finished", "dropped"].includes(a)) counts.returnedReady += 1;
    }
  }
  return counts;
};
