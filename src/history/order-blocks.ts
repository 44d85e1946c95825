/** An order in parts that stay together while something happens: single slots that it happens to, and runs of others. */
export type Blocks = {
  /** The blocks in their order. */
  sequence: readonly number[];
  /** Of each block how many of its slots count; a single slot is one. */
  weights: readonly number[];
  /** The block of each slot that may move, come or go. */
  singles: ReadonlyMap<number, number>;
  /** The slots of a block that count, first to last. */
  members: (block: number) => Int32Array;
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
  const slots = new Int32Array(order.length + touched.length);
  const counted = new Int32Array(order.length + touched.length);
  /** Block b holds the slots from borders[b] to borders[b + 1]; likewise those of them that count. */
  const borders = [0];
  const countedBorders = [0];
  let [length, count] = [0, 0];
  const close = (): number => {
    weights.push(count - countedBorders.at(-1)!);
    countedBorders.push(count);
    return borders.push(length) - 2;
  };
  const single = (slot: number): number => {
    slots[length++] = slot;
    counted[count++] = slot;
    // Taken out of the marks, so that what is left there is not in the order yet.
    isTouched[slot] = 0;
    const block = close();
    singles.set(slot, block);
    return block;
  };
  for (let at = 0; at < order.length; at += 1) {
    const slot = order[at]!;
    if (isTouched[slot] === 1) {
      if (length > borders.at(-1)!) sequence.push(close());
      sequence.push(single(slot));
    } else {
      slots[length++] = slot;
      if (counts[slot] === 1) counted[count++] = slot;
    }
  }
  if (length > borders.at(-1)!) sequence.push(close());
  for (const slot of touched) if (isTouched[slot] === 1) single(slot);

  return {
    sequence,
    weights,
    singles,
    members: (block) => counted.subarray(countedBorders[block]!, countedBorders[block + 1]!),
    spread: (blocks) => {
      const spread = new Int32Array(
        blocks.reduce((sum, block) => sum + borders[block + 1]! - borders[block]!, 0),
      );
      let at = 0;
      for (const block of blocks) {
        const [from, to] = [borders[block]!, borders[block + 1]!];
        spread.set(slots.subarray(from, to), at);
        at += to - from;
      }
      return spread;
    },
  };
};
