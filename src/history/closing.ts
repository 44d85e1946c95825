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

/** The tracker's word on when an item was closed: resolution, else change of status category. Never the updated date. */
export const closingDate = (facts: Facts): number | null => {
  const text = facts.resolvedAt ?? (facts.category === "done" ? facts.categoryAt : null);
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
 * @param seen.openAt the last observation that showed the item open; `null` when none did
 * @param seen.previous what was known before; `null` for an item that was never observed
 */
export const closeAt = (seen: {
  at: number;
  date: number | null;
  openAt: number | null;
  previous: Facts | null;
  next: Facts;
  kind: Closing["kind"];
}): { from: number; closing: Closing } => {
  const { at, date, openAt, previous, next, kind } = seen;
  if (date === null) {
    // Without a date the observation dates it, but only where an earlier one showed the item open.
    return { from: at, closing: { at: previous === null ? null : at, kind, estimate: next.estimate } };
  }
  const effective = openAt === null ? date : Math.max(date, openAt + RIGHT_AFTER);
  const from = Math.min(at, effective);
  const estimate = (from < at ? (previous ?? next) : next).estimate;
  return { from, closing: { at: effective, kind, estimate } };
};
