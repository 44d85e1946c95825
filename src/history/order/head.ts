import type { Span } from "../spans.ts";
import type { Passage } from "./line.ts";
import type { TakenPlaces } from "./taken-places.ts";

/** Handed the estimates of an order's items, top first, until it says that the item was the last of the head. */
export type IsLast = (estimate: number | null) => boolean;

/** Reads how far down the head of an order reaches, of which the estimates decide. */
export type HeadReader = {
  /**
   * The last place of the head.
   * @param at never before that of the reading before
   */
  read: (at: number, isLast: IsLast) => number;
  /** Of the ids in the head before or after a passage: how many survive, and how many of those moved are among them. */
  compare: (
    heads: { before: number; after: number },
    passage: Passage & { moved: readonly Moved[] },
  ) => { survivors: number; moved: number };
};

/** An id that moved between two places; both are the same where others were dragged past it. */
type Moved = { from: number; to: number };

/** @param options.spans the spans of the items by their slot */
export const headReader = (options: {
  shown: TakenPlaces;
  slots: Int32Array;
  spans: readonly (readonly Span[])[];
}): HeadReader => {
  const { shown, slots, spans } = options;
  /** Of each slot the span in which it was found last: time only goes on. */
  const found = new Int32Array(spans.length);
  /** Of each place the estimate, and until when it holds: by place, so that what is read together lies together. */
  const until = new Float64Array(slots.length).fill(Number.NEGATIVE_INFINITY);
  const estimates = new Float64Array(slots.length);
  const goOn = (place: number, at: number): void => {
    const slot = slots[place]!;
    const own = spans[slot]!;
    let index = found[slot]!;
    while (own[index]!.to <= at) index += 1;
    found[slot] = index;
    until[place] = own[index]!.to;
    estimates[place] = own[index]!.facts?.estimate ?? Number.NaN;
  };
  return {
    read: (at, isLast) => {
      for (let place = shown.first(); place < slots.length; place = shown.next(place)) {
        if (at >= until[place]!) goOn(place, at);
        const estimate = estimates[place]!;
        if (isLast(Number.isNaN(estimate) ? null : estimate)) return place;
      }
      return slots.length - 1;
    },
    // Who is in a head is told by the place alone: heads of hundreds of ids need not be compared one by one.
    compare: ({ before, after }, { drags, came, moved }) => {
      const deepest = Math.max(before, after);
      const isIn = ({ from, to }: Moved): boolean => from <= before || to <= after;
      let survivors = shown.ranks.before(deepest + 1);
      for (const { place } of came) if (place <= deepest) survivors -= 1;
      for (const drag of drags) survivors += Number(isIn(drag)) - Number(drag.to <= deepest);
      return { survivors, moved: moved.filter(isIn).length };
    },
  };
};
