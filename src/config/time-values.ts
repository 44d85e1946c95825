import { z } from "zod";
import { isTimeZone } from "../lib/dates.ts";
import { nearest } from "./nearest.ts";
import { showValue } from "./show.ts";
import { type Wording, worded } from "./wording.ts";

const LOOSE_DAY = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u;

/** Year, month and day in this order but not as YYYY-MM-DD. Other orders are not guessed: 05.01. may be May or January. */
const tidyDay: Wording["suggest"] = (found) => {
  const parts = typeof found === "string" ? LOOSE_DAY.exec(found.trim()) : null;
  if (parts === null) return null;
  const tidy = `${parts[1]}-${parts[2]!.padStart(2, "0")}-${parts[3]!.padStart(2, "0")}`;
  return z.iso.date().safeParse(tidy).success ? tidy : null;
};

/** Tells a well-written day that no calendar has from something that isn't a day at all. */
const noSuchDay: Wording["refuse"] = (found) =>
  typeof found === "string" && /^\d{4}-\d\d-\d\d$/u.test(found)
    ? `expected a day that exists, found ${showValue(found)}, which no calendar has`
    : null;

/** A calendar day, `YYYY-MM-DD`. */
export const day = () =>
  worded(z.iso.date(), "a day such as 2026-01-05", { suggest: tidyDay, refuse: noSuchDay });

/** Digits of a second that no clock has, or an offset of no zone, look right but can't be computed with. */
const isInstant = (text: string): boolean => {
  try {
    Temporal.Instant.from(text);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** A calendar day, or an instant that says its offset. */
export const dayOrInstant = () =>
  worded(
    z.union([z.iso.date(), z.iso.datetime({ offset: true }).refine(isInstant)]),
    "a day such as 2026-01-05, or an instant with Z or an offset such as 2026-01-05T09:00:00Z",
    { suggest: tidyDay, refuse: noSuchDay },
  );

// Offsets such as +01:00 are zones to Intl, but they know no daylight saving time: a team has a place.
const isZone = (name: string): boolean => /^[A-Za-z]/u.test(name) && isTimeZone(name);

const nearZone: Wording["suggest"] = (found) => {
  if (typeof found !== "string") return null;
  const zones = Intl.supportedValuesOf("timeZone");
  const town = zones.find((zone) => zone.endsWith(`/${found.trim().replaceAll(" ", "_")}`));
  const near = town ?? nearest(found, ["UTC", ...zones]);
  return near === null ? null : showValue(near);
};

/** An IANA time zone, such as Europe/Berlin. */
export const timeZone = () =>
  worded(z.string().refine(isZone), 'an IANA time zone such as "Europe/Berlin"', { suggest: nearZone });

const DAYS_IN: Record<string, number> = { day: 1, days: 1, week: 7, weeks: 7 };
const LENGTH = /^([1-9]\d{0,2}) (days?|weeks?)$/u;

/** The number of days in `2 weeks` or `10 days`, or null for other texts. */
export const daysOfLength = (length: string): number | null => {
  const parts = LENGTH.exec(length);
  return parts === null ? null : Number(parts[1]) * DAYS_IN[parts[2]!]!;
};

const nearLength: Wording["suggest"] = (found) => {
  const parts = typeof found === "string" ? /^\s*([1-9]\d{0,2})\s*([a-z]*)\s*$/iu.exec(found) : null;
  if (parts === null) return null;
  const unit = parts[2]!.toLowerCase();
  const full =
    nearest(unit, ["days", "weeks"]) ??
    (unit.startsWith("w") ? "weeks" : unit.startsWith("d") ? "days" : null);
  return full === null ? null : `"${parts[1]} ${parts[1] === "1" ? full.slice(0, -1) : full}"`;
};

/** How long each sprint lasts, in days or weeks. */
export const sprintLength = () =>
  worded(z.string().regex(LENGTH), 'a length such as "2 weeks" or "10 days"', { suggest: nearLength });
