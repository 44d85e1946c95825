import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { estimated, type Happening, measuredEvents, planned, tracked } from "../support/event-builder.ts";
import { randomObservations } from "../support/random-observations.ts";
import {
  backlogOf,
  finished,
  measured,
  pointOf,
  ready,
  seen,
  sprintList,
  teamConfig,
  unready,
} from "../support/team-builder.ts";

const of = (...estimates: (number | null)[]) =>
  Object.fromEntries(estimates.map((estimate, index) => ["ABCDEF"[index]!, unready(estimate)]));
/** Looked at at the start of Sprint 1 and in the middle and at the end of it. */
const churn = (...looks: Record<string, ReturnType<typeof unready>>[]) =>
  measured("estimate-churn", {
    observations: looks.map((items, index) =>
      seen(["2026-01-05T00:00:00Z", "2026-01-12T12:00:00Z", "2026-01-19T00:00:00Z"][index]!, { items }),
    ),
    asOf: "2026-01-20T12:00:00Z",
  });

describe("estimate churn", () => {
  test("is items estimated again ÷ items with an estimate at the sprint's start", () => {
    const result = churn(of(3, 5, 8, null), of(5, 5, 8, 2), of(8, 5, 8, 2));
    expect(result).toMatchObject({
      state: "ok",
      inputs: { sprint: "sprint-1", changed: 1, estimated: 3 },
      explain: [{ text: "1 item estimated again ÷ 3 items with an estimate at the start = 33.3 %." }],
    });
    expect(result.value).toBeCloseTo(100 / 3, 10);
    // The last look is at the first instant of Sprint 2, and the change that it shows belongs to it.
    expect(pointOf(result, "sprint-2")).toMatchObject({ running: true, more: { changed: 1, estimated: 4 } });
  });

  test("takes an estimate that is taken away for changed, and a first one not", () => {
    expect(churn(of(3, null), of(null, 5), of(null, 5)).value).toBe(100);
  });

  test("counts an item once, however often it changed", () => {
    const result = measuredEvents("estimate-churn", {
      items: {
        A: tracked(
          "2025-12-10",
          estimated("2025-12-11", 3),
          estimated("2026-01-06", 5),
          estimated("2026-01-07", 8),
        ),
        B: tracked("2025-12-10", estimated("2025-12-11", 3)),
      },
      reads: ["2026-01-25"],
    });
    expect(result).toMatchObject({ value: 50, inputs: { changed: 1, estimated: 2 } });
    expect(pointOf(result, "sprint-1").basis).toBe("rebuilt");
  });

  test("does not count what changes and changes back within one second", () => {
    const at = "2026-01-06T10:00:00Z";
    const result = measuredEvents("estimate-churn", {
      items: { A: tracked("2025-12-10", estimated("2025-12-11", 3), estimated(at, 5), estimated(at, 3)) },
      reads: ["2026-01-25"],
    });
    expect(result.value).toBe(0);
  });

  test("looks at the Product Backlog: where the item stood right before the change", () => {
    const at = "2026-01-06T10:00:00Z";
    const item = (...events: Happening[]) => tracked("2025-12-10", estimated("2025-12-11", 3), ...events);
    const of = (...events: Happening[]) =>
      measuredEvents("estimate-churn", { items: { A: item(...events), B: item() }, reads: ["2026-01-25"] })
        .value;
    expect(of(planned(at, "Sprint 1"), estimated(at, 8))).toBe(50);
    expect(of(planned(at, "Sprint 1"), estimated("2026-01-06T10:00:01Z", 8))).toBe(0);
  });

  test("does not count a closed item", () => {
    const result = churn(
      { A: unready(3), B: unready(3) },
      { A: finished("2026-01-08", 8), B: unready(3) },
      { A: finished("2026-01-08", 13), B: unready(3) },
    );
    expect(result.value).toBe(0);
  });

  test("is known across a change of the clocks", () => {
    const team = teamConfig({
      timezone: "Europe/Berlin",
      sprints: sprintList("Spring 2026-03-23 2026-04-05", "Next 2026-04-06 2026-04-19"),
    });
    const item = tracked("2026-03-01", estimated("2026-03-02", 3), estimated("2026-04-05T21:59:59Z", 5));
    const result = measuredEvents("estimate-churn", { team, items: { A: item }, reads: ["2026-04-25"] });
    expect(result.series.map(({ value }) => value)).toEqual([100, 0]);
  });
});

describe("estimate churn lacks data", () => {
  test("of a sprint that began before the first observation", () => {
    const late = measured("estimate-churn", {
      observations: [
        seen("2026-01-06T12:00:00Z", { items: of(3) }),
        seen("2026-01-20T12:00:00Z", { items: of(5) }),
      ],
      asOf: "2026-01-20T12:00:00Z",
    });
    expect(late).toMatchObject({
      state: "insufficient-data",
      reason: "the estimates through Sprint 1 are not known",
      value: null,
    });
  });

  test("of a sprint whose end nobody saw", () => {
    const unseen = measured("estimate-churn", {
      observations: [
        seen("2026-01-04T12:00:00Z", { items: of(3) }),
        seen("2026-01-12T12:00:00Z", { items: of(3) }),
      ],
      asOf: "2026-01-20T12:00:00Z",
    });
    expect(pointOf(unseen, "sprint-1")).toMatchObject({ value: null, basis: "gap", more: { changed: null } });
  });

  test("where nothing had an estimate", () => {
    expect(churn(of(null), of(null), of(null))).toMatchObject({
      state: "insufficient-data",
      reason: "no item had an estimate at the start of Sprint 1",
      value: null,
    });
  });

  test("before anything was seen, and before a sprint has ended", () => {
    const at = "2026-01-10T12:00:00Z";
    const reason = (observations: Parameters<typeof measured>[1]["observations"]) =>
      measured("estimate-churn", { observations, asOf: at }).reason;
    expect(reason([])).toBe("no observation of the backlog yet");
    expect(reason([seen("2026-01-04T12:00:00Z", { items: of(3) })])).toBe("0 of 1 ended sprints");
  });

  test("where the source knows no estimates", () => {
    const at = "2026-01-20T12:00:00Z";
    const observations = [seen(at, { items: { A: ready(null) }, without: ["estimate"] })];
    expect(measured("estimate-churn", { observations, asOf: at })).toMatchObject({
      state: "not-applicable",
      series: [],
    });
  });
});

describe("by brute force", () => {
  test("is what comparing every instant with the one before says", () => {
    const asOf = "2026-03-20T12:00:00Z";
    fc.assert(
      fc.property(randomObservations({ min: 2, max: 8 }), (observations) => {
        const input = { observations, asOf };
        const result = measured("estimate-churn", input);
        const backlog = backlogOf(input);
        const instants = [...backlog.items.values()].flatMap(({ spans }) => spans.map(({ from }) => from));
        for (const { sprint, more } of result.series) {
          const { start, end } = backlog.sprints.find(({ id }) => id === sprint)!;
          const estimateOf = (id: string, t: number): number | null => {
            const item = backlog.at(id, t);
            return item?.span.stage === "product-backlog" ? (item.facts?.estimate ?? null) : null;
          };
          const changed = [...backlog.items.keys()].filter((id) =>
            instants.some((t) => {
              const had = estimateOf(id, t - 0.1);
              const now = backlog.items.get(id)!.spans.findLast(({ from }) => from <= t);
              return (
                t >= start &&
                t < end &&
                t <= backlog.asOf &&
                had !== null &&
                !!now?.facts &&
                now.facts.estimate !== had
              );
            }),
          );
          const had = [...backlog.items.keys()].filter((id) => estimateOf(id, start) !== null);
          if (more.changed !== null)
            expect([more.changed, more.estimated]).toEqual([changed.length, had.length]);
        }
      }),
    );
  });
});
