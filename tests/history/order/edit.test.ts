import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyOrderEdit, orderEdit } from "../../../src/history/order/edit.ts";
import { movesBetween } from "../../../src/history/order/moves.ts";

const order = fc.uniqueArray(fc.constantFrom(..."ABCDEFGHIJKLMN")).map((ids) => Object.freeze(ids));

describe("an edit of the order", () => {
  test("leads from any order to any other", () => {
    fc.assert(
      fc.property(order, order, (a, b) => {
        const edit = orderEdit(a, b);
        expect(edit === null ? a : applyOrderEdit(a, edit)).toEqual(b);
      }),
      { numRuns: 500 },
    );
  });

  test("is none exactly when nothing changed", () => {
    fc.assert(
      fc.property(order, order, (a, b) => {
        expect(orderEdit(a, b) === null).toBe(a.join() === b.join());
        expect(orderEdit(a, a)).toBeNull();
      }),
    );
  });

  test("holds departures, arrivals and moves, and nothing else", () => {
    fc.assert(
      fc.property(order, order, (a, b) => {
        const edit = orderEdit(a, b) ?? { out: [], put: [] };
        const moves = movesBetween(a, b).moved.length;
        expect(edit.out).toHaveLength(a.filter((id) => !b.includes(id)).length + moves);
        expect(edit.put).toHaveLength(b.filter((id) => !a.includes(id)).length + moves);
      }),
    );
  });

  test("names what each id now follows, and nothing at the top", () => {
    expect(orderEdit([..."ABCDE"], [..."DCXABE"])).toEqual({
      out: ["C", "D"],
      put: [
        ["D", null],
        ["C", "D"],
        ["X", "C"],
      ],
    });
  });

  test("is refused when it does not fit the order", () => {
    const damaged = new Error("an order edit puts items behind ids that are not in the order");
    expect(() => applyOrderEdit(["A"], { out: [], put: [["B", "Z"]] })).toThrow(damaged);
    expect(() => applyOrderEdit(["A"], { out: ["Z"], put: [] })).toThrow(damaged);
  });
});
