import type { OrderLine, Passage } from "./line.ts";
import { type Drag, rearrangement } from "./rearrangement.ts";

/** Moves counted over the ids that are shown at every look: from each look to the next, and from the first to the last. */
export type Stable = { gross: number; net: number };

/**
 * Compares the looks between some passages over the ids that are shown at all of them: goes back to the first look,
 * then from there to the last at once. Only ranks are changed for that, and changed back.
 * @param line at the last of the looks
 */
export const stableMoves = (
  { shown: { ranks }, placeOf }: OrderLine,
  passages: readonly Passage[],
): Stable => {
  const fickle = new Set<number>();
  for (const { left, came } of passages) {
    for (const { slot } of left) fickle.add(slot);
    for (const { slot } of came) fickle.add(slot);
  }
  const away = [...fickle].map(placeOf).filter((place) => place !== -1);
  const dragged = passages.map(({ drags }) => drags.filter(({ slot }) => !fickle.has(slot)));
  const movesOf = (drags: readonly Drag[]): number => rearrangement(drags, ranks).moves;
  for (const place of away) ranks.add(place, -1);
  let gross = 0;
  for (const drags of dragged.toReversed()) {
    for (const { to } of drags) ranks.add(to, -1);
    gross += movesOf(drags);
    for (const { from } of drags) ranks.add(from, 1);
  }
  const whole = new Map<number, Drag>();
  for (const { slot, from, to } of dragged.flat())
    whole.set(slot, { slot, from: whole.get(slot)?.from ?? from, to });
  const drags = [...whole.values()];
  for (const { from } of drags) ranks.add(from, -1);
  const net = movesOf(drags);
  for (const { to } of drags) ranks.add(to, 1);
  for (const place of away) ranks.add(place, 1);
  return { gross, net };
};
