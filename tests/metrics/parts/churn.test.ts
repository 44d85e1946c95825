import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { orderWalk } from "../../../src/history/order/walk.ts";
import { type Churn, churnOf, type Look, looksOf, windowAt } from "../../../src/metrics/parts/churn.ts";
import { backlogOf } from "../../support/history-builder.ts";
import { observe, same } from "../../support/observation-builder.ts";
import { finishing, seen, sizingFor, teamConfig } from "../../support/team-builder.ts";

/** Churn of looks at orders of open items. */
const churnBetween = (...lists: (readonly string[])[]): Churn | null => {
  const backlog = backlogOf(
    lists.map((order, index) =>
      observe(`2026-01-0${index + 1}`, same([..."ABCDEFGH"], { category: "todo" }), { order }),
    ),
  );
  const looks = backlog.observations.flatMap(({ run }, index) => (run.ordered ? [index] : []));
  return looks.length === 0 ? null : churnOf(orderWalk(backlog).stretch(looks));
};
const someOrders = fc.array(fc.shuffledSubarray([..."ABCDEFGH"], { minLength: 1 }), {
  minLength: 2,
  maxLength: 5,
});

test("thrash lies between 0 and 1, and net never exceeds gross", () => {
  fc.assert(
    fc.property(someOrders, (lists) => {
      const { moves, netMoves, thrash } = churnBetween(...lists)!;
      expect(netMoves).toBeLessThanOrEqual(moves);
      if (thrash !== null) {
        expect(thrash).toBeGreaterThanOrEqual(0);
        expect(thrash).toBeLessThanOrEqual(1);
      }
    }),
    { seed: 7 },
  );
});

test("a share of churn lies between 0 and 100 % of the survivors for each pair", () => {
  fc.assert(
    fc.property(someOrders, (lists) => {
      const { value, survivors } = churnBetween(...lists)!;
      if (survivors === 0) expect(value).toBeNull();
      else {
        expect(value!).toBeGreaterThanOrEqual(0);
        expect(value!).toBeLessThan(100 * (lists.length - 1));
      }
    }),
    { seed: 7 },
  );
});

test("leaving work never looks like undoing", () => {
  const { moves, netMoves, thrash } = churnBetween([..."ABCD"], [..."DABC"], [..."ABC"])!;
  expect([moves, netMoves, thrash]).toEqual([1, 0, null]);
});

test("moving something there and back is all thrash", () => {
  expect(churnBetween([..."ABCD"], [..."DABC"], [..."ABCD"])).toMatchObject({
    moves: 2,
    netMoves: 0,
    thrash: 1,
  });
});

test("one order is no churn at all", () => {
  expect(churnBetween([..."AB"])).toBeNull();
});

test("a sprint's looks are those after its start up to its end, and the last at or before its start", () => {
  const sprint = { id: "s", name: "S", start: 2, end: 4, exclude: false, number: 1, refs: [] };
  const at = (list: readonly Look[]): number[] => looksOf(sprint, list).map((one) => one.at);
  const all = [0, 1, 2, 3, 4, 5, 6].map((instant) => ({ index: instant, at: instant }));
  expect(at(all)).toEqual([2, 3, 4]);
  expect(at(all.filter((one) => one.at !== 2))).toEqual([1, 3, 4]);
  expect(at(all.filter((one) => one.at > 2))).toEqual([3, 4]);
  expect(at([])).toEqual([]);
});

describe("the window at the head of an order", () => {
  const NOW = "2026-03-16T12:00:00Z";
  /** After which of the items, by their estimates, the window of three sprints is full; −1: after none. */
  const fullAt = (
    unit: "points" | "items",
    finished: number[],
    estimates: (number | null)[],
  ): number | null => {
    const observations = [seen(NOW, { items: finishing(finished) })];
    const sizing = sizingFor({ team: teamConfig({ unit }), observations, asOf: NOW });
    const isLast = windowAt(sizing, 3)(Date.parse(NOW));
    return isLast && estimates.findIndex((estimate) => isLast(estimate));
  };

  test("ends with the item that makes it reach three sprints of velocity exactly", () => {
    expect(fullAt("points", [10, 10, 10, 10, 10], [13, 12, 5, 1])).toBe(2);
    expect(fullAt("points", [10, 10, 10, 10, 10], [13, 12, 4, 1, 8])).toBe(3);
    expect(fullAt("points", [10, 10, 10, 10, 10], [13, 12])).toBe(-1);
  });

  test("counts an item without an estimate as the median finished one", () => {
    expect(fullAt("points", [10, 10, 10, 10, 10], [null, null, 9, null])).toBe(3);
  });

  test("counts items where that is the unit, whatever they are estimated at", () => {
    expect(fullAt("items", [10, 10, 10, 10, 10], [100, null, 0.5, 100])).toBe(2);
  });

  test("is none without a velocity", () => {
    expect(fullAt("points", [], [100])).toBeNull();
  });
});

test("the looks of a sprint are counted, and churn of the top is unknown without a window", () => {
  expect(churnBetween([..."AB"], [..."BA"], [..."AB"])).toMatchObject({
    observations: 3,
    top: null,
    topMoves: null,
  });
});
