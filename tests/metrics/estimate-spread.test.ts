import { describe, expect, test } from "vitest";
import { closed, measuredEvents, tracked } from "../support/event-builder.ts";
import { cadence, finished, measured, pointOf, seen, teamConfig } from "../support/team-builder.ts";

const NOW = "2026-03-03T12:00:00Z";
const DAY = 86_400_000;
/** Finished on a day after so many days of life. */
const took = (on: string, estimate: number | null, days: number) =>
  finished(on, estimate, { createdAt: new Date(Date.parse(`${on}T12:00:00Z`) - days * DAY).toISOString() });
const spread = (items: Record<string, ReturnType<typeof took>>) =>
  measured("estimate-spread", { observations: [seen(NOW, { items })], asOf: NOW });
const five = (name: string, on: string, estimate: number, days: readonly number[]) =>
  Object.fromEntries(days.map((count, index) => [`${name}-${index}`, took(on, estimate, count)]));

describe("estimate spread", () => {
  // Type 7: the 85th percentile of 5 lies at 3.4 of 4 steps.
  const small = five("S", "2026-02-24", 2, [1, 2, 4, 6, 10]);
  const large = five("L", "2026-02-10", 8, [20, 20, 20, 30, 40]);

  test("is the 85th ÷ 50th percentile within each estimate, each by its items", () => {
    const more = took("2026-02-24", 8, 20);
    const result = spread({ ...small, ...large, MORE: more });
    // 2: (6 + 0.4 × 4) ÷ 4; 8: of 20, 20, 20, 20, 30, 40 at 4.25 of 5 steps.
    const [two, eight] = [7.6 / 4, 32.5 / 20];
    expect(result.value).toBeCloseTo((two * 5 + eight * 6) / 11, 10);
    expect(result.extra.byEstimate).toMatchObject([
      { estimate: 2, items: 5, median: 4, ratio: two },
      { estimate: 8, items: 6, median: 20, ratio: eight },
    ]);
    expect(result.inputs).toMatchObject({ items: 11 });
    expect(result.explain[0]!.text).toBe(
      "2: 7.6 ÷ 4 days = 1.9; 8: 32.5 ÷ 20 days = 1.6. Their mean, each by its items, is 1.8.",
    );
  });

  test("is told beside the spread without regard to estimates", () => {
    const result = spread({ ...small, ...large });
    // 1 2 4 6 10 20 20 20 30 40: the middle is 15, 7.65 of 9 steps is 26.5.
    expect(result.inputs.pooled).toBeCloseTo(26.5 / 15, 10);
  });

  test("looks at the ten sprints up to each, the running one so far and out of the headline", () => {
    const result = spread({ ...small, ...large, RUNNING: took("2026-03-03", 2, 100) });
    expect(pointOf(result, "sprint-2")).toMatchObject({ value: null, basis: "gap", more: { items: 0 } });
    expect(pointOf(result, "sprint-3")).toMatchObject({ value: 34 / 20, more: { items: 5 } });
    expect(pointOf(result, "sprint-4").more.items).toBe(10);
    expect(pointOf(result, "sprint-5")).toMatchObject({ running: true, more: { items: 11 } });
  });

  test("does not count what has no estimate, no date or an end before its beginning", () => {
    const items = { ...small, A: took("2026-02-24", null, 3), B: took("2026-02-24", 2, -3) };
    expect(spread(items).inputs.items).toBe(5);
    const dateless = finished("2026-02-24", 2, { createdAt: null });
    expect(spread({ ...small, C: dateless }).inputs.items).toBe(5);
  });

  test("counts what was finished in the instant of its creation as no time at all", () => {
    const atOnce = took("2026-02-24", 2, 0);
    expect(spread({ ...small, A: atOnce }).inputs.items).toBe(6);
    const all = spread(five("S", "2026-02-24", 2, [0, 0, 0, 0, 9]));
    expect(all).toMatchObject({
      state: "insufficient-data",
      reason: "half of the finished items took no time",
      inputs: { items: 5 },
    });
  });

  test("forgets what was finished eleven sprints ago", () => {
    const team = teamConfig({ sprints: cadence({ days: 7 }) });
    const weekly = Object.fromEntries(
      Array.from({ length: 12 }, (_, week) => {
        const on = new Date(Date.UTC(2026, 0, 7 + 7 * week)).toISOString().slice(0, 10);
        return [`W-${week}`, took(on, 2, 1)];
      }),
    );
    const asOf = "2026-03-30T12:00:00Z";
    const { series } = measured("estimate-spread", {
      team,
      observations: [seen(asOf, { items: weekly })],
      asOf,
    });
    expect(series.map(({ more }) => more.items)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10, 10, 9]);
  });

  test("takes the estimate of the time of the finish, from events too", () => {
    const items = Object.fromEntries(
      [1, 2, 4, 6, 10].map((days, index) => [
        `A-${index}`,
        { ...tracked("2026-01-20", closed(`2026-01-${20 + days}`)), facts: { estimate: 3 } },
      ]),
    );
    const result = measuredEvents("estimate-spread", { items, reads: ["2026-02-17"] });
    expect(result).toMatchObject({
      state: "ok",
      value: 7.6 / 4,
      extra: { byEstimate: [{ estimate: 3, items: 5 }] },
    });
  });
});

describe("estimate spread lacks data", () => {
  test.each([
    [
      "with few items of each estimate",
      spread({ ...five("A", "2026-02-24", 2, [1, 2, 3, 4]), B: took("2026-02-24", 3, 5) }),
      "4 of 5 finished items of one estimate",
    ],
    ["with nothing finished", spread({}), "what was finished in Sprint 4 is not known"],
    [
      "where half of the items took no time",
      spread(five("A", "2026-02-24", 2, [0, 0, 0, 1, 2])),
      "half of the finished items took no time",
    ],
    [
      "before anything was seen",
      measured("estimate-spread", { observations: [], asOf: NOW }),
      "no observation of the backlog yet",
    ],
    [
      "before a sprint has ended",
      measured("estimate-spread", {
        observations: [seen("2026-01-07T12:00:00Z", { items: five("A", "2026-01-06", 2, [1, 2, 3, 4, 5]) })],
        asOf: "2026-01-07T12:00:00Z",
      }),
      "0 of 1 ended sprints",
    ],
  ])("%s", (_, result, reason) => {
    expect(result).toMatchObject({ state: "insufficient-data", reason, value: null, explain: [] });
  });

  test("where the source knows no estimates", () => {
    const observations = [seen(NOW, { items: {}, without: ["estimate"] })];
    expect(measured("estimate-spread", { observations, asOf: NOW })).toMatchObject({
      state: "not-applicable",
      extra: { byEstimate: [] },
      series: [],
    });
  });
});
