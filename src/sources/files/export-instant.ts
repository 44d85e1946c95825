import { addDays, fromWallClock, SECOND, startOfDay } from "../../lib/dates.ts";

/** When an export was taken, by its name. A bare date stands for the whole day. */
export type NamedInstant = { at: number; bareDate: boolean };

const DATE = String.raw`(?<year>\d{4})(?<dash>-?)(?<month>\d{2})\k<dash>(?<day>\d{2})`;
const TIME = String.raw`(?<hour>\d{2})[:._-]?(?<minute>\d{2})(?:[:._-]?(?<second>\d{2}))?(?:\.\d{1,3})?`;
const ZONE = String.raw`(?<offset>Z|[+-]\d{2}[:_]?\d{2})?`;
const WITH_TIME = new RegExp(String.raw`(?<!\d)${DATE}[T_ ]${TIME}${ZONE}(?!\d)`, "i");
// Jira Cloud names its downloads "… 20260305135422.csv".
const COMPACT =
  /(?<!\d)(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})(?!\d)/;
const BARE = new RegExp(String.raw`(?<!\d)${DATE}(?!\d)`);

const offsetOf = (text: string): string =>
  /^z$/i.test(text) ? "+00:00" : text.replace(/^([+-]\d{2})[:_]?(\d{2})$/, "$1:$2");

/**
 * The instant in a file name: `2026-03-05.csv` is the last second of that day, `…2026-03-05T1354….csv` that minute,
 * in the given zone unless the name has `Z` or an offset. `null` where the name has no (real) date.
 */
export const instantFromName = (name: string, zone: string): NamedInstant | null => {
  const timed = WITH_TIME.exec(name)?.groups ?? COMPACT.exec(name)?.groups;
  const parts = timed ?? BARE.exec(name)?.groups;
  if (!parts) return null;
  const number = (key: string): number => Number(parts[key] ?? 0);
  const clock = { year: number("year"), month: number("month"), day: number("day") };
  if (!timed) {
    if (fromWallClock(clock, zone) === null) return null;
    const next = addDays(`${parts.year}-${parts.month}-${parts.day}`, 1);
    return { at: startOfDay(next, zone) - SECOND, bareDate: true };
  }
  const at = fromWallClock(
    { ...clock, hour: number("hour"), minute: number("minute"), second: number("second") },
    parts.offset ? offsetOf(parts.offset) : zone,
  );
  return at === null ? null : { at, bareDate: false };
};
