import type { Span } from "../spans.ts";

/** Which items are in the Product Backlog at each of some instants, told by what changes from one to the next. */
export type Presence = {
  /** How many they are. */
  counts: readonly number[];
  /** Items, by their number, that come in or go out between the instant before and this one; at the first, all that are there. */
  turns: readonly (readonly number[])[];
};

/** The first of the instants that is at or after t. */
const firstAt = (instants: readonly number[], t: number, from: number): number => {
  let low = from;
  let high = instants.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (instants[middle]! < t) low = middle + 1;
    else high = middle;
  }
  return low;
};

/**
 * Presence at the instants of observations. Each item's spans are walked once: asking every item at every instant
 * would cost the product of both.
 * @param instants ascending
 */
export const presenceAt = (items: readonly (readonly Span[])[], instants: readonly number[]): Presence => {
  const turns: number[][] = instants.map(() => []);
  const changes = new Array<number>(instants.length + 1).fill(0);
  for (let item = 0; item < items.length; item += 1) {
    let isIn = false;
    let since = 0;
    let index = 0;
    // At its own instant an observation is complete: what it does not show is not there yet, so unknown facts are out.
    const turn = (at: number): void => {
      index = firstAt(instants, at, index);
      isIn = !isIn;
      if (isIn) {
        since = index;
        return;
      }
      if (since === index) return;
      changes[since]! += 1;
      changes[index]! -= 1;
      turns[since]?.push(item);
      turns[index]?.push(item);
    };
    for (const { from, stage, facts } of items[item]!) {
      const here = stage === "product-backlog" && facts !== null;
      if (here !== isIn) turn(from);
    }
    if (isIn) turn(Number.POSITIVE_INFINITY);
  }
  let count = 0;
  return {
    turns,
    counts: instants.map((_, index) => {
      count += changes[index]!;
      return count;
    }),
  };
};
