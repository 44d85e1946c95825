/** An edit of an order whose ids are whole numbers from 0 on: what goes out, then what is put behind which (`null`: on top). */
type SlotEdit = { out: readonly number[]; put: readonly (readonly [number, number | null])[] };

/** An order that takes an edit in the time of the edit, not of the order; read off in one walk. */
export type SlotChain = {
  /** @throws Error on an edit that cannot follow: the history is damaged. */
  apply: (edit: SlotEdit) => void;
  /** The slots in their order. */
  slots: () => number[];
};

/** Links are one higher than slots: 0 is what the first stands behind, and what stands behind the last. */
const END = 0;
const OUT = -1;
const MISFIT = "an order edit puts items behind ids that are not in the order";

/** @param order slots to begin with, each once */
export const slotChain = (order: readonly number[] = []): SlotChain => {
  const after: number[] = [END];
  const before: number[] = [END];
  const join = (left: number, right: number): void => {
    after[left] = right;
    before[right] = left;
  };
  const isIn = (link: number): boolean => after[link] !== undefined && after[link] !== OUT;
  let last = END;
  for (const slot of order) {
    while (after.length <= slot + 1) after.push(OUT);
    join(last, slot + 1);
    join(slot + 1, END);
    last = slot + 1;
  }
  return {
    apply: ({ out, put }) => {
      for (const slot of out) {
        const link = slot + 1;
        if (!isIn(link)) throw new Error(MISFIT);
        join(before[link]!, after[link]!);
        after[link] = OUT;
      }
      for (const [slot, previous] of put) {
        const link = slot + 1;
        const left = previous === null ? END : previous + 1;
        if (isIn(link)) throw new Error("an order edit puts in an item that is there already");
        if (!isIn(left)) throw new Error(MISFIT);
        while (after.length <= link) after.push(OUT);
        join(link, after[left]!);
        join(left, link);
      }
    },
    slots: () => {
      const slots: number[] = [];
      for (let link = after[END]!; link !== END; link = after[link]!) slots.push(link - 1);
      return slots;
    },
  };
};
