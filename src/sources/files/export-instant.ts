import { addDays, fromWallClock, SECOND, startOfDay, type WallClock } from "../../lib/dates.ts";

/** When an export was taken, by its name. A bare date stands for the whole day. */
export type NamedInstant = { at: number; bareDate: boolean };

const DATE = String.raw`(?<year>\d{4})(?<dash>-?)(?<month>\d{2})\k<dash>(?<day>\d{2})`;
const TIME = String.raw`(?<hour>\d{2})[:._-]?(?<minute>\d{2})(?:[:._-]?(?<second>\d{2}))?(?:\.\d{1,3})?`;
const ZONE = String.raw`(?<offset>Z|[+-]\d{2}[:_]?\d{2}|\+\d{2})?`;
const TIMED = new RegExp(String.raw`(?<!\d)${DATE}[T_ ]${TIME}${ZONE}(?!\d)`, "gi");
// Jira Cloud names its downloads "… 20260305135422.csv".
const COMPACT = new RegExp(String.raw`(?<!\d)${DATE}${TIME}(?!\d)`, "g");
// Not before a T and digits: a time that no clock shows is no reason to take the whole day.
const BARE = new RegExp(String.raw`(?<!\d)${DATE}(?!\d|T\d)`, "gi");

const offsetOf = (text: string): string =>
  /^z$/i.test(text)
    ? "+00:00"
    : text.replace(/^([+-]\d{2})[:_]?(\d{2})?$/, (_, hour, minute) => `${hour}:${minute ?? "00"}`);

type Parts = Record<string, string | undefined>;

const clockOf = (parts: Parts): WallClock => {
  const number = (key: string): number => Number(parts[key] ?? 0);
  const date = { year: number("year"), month: number("month"), day: number("day") };
  return { ...date, hour: number("hour"), minute: number("minute"), second: number("second") };
};

const partsOf = (pattern: RegExp, name: string): Parts[] =>
  [...name.matchAll(pattern)].map((match) => match.groups!);

/**
 * The instant in a file name: `2026-03-05.csv` is the last second of that day, `…2026-03-05T1354….csv` that minute,
 * in the given zone unless the name has `Z` or an offset. The first date that a calendar has counts, so that a
 * filter's number before it does no harm. `null` where there is none.
 */
export const instantFromName = (name: string, zone: string): NamedInstant | null => {
  for (const parts of [...partsOf(TIMED, name), ...partsOf(COMPACT, name)]) {
    const at = fromWallClock(clockOf(parts), parts.offset ? offsetOf(parts.offset) : zone);
    if (at !== null) return { at, bareDate: false };
  }
  for (const parts of partsOf(BARE, name)) {
    if (fromWallClock(clockOf(parts), zone) === null) continue;
    const next = addDays(`${parts.year}-${parts.month}-${parts.day}`, 1);
    return { at: startOfDay(next, zone) - SECOND, bareDate: true };
  }
  return null;
};
