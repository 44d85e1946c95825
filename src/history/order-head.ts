import type { Span } from "./spans.ts";

/** Handed the estimates of an order's items, top first, until it says that the item was the last of the head. */
export type IsLast = (estimate: number | null) => boolean;

/** Reads the first items of an order, of which the estimates decide how many they are. */
export type HeadReader = {
  /** @param look.at never before that of the reading before */
  read: (look: {
    sequence: readonly number[];
    members: (block: number) => readonly number[];
    at: number;
    isLast: IsLast;
  }) => readonly number[];
  /** Of the slots in either head: how many survive, and how many of those dragged are among them. */
  compare: (
    before: readonly number[],
    after: readonly number[],
    step: { moved: readonly number[]; survives: (slot: number) => boolean },
  ) => { survivors: number; moved: number };
};

export const headReader = (options: {
  items: ReadonlyMap<string, { spans: readonly Span[] }>;
  /** Ids by slot. */
  names: readonly string[];
}): HeadReader => {
  const { items, names } = options;
  /** Of each slot the span in which it was found last, until when that holds, and its estimate: time only goes on. */
  const places = new Int32Array(names.length);
  const until = new Float64Array(names.length).fill(Number.NEGATIVE_INFINITY);
  const estimates = new Float64Array(names.length);
  const estimateAt = (slot: number, at: number): number | null => {
    if (at >= until[slot]!) {
      const { spans } = items.get(names[slot]!)!;
      let place = places[slot]!;
      while (spans[place]!.to <= at) place += 1;
      places[slot] = place;
      until[slot] = spans[place]!.to;
      estimates[slot] = spans[place]!.facts?.estimate ?? Number.NaN;
    }
    const estimate = estimates[slot]!;
    return Number.isNaN(estimate) ? null : estimate;
  };
  const marks = new Int32Array(names.length);
  let mark = 0;
  return {
    read: ({ sequence, members, at, isLast }) => {
      const head: number[] = [];
      for (const block of sequence) {
        const slots = members(block);
        for (let index = 0; index < slots.length; index += 1) {
          const slot = slots[index]!;
          head.push(slot);
          if (isLast(estimateAt(slot, at))) return head;
        }
      }
      return head;
    },
    compare: (before, after, { moved, survives }) => {
      mark += 1;
      let survivors = 0;
      const take = (slot: number): void => {
        if (marks[slot] === mark) return;
        marks[slot] = mark;
        if (survives(slot)) survivors += 1;
      };
      for (const slot of before) take(slot);
      for (const slot of after) take(slot);
      return { survivors, moved: moved.filter((slot) => marks[slot] === mark).length };
    },
  };
};
