import fc from "fast-check";
import { expect, test } from "vitest";
import { churnOf, type Ordered, ordersOf } from "../../../src/metrics/parts/churn.ts";

const orders = (...lists: (readonly string[])[]): Ordered[] =>
  lists.map((ids, at) => ({ at, ids: [...ids], window: null }));
const someOrders = fc.array(fc.shuffledSubarray([..."ABCDEFGH"]), { minLength: 2, maxLength: 5 });

test("thrash lies between 0 and 1, and net never exceeds gross", () => {
  fc.assert(
    fc.property(someOrders, (lists) => {
      const { moves, netMoves, thrash } = churnOf(orders(...lists))!;
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
      const { value, survivors } = churnOf(orders(...lists))!;
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
  const { moves, netMoves, thrash } = churnOf(orders([..."ABCD"], [..."DABC"], [..."ABC"]))!;
  expect([moves, netMoves, thrash]).toEqual([1, 0, null]);
});

test("moving something there and back is all thrash", () => {
  expect(churnOf(orders([..."ABCD"], [..."DABC"], [..."ABCD"]))).toMatchObject({
    moves: 2,
    netMoves: 0,
    thrash: 1,
  });
});

test("one order, or none, is no churn at all", () => {
  expect(churnOf(orders([..."AB"]))).toBeNull();
  expect(churnOf([])).toBeNull();
});

test("a sprint's orders are those after its start up to its end, and the last at or before its start", () => {
  const sprint = { id: "s", name: "S", start: 2, end: 4, exclude: false, number: 1 };
  const at = (list: Ordered[]): number[] => ordersOf(sprint, list).map((one) => one.at);
  const all = orders(...Array<string[]>(7).fill(["A"]));
  expect(at(all)).toEqual([2, 3, 4]);
  expect(at(all.filter((one) => one.at !== 2))).toEqual([1, 3, 4]);
  expect(at(all.filter((one) => one.at > 2))).toEqual([3, 4]);
});
