import type { Backlog } from "../../history/backlog.ts";
import { type ItemStays, staysOf } from "./stays.ts";

/** A stretch of time through which an item is ready: `[from, to)`, `to` +∞ while it lasts. */
type ReadySpell = {
  id: string;
  from: number;
  to: number;
  /** Its latest becoming ready by a change of the item itself. */
  since: number;
  /** It was ready already when readiness came to be known. */
  atLeast: boolean;
};

/**
 * The spells of an item: metrics.md §3, "Ready since". Returning from a sprint or being reopened does not restart
 * what was ready right before it left.
 */
const spellsOfItem = ({ id, stays }: ItemStays, standingFrom: number): ReadySpell[] => {
  const spells: ReadySpell[] = [];
  let since: number | null = null;
  let atLeast = false;
  /** Nothing was known of its readiness so far, and there was a time before that. */
  let isUnknown = stays[0] !== undefined && stays[0].from <= standingFrom;
  for (let index = 0; index < stays.length; index += 1) {
    const { place, from } = stays[index]!;
    if (place === "unjudged" || place === "unready") since = null;
    if (place === "unjudged") isUnknown = true;
    if (place === "ready") {
      if (since === null) {
        since = from;
        atLeast = isUnknown;
      }
      const to = stays[index + 1]?.from ?? Number.POSITIVE_INFINITY;
      spells.push({ id, from, to, since, atLeast });
    }
    if (place === "ready" || place === "unready") isUnknown = false;
  }
  return spells;
};

/** An item that was ready at some time: its spells, oldest first. */
export type ReadyItem = ItemStays & { spells: readonly ReadySpell[] };

const measured = new WeakMap<Backlog, readonly ReadyItem[]>();

/** Every item that was ever ready, with its spells. */
export const readyItems = (backlog: Backlog): readonly ReadyItem[] => {
  const found = measured.get(backlog);
  if (found) return found;
  const { items, knownFrom } = staysOf(backlog);
  const ready: ReadyItem[] = [];
  for (const item of items) {
    const spells = spellsOfItem(item, knownFrom);
    if (spells.length > 0) ready.push({ ...item, spells });
  }
  measured.set(backlog, ready);
  return ready;
};
