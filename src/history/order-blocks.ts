/** An order in parts that stay together while something happens: single slots that it happens to, and runs of others. */
export type Blocks = {
  /** The blocks in their order. */
  sequence: readonly number[];
  /** Of each block how many of its slots count; a single slot is one. */
  weights: readonly number[];
  /** The block of each slot that may move, come or go. */
  singles: ReadonlyMap<number, number>;
  /** The slots of a block that count, first to last; a single slot whether it counts or not. */
  members: (block: number) => readonly number[];
  /** All slots of these blocks, one after the other. */
  spread: (sequence: readonly number[]) => Int32Array;
};

/**
 * Cuts an order at the slots that something will happen to. Between two others nothing can come in, since an edit
 * names the slot behind which it puts another.
 * @param options.touched slots that may move, come or go; those that are not in the order yet get blocks as well
 * @param options.counts of every slot whether it counts; not asked of those touched, which come and go
 */
export const blocksOf = (
  order: Int32Array,
  options: { touched: readonly number[]; counts: Uint8Array },
): Blocks => {
  const { touched, counts } = options;
  const isTouched = new Uint8Array(counts.length);
  for (const slot of touched) isTouched[slot] = 1;
  const sequence: number[] = [];
  const weights: number[] = [];
  const singles = new Map<number, number>();
  /** Block b holds the slots from begins[b] to ends[b]: a part of the order, or one that is not in it yet behind it. */
  const slots = new Int32Array(order.length + touched.length);
  slots.set(order);
  const begins: number[] = [];
  const ends: number[] = [];
  const add = (begin: number, end: number, weight: number): number => {
    ends.push(end);
    weights.push(weight);
    return begins.push(begin) - 1;
  };
  const single = (slot: number, at: number): number => {
    // Taken out of the marks, so that what is left there is not in the order yet.
    isTouched[slot] = 0;
    const block = add(at, at + 1, 1);
    singles.set(slot, block);
    return block;
  };
  for (let at = 0; at < order.length; at += 1) {
    const begin = at;
    let weight = 0;
    // Nearly all of the order passes by here: nothing is done to a slot but to look at its marks.
    for (; at < order.length && isTouched[order[at]!] === 0; at += 1) weight += counts[order[at]!]!;
    if (at > begin) sequence.push(add(begin, at, weight));
    if (at < order.length) sequence.push(single(order[at]!, at));
  }
  let length = order.length;
  for (const slot of touched) {
    if (isTouched[slot] === 0) continue;
    slots[length] = slot;
    single(slot, length);
    length += 1;
  }

  // The same few blocks on top are read at every look. What is in a run of others stays, so it may be read late.
  const known: (readonly number[] | undefined)[] = [];
  const read = (block: number): readonly number[] => {
    const [begin, end] = [begins[block]!, ends[block]!];
    const own: number[] = [];
    for (let at = begin; at < end; at += 1)
      if (end - begin === 1 || counts[slots[at]!] === 1) own.push(slots[at]!);
    return own;
  };
  return {
    sequence,
    weights,
    singles,
    members: (block) => {
      known[block] ??= read(block);
      return known[block];
    },
    spread: (blocks) => {
      const spread = new Int32Array(blocks.reduce((sum, block) => sum + ends[block]! - begins[block]!, 0));
      let length = 0;
      for (const block of blocks)
        for (let at = begins[block]!; at < ends[block]!; at += 1) spread[length++] = slots[at]!;
      return spread;
    },
  };
};
