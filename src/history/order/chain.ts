import type { OrderEdit } from "../../model/change.ts";
import { slotChain } from "./slot-chain.ts";

/** The order that edits give, one applied after another; the whole of it is only touched when it is read off. */
export type OrderChain = {
  /** @throws Error on an edit that cannot follow: the history is damaged. */
  apply: (edit: OrderEdit) => void;
  ids: () => string[];
};

export const orderChain = (): OrderChain => {
  const names: string[] = [];
  const slots = new Map<string, number>();
  const chain = slotChain();
  const slotOf = (id: string): number => {
    const known = slots.get(id);
    if (known !== undefined) return known;
    slots.set(id, names.length);
    return names.push(id) - 1;
  };
  return {
    apply: ({ out, put }) =>
      chain.apply({
        out: out.map(slotOf),
        put: put.map(([id, previous]) => [slotOf(id), previous === null ? null : slotOf(previous)] as const),
      }),
    ids: () => chain.slots().map((slot) => names[slot]!),
  };
};
