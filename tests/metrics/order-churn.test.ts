import { describe, expect, test } from "vitest";
import {
  finishing,
  measured,
  pointOf,
  reportOf,
  seen,
  type TeamInput,
  unready,
} from "../support/team-builder.ts";

const letters = (order: string) => Object.fromEntries([...order].map((id) => [id, unready(1)]));
const shown = (at: string, order: string, more = {}) =>
  seen(at, { items: { ...letters([...order].toSorted().join("")), ...more }, order: [...order] });
const churn = (observations: TeamInput["observations"], asOf = "2026-01-20T12:00:00Z") =>
  measured("order-churn", { observations, asOf });

describe("reorder churn", () => {
  test("counts moves of all pairs of the last ended sprint ÷ mean survivors", () => {
    const result = churn([
      shown("2026-01-05T00:00:00Z", "ABCDE"),
      shown("2026-01-08T12:00:00Z", "EABCD"),
      shown("2026-01-15T12:00:00Z", "EBACD"),
    ]);
    expect(result).toMatchObject({
      state: "ok",
      value: 40,
      inputs: { sprint: "sprint-1", moves: 2, survivors: 5, observations: 3 },
      explain: [{ title: "Sprint 1", text: "2 moves in 3 observations ÷ 5 items that stayed = 40 %." }],
    });
  });

  test("does not count arrivals and departures", () => {
    const result = churn([shown("2026-01-05T00:00:00Z", "ABCDEF"), shown("2026-01-15T12:00:00Z", "AXBCDE")]);
    expect(result).toMatchObject({ value: 0, inputs: { moves: 0, survivors: 5 } });
  });

  test("takes an observation exactly at the start as the base, in place of an earlier one", () => {
    const result = churn([
      shown("2026-01-04T12:00:00Z", "EDCBA"),
      shown("2026-01-05T00:00:00Z", "ABCDE"),
      shown("2026-01-15T12:00:00Z", "ABCED"),
    ]);
    expect(pointOf(result, "sprint-1").more).toMatchObject({ moves: 1, observations: 2 });
  });

  test("takes the last observation before the start as the base where none is at the start", () => {
    const result = churn([
      shown("2026-01-02T12:00:00Z", "EDCBA"),
      shown("2026-01-04T12:00:00Z", "ABCDE"),
      shown("2026-01-15T12:00:00Z", "ABCED"),
    ]);
    expect(pointOf(result, "sprint-1").more).toMatchObject({ moves: 1, observations: 2 });
  });

  test("takes an observation exactly at the end into the sprint that ends and as base of the next", () => {
    const result = churn(
      [
        shown("2026-01-05T00:00:00Z", "ABCDE"),
        shown("2026-01-19T00:00:00Z", "ABCED"),
        shown("2026-01-20T12:00:00Z", "BACED"),
      ],
      "2026-01-21T12:00:00Z",
    );
    expect(pointOf(result, "sprint-1").more).toMatchObject({ moves: 1, observations: 2 });
    expect(pointOf(result, "sprint-2")).toMatchObject({ running: true, more: { moves: 1, observations: 2 } });
    expect(result.value).toBe(20);
  });

  test("skips observations that show no order", () => {
    const result = churn([
      shown("2026-01-05T00:00:00Z", "ABCDE"),
      seen("2026-01-08T12:00:00Z", { items: letters("ABCDE"), order: null }),
      shown("2026-01-15T12:00:00Z", "ABCED"),
    ]);
    expect(pointOf(result, "sprint-1").more).toMatchObject({ moves: 1, observations: 2 });
  });

  test("counts net, gross and thrash over the ids that are in every observation", () => {
    const result = churn([
      shown("2026-01-05T00:00:00Z", "ABCDEF"),
      shown("2026-01-08T12:00:00Z", "FABCDE"),
      shown("2026-01-12T12:00:00Z", "BACDE"),
      shown("2026-01-15T12:00:00Z", "ABCED"),
    ]);
    // F moves and leaves: a move, but none of gross′. B is moved and moved back, D or E is moved for good.
    const { moves, netMoves, thrash, survivors } = pointOf(result, "sprint-1").more;
    expect([moves, netMoves, survivors]).toEqual([4, 1, 16 / 3]);
    expect(thrash).toBeCloseTo(1 - 1 / 3, 12);
  });

  test("has no thrash where nothing moved", () => {
    const result = churn([shown("2026-01-05T00:00:00Z", "ABC"), shown("2026-01-15T12:00:00Z", "ABC")]);
    expect(pointOf(result, "sprint-1").more).toMatchObject({
      moves: 0,
      netMoves: 0,
      thrash: null,
      movers: 0,
    });
  });

  test("names the movers of the last ended sprint, with times and places moved", () => {
    const result = churn([
      shown("2026-01-05T00:00:00Z", "ABCDE"),
      shown("2026-01-08T12:00:00Z", "EABCD"),
      shown("2026-01-15T12:00:00Z", "ABECD"),
    ]);
    expect(result.extra.movers).toEqual([{ id: "E", times: 2, distance: 4 + 2 }]);
  });

  test("leaves out what stands in the Sprint Backlog", () => {
    const started = { E: unready(1, { category: "doing", status: "Doing" }) };
    const result = churn([
      shown("2026-01-05T00:00:00Z", "ABCDE", started),
      shown("2026-01-15T12:00:00Z", "EABCD", started),
    ]);
    expect(pointOf(result, "sprint-1").more).toMatchObject({ moves: 0, survivors: 4 });
  });
});

describe("reorder churn lacks data", () => {
  test("with one observation of the order in the sprint, counted", () => {
    const result = churn([shown("2026-01-08T12:00:00Z", "ABC")]);
    expect(result).toMatchObject({
      state: "insufficient-data",
      reason: "1 of 2 observations of the order in Sprint 1",
      value: null,
    });
    expect(pointOf(result, "sprint-1")).toMatchObject({
      value: null,
      basis: "gap",
      more: { moves: null, observations: 1 },
    });
  });

  test("before a sprint has ended", () => {
    const result = churn(
      [shown("2026-01-05T00:00:00Z", "ABC"), shown("2026-01-06T12:00:00Z", "CBA")],
      "2026-01-07T12:00:00Z",
    );
    expect(result).toMatchObject({ state: "insufficient-data", reason: "0 of 1 ended sprints" });
    expect(pointOf(result, "sprint-1").more.moves).toBe(2);
  });

  test("where nothing kept a place", () => {
    const gone = {
      A: unready(1, {
        category: "done",
        status: "Done",
        resolution: "Done",
        resolvedAt: "2026-01-07T12:00:00Z",
      }),
    };
    const result = churn([
      shown("2026-01-05T00:00:00Z", "A"),
      seen("2026-01-15T12:00:00Z", { items: { ...gone, B: unready(1) }, order: ["B"] }),
    ]);
    expect(result).toMatchObject({
      state: "insufficient-data",
      reason: "no item kept a place through Sprint 1",
      value: null,
    });
  });
});

describe("the movers", () => {
  const drag = (ids: readonly string[], id: string, to: number): string[] =>
    ids.filter((other) => other !== id).toSpliced(to, 0, id);
  const story = (start: readonly string[], ...drags: (readonly [id: string, to: number])[]) => {
    const items = Object.fromEntries(start.map((id) => [id, unready(1)]));
    let order = [...start];
    const observations = [seen("2026-01-05T00:00:00Z", { items, order })];
    for (const [index, [id, to]] of drags.entries()) {
      order = drag(order, id, to);
      observations.push(seen(`2026-01-${String(6 + index).padStart(2, "0")}T12:00:00Z`, { items, order }));
    }
    return churn(observations).extra as Record<"movers" | "moversBySprint", Record<string, unknown>[]>;
  };

  test("are sorted by how often they moved, then how far, then by key", () => {
    const start = ["A-10", "B", "C", "A-2", "D", "E", "F", "G", "X", "Y"];
    const { movers } = story(start, ["A-10", 2], ["A-2", 5], ["X", 0], ["X", 8], ["Y", 0]);
    expect(movers).toEqual([
      { id: "X", times: 2, distance: 16 },
      { id: "Y", times: 1, distance: 9 },
      { id: "A-2", times: 1, distance: 2 },
      { id: "A-10", times: 1, distance: 2 },
    ]);
  });

  test("are named up to ten for each sprint, and all of them for the last ended one", () => {
    const start = [..."ABCDEFGHIJKLMNOPQRSTUVWX"];
    const { movers, moversBySprint } = story(start, ...start.slice(-11).map((id) => [id, 0] as const));
    expect(movers).toHaveLength(11);
    expect(moversBySprint.map(({ sprint, movers }) => [sprint, (movers as unknown[]).length])).toEqual([
      ["sprint-1", 10],
      ["sprint-2", 0],
    ]);
  });
});

describe("churn of the top", () => {
  const items = {
    ...finishing([10, 10, 10, 10]),
    ...Object.fromEntries([..."ABCDEF"].map((id) => [id, unready(10)])),
  };
  const order = (at: string, ids: string) => seen(at, { items, order: [...ids] });

  test("counts moves of what is in the window of either observation ÷ its mean survivors", () => {
    const observations = [order("2026-03-02T00:00:00Z", "ABCDEF"), order("2026-03-10T12:00:00Z", "DABCFE")];
    const { more } = pointOf(churn(observations, "2026-03-20T12:00:00Z"), "sprint-5");
    // Windows ABC and DAB: of the moves of D and F (or E) only D's is in them, of A, B, C and D.
    expect(more).toMatchObject({ moves: 2, topMoves: 1, top: 25 });
  });

  test("is not known while velocity is not, for any pair", () => {
    const observations = [shown("2026-01-05T00:00:00Z", "ABC"), shown("2026-01-15T12:00:00Z", "CAB")];
    expect(pointOf(churn(observations), "sprint-1").more).toMatchObject({
      moves: 1,
      top: null,
      topMoves: null,
    });
  });
});

test("an export without any rank makes churn not applicable, with an empty series", () => {
  const items = { ...letters("ABC"), ...finishing([1, 1, 1]) };
  const observations = ["2026-01-05T00:00:00Z", "2026-01-15T12:00:00Z"].map((at) =>
    seen(at, { items, order: null }),
  );
  const report = reportOf({ observations, asOf: "2026-01-20T12:00:00Z" });
  expect(report.metrics["order-churn"]).toMatchObject({
    state: "not-applicable",
    reason: "the source does not tell the order (rank) (field: order)",
    series: [],
    movers: [],
  });
  expect(report.observations.map(({ ordered, moves }) => [ordered, moves])).toEqual([
    [0, null],
    [0, null],
  ]);
});
