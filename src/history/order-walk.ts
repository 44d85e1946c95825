import type { Seen } from "./observations.ts";
import { type Blocks, blocksOf } from "./order-blocks.ts";
import { headReader, type IsLast } from "./order-head.ts";
import { presenceAt } from "./presence.ts";
import { blockComparer } from "./rearrangement.ts";
import { type SlotEdit, slotChain } from "./slot-chain.ts";
import type { Span } from "./spans.ts";

/** How the order of the Product Backlog changed from one look to the next. */
type Step = {
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

/** What is known of a look at the order: how many items have a place, and how it differs from the look before. */
export type Compared = {
  before: number;
  ordered: number;
  survivors: number;
  moves: number;
  inversions: number;
};

export type OrderWalk = {
  /** Items in the Product Backlog at each observation, with a place or without. */
  counts: readonly number[];
  /** By look what any walk of this backlog has found; what one metric has compared, no other compares again. */
  compared: ReadonlyMap<number, Compared>;
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

/** All that happens to orders and the Product Backlog, by observation: what every walk goes over. */
const layGround = ({ items, observations }: Source) => {
  const instants = observations.map(({ at }) => at);
  const { turns, counts } = presenceAt(items.values(), instants);
  const { slots, names, edits } = inSlots(observations);
  const inPlaces = turns.map((ids) => ids.flatMap((id) => slots.get(id) ?? []));
  return { slots, names, edits, turns: inPlaces, instants, counts, compared: new Map<number, Compared>() };
};

const grounds = new WeakMap<Source["items"], ReturnType<typeof layGround>>();

/** Laid once for a backlog, however often it is walked. */
const groundOf = (source: Source): ReturnType<typeof layGround> => {
  const known = grounds.get(source.items);
  if (known) return known;
  const laid = layGround(source);
  grounds.set(source.items, laid);
  return laid;
};

/**
 * Walks through the orders that the observations show, each less what is not in the Product Backlog then. Of 19,000
 * ids ten are dragged a day: the others are never compared one by one, but as the blocks that stay together.
 */
export const orderWalk = (source: Source): OrderWalk => {
  const { names, edits, turns, instants, counts, compared } = groundOf(source);
  const isPresent = new Uint8Array(names.length);
  let order: Int32Array = new Int32Array(0);
  let now = -1;

  /** The order in the blocks that stay together from now up to an observation. */
  const cut = (to: number): Blocks => {
    const touched = turns.slice(now + 1, to + 1).flat();
    for (const edit of edits.slice(now + 1, to + 1)) {
      if (edit === null) continue;
      touched.push(...edit.out);
      for (const [slot, behind] of edit.put) {
        touched.push(slot);
        if (behind !== null) touched.push(behind);
      }
    }
    return blocksOf(order, { touched, counts: isPresent });
  };

  /** Goes on to an observation, handing over the blocks that count now and at each one on the way. */
  const walk = (to: number, visit: (index: number, shown: number[], blocks: Blocks) => void): Blocks => {
    const blocks = cut(to);
    const { singles, weights } = blocks;
    const isShown = new Uint8Array(weights.length);
    for (let block = 0; block < weights.length; block += 1) isShown[block] = weights[block]! > 0 ? 1 : 0;
    for (const [slot, block] of singles) isShown[block] = isPresent[slot]!;
    const chain = slotChain(blocks.sequence);
    const blockOf = (slot: number): number => singles.get(slot)!;
    visit(now, chain.slots(isShown), blocks);
    for (let index = now + 1; index <= to; index += 1) {
      const edit = edits[index];
      if (edit)
        chain.apply({
          out: edit.out.map(blockOf),
          put: edit.put.map(([slot, behind]) => [blockOf(slot), behind === null ? null : blockOf(behind)]),
        });
      for (const slot of turns[index]!) {
        isPresent[slot] = 1 - isPresent[slot]!;
        isShown[blockOf(slot)] = isPresent[slot];
      }
      visit(index, chain.slots(isShown), blocks);
    }
    order = blocks.spread(chain.slots());
    now = to;
    return blocks;
  };

  const heads = headReader({ items: source.items, names });

  return {
    counts,
    compared,
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
      const ordered = shown.map((sequence) => {
        let total = 0;
        for (const block of sequence) total += weights[block]!;
        return total;
      });
      const stepTo = (index: number): Step => {
        const { survivors, moved, inversions } = compare(shown[index - 1]!, shown[index]!);
        const slots: number[] = [];
        const drags: Step["moved"] = [];
        for (const { block, distance } of moved) {
          for (const slot of members(block)) {
            slots.push(slot);
            drags.push({ id: names[slot]!, distance });
          }
        }
        const [before, after] = [tops[index - 1]!, tops[index]!];
        const survives = (slot: number): boolean => isAt(index - 1, slot) && isAt(index, slot);
        const head = before && after && heads.compare(before, after, { moved: slots, survives });
        return { survivors, moved: drags, inversions, head };
      };
      const steps = shown.slice(1).map((_, index) => stepTo(index + 1));
      for (const [index, { survivors, moved, inversions }] of steps.entries()) {
        const [before, look] = [looks[index]!, looks[index + 1]!];
        compared.set(look, {
          before,
          ordered: ordered[index + 1]!,
          survivors,
          moves: moved.length,
          inversions,
        });
      }
      return {
        ordered,
        steps,
        stable: () => {
          const times = new Uint16Array(weights.length);
          for (const sequence of shown) for (const block of sequence) times[block]! += 1;
          const always = shown.map((sequence) => sequence.filter((block) => times[block] === shown.length));
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
