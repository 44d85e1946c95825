/** Instants are milliseconds since 1970 in UTC; calendar days are `YYYY-MM-DD` and only mean something in a zone. */

export const SECOND = 1_000;
export const DAY = 86_400_000;

/** ISO 8601 in UTC, without a fraction where there is none: `2026-05-19T09:43:49Z`. */
export const toIso = (instant: number): string => new Date(instant).toISOString().replace(".000Z", "Z");

/** @throws RangeError on a text that is no instant: a stored instant is ours, so this is damage, not input. */
export const fromIso = (text: string): number => {
  const instant = Date.parse(text);
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
