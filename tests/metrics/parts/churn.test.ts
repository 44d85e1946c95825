import fc from "fast-check";
import { expect, test } from "vitest";
import { orderWalk } from "../../../src/history/order-walk.ts";
import { type Churn, churnOf, type Look, looksOf } from "../../../src/metrics/parts/churn.ts";
import { backlogOf } from "../../support/history-builder.ts";
import { observe, same } from "../../support/observation-builder.ts";

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
