import type { Seen } from "./observations.ts";
import { type Blocks, blocksOf } from "./order-blocks.ts";
import { headReader, type IsLast } from "./order-head.ts";
import { presenceAt } from "./presence.ts";
import { blockComparer } from "./rearrangement.ts";
import { type SlotEdit, slotChain } from "./slot-chain.ts";
import type { Span } from "./spans.ts";

/** How the order of the Product Backlog changed from one look to the next. */
export type Step = {
  /** Ids with a place in both. */
  survivors: number;
  /** Ids that were dragged, in the new order, and how many places among the survivors, without sign. */
  moved: { id: string; distance: number }[];
  /** Pairs of survivors that stand in the opposite order. */
  inversions: number;
  /** The same counted over ids that are in the head of either order; `null` where a head is not known. */
  head: { survivors: number; moved: number } | null;
};

/** Where the head of the order ends at an instant; `null`: not known. */
export type HeadAt = (at: number) => IsLast | null;

/** The order of the Product Backlog at a few looks in a row. */
export type Stretch = {
  /** How many items have a place, at each look. */
  ordered: readonly number[];
  /** From each look to the next: one less than looks. */
  steps: readonly Step[];
  /** Moves counted over the ids that have a place at every look: from each to the next, and from the first to the last. */
  stable: () => { gross: number; net: number };
};

export type OrderWalk = {
  /** Items in the Product Backlog at each observation, with a place or without. */
  counts: readonly number[];
  /** Walks on to these looks: ascending indexes of observations, from the last of the stretch before at the earliest. */
  stretch: (looks: readonly number[], headAt?: HeadAt) => Stretch;
};

type Source = {
  items: ReadonlyMap<string, { id: string; spans: readonly Span[] }>;
  observations: readonly Seen[];
};

/** The slots of ids that ever had a place, and the edits of the observations in them. */
const inSlots = (observations: readonly Seen[]) => {
  const slots = new Map<string, number>();
  const names: string[] = [];
  for (const { edit } of observations)
    for (const [id] of edit?.put ?? []) if (!slots.has(id)) slots.set(id, names.push(id) - 1);
  const slotOf = (id: string): number => slots.get(id)!;
  const edits = observations.map(
    ({ edit }): SlotEdit | null =>
      edit && {
        out: edit.out.map(slotOf),
        put: edit.put.map(([id, behind]) => [slotOf(id), behind === null ? null : slotOf(behind)] as const),
      },
  );
  return { slots, names, edits };
};

/**
 * Walks through the orders that the observations show, each less what is not in the Product Backlog then. Of 19,000
 * ids ten are dragged a day: the others are never compared one by one, but as the blocks that stay together.
 */
export const orderWalk = ({ items, observations }: Source): OrderWalk => {
  const instants = observations.map(({ at }) => at);
  const presence = presenceAt(items.values(), instants);
  const { slots, names, edits } = inSlots(observations);
  const turns = presence.turns.map((ids) => ids.flatMap((id) => slots.get(id) ?? []));
  const isPresent = new Uint8Array(names.length);
  let order: Int32Array = new Int32Array(0);
  let now = -1;

  /** The order in the blocks that stay together from now up to an observation. */
  const cut = (to: number): Blocks => {
    const touched = turns.slice(now + 1, to + 1).flat();
    for (const edit of edits.slice(now + 1, to + 1)) {
      if (edit === null) continue;
      touched.push(...edit.out);
      for (const [slot, behind] of edit.put) touched.push(slot, ...(behind === null ? [] : [behind]));
    }
    return blocksOf(order, { touched, counts: isPresent });
  };

  /** Goes on to an observation, handing over the blocks that count now and at each one on the way. */
  const walk = (to: number, visit: (index: number, shown: number[], blocks: Blocks) => void): Blocks => {
    const blocks = cut(to);
    const { singles, weights } = blocks;
    const isShown = weights.map((weight) => weight > 0);
    for (const [slot, block] of singles) isShown[block] = isPresent[slot] === 1;
    const chain = slotChain(blocks.sequence);
    const show = (): number[] => chain.slots().filter((block) => isShown[block]);
    const blockOf = (slot: number): number => singles.get(slot)!;
    visit(now, show(), blocks);
    for (let index = now + 1; index <= to; index += 1) {
      const edit = edits[index];
      if (edit)
        chain.apply({
          out: edit.out.map(blockOf),
          put: edit.put.map(([slot, behind]) => [blockOf(slot), behind === null ? null : blockOf(behind)]),
        });
      for (const slot of turns[index]!) {
        isPresent[slot] = 1 - isPresent[slot]!;
        isShown[blockOf(slot)] = isPresent[slot] === 1;
      }
      visit(index, show(), blocks);
    }
    order = blocks.spread(chain.slots());
    now = to;
    return blocks;
  };

  const heads = headReader({ items, names });

  return {
    counts: presence.counts,
    stretch: (looks, headAt = () => null) => {
      if (looks[0]! > now) walk(looks[0]!, () => undefined);
      const wanted = new Set(looks);
      const shown: number[][] = [];
      const tops: (readonly number[] | null)[] = [];
      const { weights, members, singles } = walk(looks.at(-1)!, (index, sequence, blocks) => {
        if (!wanted.has(index)) return;
        shown.push(sequence);
        const isLast = headAt(instants[index]!);
        tops.push(isLast && heads.read({ sequence, members: blocks.members, at: instants[index]!, isLast }));
      });
      const compare = blockComparer(weights);
      const there = shown.map((sequence) => {
        const flags = new Uint8Array(weights.length);
        for (const block of sequence) flags[block] = 1;
        return flags;
      });
      const isAt = (look: number, slot: number): boolean => {
        const block = singles.get(slot);
        return block === undefined || there[look]![block] === 1;
      };
      return {
        ordered: shown.map((sequence) => sequence.reduce((total, block) => total + weights[block]!, 0)),
        steps: shown.slice(1).map((sequence, index): Step => {
          const { survivors, moved, inversions } = compare(shown[index]!, sequence);
          const drags = moved.flatMap(({ block, distance }) =>
            Array.from(members(block), (slot) => ({ slot, distance })),
          );
          const [before, after] = [tops[index]!, tops[index + 1]!];
          return {
            survivors,
            moved: drags.map(({ slot, distance }) => ({ id: names[slot]!, distance })),
            inversions,
            head:
              before &&
              after &&
              heads.compare(before, after, {
                moved: drags.map(({ slot }) => slot),
                survives: (slot) => isAt(index, slot) && isAt(index + 1, slot),
              }),
          };
        }),
        stable: () => {
          const stays = weights.map((_, block) => there.every((flags) => flags[block] === 1));
          const always = shown.map((sequence) => sequence.filter((block) => stays[block]));
          const moves = (a: readonly number[], b: readonly number[]): number =>
            compare(a, b).moved.reduce((total, { block }) => total + weights[block]!, 0);
          return {
            gross: always.slice(1).reduce((total, to, index) => total + moves(always[index]!, to), 0),
            net: moves(always[0]!, always.at(-1)!),
          };
        },
      };
    },
  };
};
