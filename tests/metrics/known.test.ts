import { describe, expect, test } from "vitest";
import { estimated, measuredEvents, tracked } from "../support/event-builder.ts";
import {
  finishing,
  measured,
  pointOf,
  ready,
  seen,
  type TeamInput,
  unready,
} from "../support/team-builder.ts";

const DAYS = ["2026-01-04", "2026-01-19", "2026-02-02", "2026-02-03"].map((day) => `${day}T00:00:00Z`);
/** Looks before, between and after two sprints; the first of them without estimates. */
const learning: TeamInput = {
  observations: DAYS.map((at, index) =>
    seen(at, {
      items: { A: ready(index < 2 ? 3 : 5), B: unready(null) },
      without: index === 0 ? ["estimate"] : [],
    }),
  ),
  asOf: DAYS[3]!,
};

describe("a field that comes to be known later", () => {
  test("leaves a gap in what counts its changes", () => {
    const churn = measured("estimate-churn", learning);
    expect(pointOf(churn, "sprint-1")).toMatchObject({
      value: null,
      more: { changed: null, estimated: null },
    });
    expect(pointOf(churn, "sprint-2")).toMatchObject({ value: 0, more: { changed: 0, estimated: 1 } });
  });

  test("leaves a gap in what it covers", () => {
    const coverage = measured("estimate-coverage", learning);
    expect(pointOf(coverage, "sprint-1")).toMatchObject({
      value: null,
      basis: "gap",
      more: { readyItems: null },
    });
    expect(pointOf(coverage, "sprint-2")).toMatchObject({ value: 100, basis: "observed" });
  });
});

describe("what is not there has no share", () => {
  test("nothing ready: a gap, with the count of 0", () => {
    const observations = DAYS.map((at) => seen(at, { items: { A: unready(3) } }));
    const coverage = measured("estimate-coverage", { observations, asOf: DAYS[3]! });
    expect(pointOf(coverage, "sprint-2")).toMatchObject({
      value: null,
      basis: "gap",
      more: { readyItems: 0 },
    });
    expect(coverage).toMatchObject({ reason: "no item is ready", explain: [] });
  });

  test("no estimate at the start of the sprint", () => {
    const observations = DAYS.map((at) => seen(at, { items: { A: unready(null) } }));
    expect(measured("estimate-churn", { observations, asOf: DAYS[3]! })).toMatchObject({
      state: "insufficient-data",
      reason: "no item had an estimate at the start of Sprint 2",
      inputs: { changed: 0, estimated: 0 },
      explain: [],
    });
  });
});

describe("a sprint whose end nobody saw", () => {
  const items = Object.fromEntries(
    [0, 1, 2, 3, 4, 5].map((index) => [
      `D-${index}`,
      {
        ...finishing([3])["DONE-1"]!,
        resolvedAt: index === 0 ? "2026-03-09T12:00:00Z" : "2026-02-20T12:00:00Z",
      },
    ]),
  );
  const given = (asOf: string): TeamInput => ({
    observations: [seen("2026-03-10T12:00:00Z", { items })],
    asOf,
  });

  test("is missing from the spread of the estimates, then and later", () => {
    const spread = measured("estimate-spread", given("2026-03-17T12:00:00Z"));
    expect(spread).toMatchObject({
      state: "insufficient-data",
      reason: "what was finished in Sprint 5 is not known",
      inputs: { items: null, pooled: null },
      extra: { byEstimate: [] },
    });
    expect(pointOf(spread, "sprint-4").more.items).toBe(5);
    expect(pointOf(spread, "sprint-6")).toMatchObject({ running: true, more: { items: 5 } });
  });
});

describe("one of a kind", () => {
  test("is spoken of as one", () => {
    const at = "2026-01-20T12:00:00Z";
    const items = { A: unready(1, { createdAt: "2026-01-17T12:00:00Z" }) };
    expect(measured("item-age", { observations: [seen(at, { items })], asOf: at }).explain[0]!.text).toBe(
      "Half of 1 item in the Product Backlog is at most 3 days old.",
    );
    const alone = measuredEvents("participation", {
      items: { A: tracked("2025-12-10", estimated("2026-01-07", 3)) },
      reads: ["2026-01-25"],
    });
    expect(alone.explain[0]!.text).toBe("1 person made 1 refinement event, 100 % of them by the busiest.");
  });
});

test("an item keeps its age when a later export leaves its date of creation empty", () => {
  const [first, now] = ["2026-01-06T12:00:00Z", "2026-01-20T12:00:00Z"];
  const created = "2025-12-21T12:00:00Z";
  const observations = [
    seen(first, { items: { A: unready(1, { createdAt: created }) } }),
    seen(now, { items: { A: unready(1, { createdAt: null }) } }),
  ];
  expect(measured("item-age", { observations, asOf: now })).toMatchObject({
    value: 30,
    inputs: { items: 1 },
  });
});
