import { fromIso } from "../lib/dates.ts";
import type { Facts } from "../model/facts.ts";

/** One closing of an item. A later version of the same closing is the same object. */
export type Closing = {
  /** `null`: closed before anyone looked, and no date says when. It lies in no sprint. */
  at: number | null;
  kind: "finished" | "dropped";
  /** As last observed at or before the closing; first observed later, its first one. */
  estimate: number | null;
};

/**
 * The tracker's word on when a closed item was closed: its resolution, else the change of its status category (of an
 * item closed by name, whose category nobody tells, too). Never the updated date.
 */
export const closingDate = (facts: Facts): number | null => {
  const byCategory = facts.category === "done" || facts.category === null;
  const text = facts.resolvedAt ?? (byCategory ? facts.categoryAt : null);
  return text === null ? null : fromIso(text);
};

/**
 * At its own instant an observation wins over dates, and a date it contradicts holds from right after it: exports
 * carry whole minutes. Half a millisecond lies after every instant and before the next.
 */
const RIGHT_AFTER = 0.5;

/**
 * A new closing that an observation shows, and from when it holds.
 * @param seen.at the observation's instant
 * @param seen.date the tracker's date, if it gives one
 * @param seen.openAt the last observation that showed the item open; `null` when none did, or none that a date could
 *   contradict
 * @param seen.wasOpen an observation showed it open before: then the observation dates what no date does
 * @param seen.previous what was known before; `null` for an item that was never observed
 */
export const closeAt = (seen: {
  at: number;
  date: number | null;
  openAt: number | null;
  wasOpen: boolean;
  previous: Facts | null;
  next: Facts;
  kind: Closing["kind"];
}): { from: number; closing: Closing } => {
  const { at, date, openAt, wasOpen, previous, next, kind } = seen;
  if (date === null) {
    return { from: at, closing: { at: wasOpen ? at : null, kind, estimate: next.estimate } };
  }
  const effective = openAt === null ? date : Math.max(date, openAt + RIGHT_AFTER);
  const from = Math.min(at, effective);
  const estimate = (from < at ? (previous ?? next) : next).estimate;
  return { from, closing: { at: effective, kind, estimate } };
};
