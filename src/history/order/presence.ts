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
  const record = (item: number, { since, until }: { since: number; until: number }): void => {
    if (since === until) return;
    changes[since]! += 1;
    changes[until]! -= 1;
    turns[since]?.push(item);
    turns[until]?.push(item);
  };
  const follow = (item: number, spans: readonly Span[]): void => {
    let isIn = false;
    let since = 0;
    for (let index = 0; index < spans.length; index += 1) {
      const { from, stage, facts } = spans[index]!;
      // At its own instant an observation is complete: what it does not show is not there yet, so unknown facts are out.
      const here = stage === "product-backlog" && facts !== null;
      if (here === isIn) continue;
      isIn = here;
      const at = firstAt(instants, from, since);
      if (isIn) since = at;
      else record(item, { since, until: at });
    }
    if (isIn) record(item, { since, until: instants.length });
  };
  for (let item = 0; item < items.length; item += 1) follow(item, items[item]!);
  let count = 0;
  return {
    turns,
    counts: instants.map((_, index) => {
      count += changes[index]!;
      return count;
    }),
  };
};
