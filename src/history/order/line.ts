import type { OrderPlaces } from "./places.ts";
import type { Drag } from "./rearrangement.ts";
import { type TakenPlaces, takenPlaces } from "./taken-places.ts";

/** A slot that is shown at a place. */
type Shown = { slot: number; place: number };

/** What becomes of the shown order between two observations. */
export type Passage = { left: readonly Shown[]; drags: readonly Drag[]; came: readonly Shown[] };

/** The order of the Product Backlog as it goes through the observations. */
export type OrderLine = {
  /** The places of the ids that are shown. */
  shown: TakenPlaces;
  /** Where a slot is shown; −1 where it is not. */
  placeOf: (slot: number) => number;
  /** Begins to go on to an observation: what leaves on the way and what is dragged is shown no more. */
  leave: (to: number) => Passage;
  /** Arrives there: what is dragged and what has come on the way is shown too. */
  arrive: (passage: Passage) => void;
};

const NOWHERE = -1;

/** @param ground.turns slots that come into the Product Backlog or go out of it, by observation */
export const orderLine = (
  ground: Pick<OrderPlaces, "slots" | "edits"> & { count: number; turns: readonly (readonly number[])[] },
): OrderLine => {
  const { count, turns, edits, slots } = ground;
  const shown = takenPlaces(slots.length);
  const inBacklog = new Uint8Array(count);
  const places = new Int32Array(count).fill(NOWHERE);
  const placeOf = (slot: number): number => (inBacklog[slot] === 1 ? places[slot]! : NOWHERE);
  /** The passage in which a slot was touched last. */
  const touchedIn = new Int32Array(count);
  let passage = 0;
  let now = -1;

  /** Everything that happens up to an observation: the slots that it happens to, and where they were shown before. */
  const happen = (to: number): Shown[] => {
    const touched: Shown[] = [];
    passage += 1;
    const touch = (slot: number): void => {
      if (touchedIn[slot] === passage) return;
      touchedIn[slot] = passage;
      touched.push({ slot, place: placeOf(slot) });
    };
    for (; now < to; now += 1) {
      const edit = edits[now + 1];
      for (const slot of edit?.out ?? []) {
        touch(slot);
        places[slot] = NOWHERE;
      }
      for (const [slot, place] of edit?.put ?? []) {
        touch(slot);
        places[slot] = place;
      }
      for (const slot of turns[now + 1]!) {
        touch(slot);
        inBacklog[slot] = 1 - inBacklog[slot]!;
      }
    }
    return touched;
  };

  return {
    shown,
    placeOf,
    leave: (to) => {
      const left: Shown[] = [];
      const drags: Drag[] = [];
      const came: Shown[] = [];
      for (const was of happen(to)) {
        const { slot, place: from } = was;
        const place = placeOf(slot);
        if (from === place) continue;
        if (place === NOWHERE) left.push(was);
        else if (from === NOWHERE) came.push({ slot, place });
        else drags.push({ slot, from, to: place });
      }
      for (const { place } of left) shown.free(place);
      for (const { from } of drags) shown.free(from);
      return { left, drags, came };
    },
    arrive: ({ drags, came }) => {
      for (const { to } of drags) shown.take(to);
      for (const { place } of came) shown.take(place);
    },
  };
};
