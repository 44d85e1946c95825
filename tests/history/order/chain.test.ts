import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { orderChain } from "../../../src/history/order/chain.ts";
import { orderEdit } from "../../../src/history/order/edit.ts";
import { slotChain } from "../../../src/history/order/slot-chain.ts";

const order = fc.uniqueArray(fc.constantFrom(..."ABCDEFGHIJKLMN"));

describe("a chain", () => {
  test("follows the edits from one order to the next, through any orders", () => {
    fc.assert(
      fc.property(fc.array(order, { maxLength: 6 }), (orders) => {
        const chain = orderChain();
        let before: string[] = [];
        for (const next of orders) {
          const edit = orderEdit(before, next);
          if (edit) chain.apply(Object.freeze(edit));
          expect(chain.ids()).toEqual(next);
          before = next;
        }
      }),
    );
  });

  test("takes back what went out, at another place", () => {
    const chain = slotChain([2, 0, 1]);
    chain.apply({ out: [0], put: [] });
    expect(chain.slots()).toEqual([2, 1]);
    chain.apply({
      out: [2],
      put: [
        [0, null],
        [2, 1],
      ],
    });
    expect(chain.slots()).toEqual([0, 1, 2]);
  });

  test("refuses an edit that does not fit", () => {
    const chain = () => slotChain([0, 1]);
    const misfit = "an order edit puts items behind ids that are not in the order";
    expect(() => chain().apply({ out: [7], put: [] })).toThrow(misfit);
    expect(() => chain().apply({ out: [0, 0], put: [] })).toThrow(misfit);
    expect(() => chain().apply({ out: [], put: [[5, 7]] })).toThrow(misfit);
    expect(() => chain().apply({ out: [0], put: [[5, 0]] })).toThrow(misfit);
    expect(() => chain().apply({ out: [], put: [[1, 0]] })).toThrow("there already");
  });
});
