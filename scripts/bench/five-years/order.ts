import { orderChain } from "../../../src/history/order/chain.ts";
import type { OrderEdit } from "../../../src/model/change.ts";
import type { Dice } from "../../demo/dice.ts";

/** A tracker's order of all its items, open and closed, and how it is rearranged from day to day. */
export type DailyOrder = {
  ids: () => string[];
  /** Puts new items in and drags others, each behind another open one; what it did, as the store keeps it. */
  rearrange: (day: { arrived: readonly string[]; open: readonly string[]; drags: number }) => OrderEdit;
};

/** @param first the order that is there before the first day */
export const dailyOrder = (first: readonly string[], dice: Dice): DailyOrder & { start: OrderEdit } => {
  const chain = orderChain();
  const start: OrderEdit = { out: [], put: first.map((id, index) => [id, first[index - 1] ?? null]) };
  chain.apply(start);
  return {
    start,
    ids: chain.ids,
    rearrange: ({ arrived, open, drags }) => {
      const fresh = new Set(arrived);
      const out = new Set<string>();
      while (out.size < drags) {
        const id = dice.pick(open);
        if (!fresh.has(id)) out.add(id);
      }
      const anchors = new Set<string>();
      const put = [...out, ...arrived].map((id): [string, string] => {
        let anchor = dice.pick(open);
        while (out.has(anchor) || fresh.has(anchor) || anchors.has(anchor)) anchor = dice.pick(open);
        anchors.add(anchor);
        return [id, anchor];
      });
      const edit = { out: [...out], put };
      chain.apply(edit);
      return edit;
    },
  };
};
