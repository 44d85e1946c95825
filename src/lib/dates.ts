/** Instants are milliseconds since 1970 in UTC; calendar days are `YYYY-MM-DD` and only mean something in a zone. */

export const SECOND = 1_000;
export const DAY = 86_400_000;

/** ISO 8601 in UTC, without a fraction where there is none: `2026-05-19T09:43:49Z`. */
export const toIso = (instant: number): string => new Date(instant).toISOString().replace(".000Z", "Z");

/** Days before each month of a year that begins in March, so that a leap day ends it. */
const DAYS_BEFORE = [306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275];
/** From 1 March of year 0 to 1970-01-01. */
const EPOCH = 719_468;
/** The last day that every month has. */
const EVERY_MONTH = 28;

/** `2026-05-19T09:43:49Z`: what stands at each place, a digit for 0. */
const FORM = [..."0000-00-00T00:00:00Z"].map((char) => char.charCodeAt(0));
const ZERO = FORM[0]!;

const hasForm = (text: string): boolean => {
  if (text.length !== FORM.length) return false;
  for (let at = 0; at < FORM.length; at += 1) {
    const code = text.charCodeAt(at);
    const wanted = FORM[at]!;
    if (wanted === ZERO ? code < ZERO || code > ZERO + 9 : code !== wanted) return false;
  }
  return true;
};

/** The number that two digits of a text make. */
const two = (text: string, at: number): number =>
  (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;

/**
 * The instant of a text such as `2026-05-19T09:43:49Z`; `null` where it is of another form or asks for a second look.
 * A store has hundreds of thousands of them, and `Date.parse` takes several times as long.
 */
const fromCommonIso = (text: string): number | null => {
  if (!hasForm(text)) return null;
  const month = two(text, 5);
  const day = two(text, 8);
  const hour = two(text, 11);
  const minute = two(text, 14);
  const second = two(text, 17);
  if (month < 1 || month > 12 || day < 1 || day > EVERY_MONTH) return null;
  if (hour > 23 || minute > 59 || second > 59) return null;
  const year = two(text, 0) * 100 + two(text, 2) - (month < 3 ? 1 : 0);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const days = year * 365 + leapDays + DAYS_BEFORE[month - 1]! + day - 1 - EPOCH;
  return days * DAY + (hour * 3600 + minute * 60 + second) * SECOND;
};

/** @throws RangeError on a text that is no instant: a stored instant is ours, so this is damage, not input. */
export const fromIso = (text: string): number => {
  const instant = fromCommonIso(text) ?? Date.parse(text);
  if (Number.isNaN(instant)) throw new RangeError(`"${text}" is not an instant`);
  return instant;
};

/** Whether a name is a time zone that this runtime knows; offsets such as +01:00 are to it. */
export const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** The calendar day on which an instant falls in a zone. */
export const dayOf = (instant: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString();

/** The first instant of a day in a zone; where midnight is skipped, the first that exists. */
export const startOfDay = (day: string, zone: string): number =>
  Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;

export const addDays = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString();

/** So many calendar days later at the same time on the wall: a day on which the clocks change is not 24 hours long. */
export const addZonedDays = (instant: number, days: number, zone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).add({ days }).epochMilliseconds;

/** Whole days from one calendar day to another. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "days" }).days;

/** 1 is Monday, 7 is Sunday. */
export const weekday = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek;

export type WallClock = {
  year: number;
  month: number;
  day: number;
  hour?: number;
  minute?: number;
  second?: number;
};

/**
 * The instant that a clock on a wall in the zone shows: an hour that comes twice is the earlier one, an hour that
 * is skipped moves forward by the gap. `null` for a date or time that no calendar has (30 February, 25:00).
 */
export const fromWallClock = (clock: WallClock, zone: string): number | null => {
  try {
    return Temporal.PlainDateTime.from(clock, { overflow: "reject" }).toZonedDateTime(zone, {
      disambiguation: "compatible",
    }).epochMilliseconds;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};
