import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { orderEdit } from "../../../src/history/order/edit.ts";
import { orderPlaces, ordersOf } from "../../../src/history/order/places.ts";

const order = fc.uniqueArray(fc.constantFrom(..."ABCDEFGHIJKLMN"));

/** The edits that lead from one order to the next. */
const editsOf = (orders: readonly (readonly string[])[]) =>
  orders.map((next, index) => orderEdit(orders[index - 1] ?? [], next));

describe("the places of orders", () => {
  test("give back every order, forwards and backwards", () => {
    fc.assert(
      fc.property(fc.array(order, { maxLength: 6 }), (orders) => {
        const at = ordersOf(orderPlaces(Object.freeze(editsOf(orders))));
        for (const [index, ids] of orders.entries()) expect(at(index)).toEqual(ids);
        for (const index of [...orders.keys()].reverse()) expect(at(index)).toEqual(orders[index]);
      }),
    );
  });

  test("are as many as were ever put in, and what stays keeps its own", () => {
    const { names, slots, edits } = orderPlaces(editsOf([[..."ABC"], [..."CAB"], [..."CBD"]]));
    expect(names).toEqual([..."ABCD"]);
    expect([...slots].map((slot) => names[slot]).join("")).toBe("CABDC");
    expect(edits[1]).toEqual({ out: [2], put: [[2, 0]] });
  });

  test("refuse an edit that does not fit", () => {
    const start = { out: [], put: [["A", null] as const, ["B", "A"] as const] };
    const misfit = "an order edit puts items behind ids that are not in the order";
    const after = (out: string[], put: [string, string | null][]) => () =>
      orderPlaces([start, null, { out, put }]);
    expect(after(["X"], [])).toThrow(misfit);
    expect(after(["A", "A"], [])).toThrow(misfit);
    expect(after([], [["C", "X"]])).toThrow(misfit);
    expect(after(["A"], [["C", "A"]])).toThrow(misfit);
    expect(after([], [["B", "A"]])).toThrow("there already");
  });
});
