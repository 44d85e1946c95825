import { DAY, fromWallClock, toIso, type WallClock } from "../../lib/dates.ts";

/** A stretch of time without a change of the clocks, and the zone's offset from UTC in it, all in milliseconds. */
type Span = { from: number; to: number; offset: number };

const spanAt = (instant: number, zone: string): Span => {
  const zoned = (at: number): Temporal.ZonedDateTime =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const before = zoned(instant + 1).getTimeZoneTransition("previous");
  const after = zoned(instant).getTimeZoneTransition("next");
  return {
    from: before?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    to: after?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: zoned(instant).offsetNanoseconds / 1e6,
  };
};

const two = (value: number): string => String(value).padStart(2, "0");
/** The end of an instant's text, by minute of the day. */
const MINUTES = Array.from({ length: 24 * 60 }, (_, at) => `${two(Math.floor(at / 60))}:${two(at % 60)}`);
const WHOLE_MINUTES = MINUTES.map((minute) => `${minute}:00Z`);
const IN_A_DAY = MINUTES.length;

const FIRST_YEAR = 1970;
const YEARS = 130;
const SLOTS_IN_A_YEAR = 12 * 31;

/** In place of a shift: nobody has asked for the day yet, or its times must be asked for one by one. */
const UNKNOWN = 32_767;
const ASK = -32_768;

/** What is known of the days of a year, by slot. Short rows of numbers stay close while an export flows by. */
type Year = {
  /** Minutes from midnight in UTC to midnight in the zone. */
  shifts: Int16Array;
  /** The day as the text of an instant begins: `2026-01-10T`. */
  starts: string[];
  /** The same of the other day in UTC on which some of its hours fall. */
  others: string[];
};

const emptyYear = (): Year => ({
  shifts: new Int16Array(SLOTS_IN_A_YEAR).fill(UNKNOWN),
  starts: new Array(SLOTS_IN_A_YEAR).fill(""),
  others: new Array(SLOTS_IN_A_YEAR).fill(""),
});

const startOf = (midnight: number): string => toIso(midnight).slice(0, -9);

type Clock = Required<WallClock>;

/**
 * `fromWallClock` as ISO text for many dates of one zone: the changes of the clocks are asked for once, each day is
 * worked out once, and the rest is arithmetic in whole minutes. On a day on which the clocks change every time is asked
 * for.
 */
export const zoneClock = (zone: string): ((clock: Readonly<Clock>) => string | null) => {
  const years: (Year | undefined)[] = new Array(YEARS).fill(undefined);
  const spans: Span[] = [];

  const ask = ({ year, month, day, hour, minute, second }: Readonly<Clock>): string | null => {
    const at = fromWallClock({ year, month, day, hour, minute, second }, zone);
    return at === null ? null : toIso(at);
  };

  /** `ASK` for a day that no calendar has, of an unknown zone, or on which the clocks change. */
  const shiftOf = ({ year, month, day }: Readonly<Clock>): number => {
    const midnight = Date.UTC(year, month - 1, day);
    if (new Date(midnight).getUTCMonth() !== month - 1) return ASK;
    const whole = ({ from, to, offset }: Span): boolean =>
      from <= midnight - offset && midnight - offset + DAY <= to;
    let span = spans.find(whole);
    if (span === undefined) {
      const start = fromWallClock({ year, month, day }, zone);
      if (start === null) return ASK;
      span = spanAt(start, zone);
      if (!whole(span) || span.offset % 60_000 !== 0) return ASK;
      spans.push(span);
    }
    return -span.offset / 60_000;
  };

  const learn = (known: Year, slot: number, clock: Readonly<Clock>): number => {
    const shift = shiftOf(clock);
    const midnight = Date.UTC(clock.year, clock.month - 1, clock.day);
    known.shifts[slot] = shift;
    known.starts[slot] = startOf(midnight);
    known.others[slot] = startOf(midnight + (shift < 0 ? -DAY : DAY));
    return shift;
  };

  return (clock) => {
    const { year, month, day, hour, minute, second } = clock;
    const counted = year >= FIRST_YEAR && year < FIRST_YEAR + YEARS;
    if (!counted || month < 1 || month > 12 || day < 1 || day > 31) return ask(clock);
    if (hour > 23 || minute > 59 || second > 59) return null;
    years[year - FIRST_YEAR] ??= emptyYear();
    const known = years[year - FIRST_YEAR]!;
    const slot = (month - 1) * 31 + day - 1;
    let shift = known.shifts[slot]!;
    if (shift === UNKNOWN) shift = learn(known, slot, clock);
    if (shift === ASK) return ask(clock);
    let minutes = hour * 60 + minute + shift;
    const inside = minutes >= 0 && minutes < IN_A_DAY;
    if (!inside) minutes += shift < 0 ? IN_A_DAY : -IN_A_DAY;
    const date = inside ? known.starts[slot]! : known.others[slot]!;
    return second === 0 ? date + WHOLE_MINUTES[minutes]! : `${date}${MINUTES[minutes]!}:${two(second)}Z`;
  };
};
