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

/** A day on which the clocks do not change, as UTC sees it. */
type Day = {
  /** Minutes from midnight in UTC to midnight in the zone. */
  shift: number;
  /** The days around it in UTC, as texts begin: `2026-01-10T`. */
  yesterday: string;
  today: string;
  tomorrow: string;
};

const FIRST_YEAR = 1970;
const YEARS = 130;
const SLOTS_IN_A_YEAR = 12 * 31;

type Clock = Required<WallClock>;

/**
 * `fromWallClock` as ISO text for many dates of one zone: the changes of the clocks are asked for once, each day is
 * worked out once, and the rest is arithmetic in whole minutes. On a day on which the clocks change every time is asked
 * for.
 */
export const zoneClock = (zone: string): ((clock: Readonly<Clock>) => string | null) => {
  const years: ((Day | null | undefined)[] | undefined)[] = new Array(YEARS).fill(undefined);
  const spans: Span[] = [];

  const ask = ({ year, month, day, hour, minute, second }: Readonly<Clock>): string | null => {
    const at = fromWallClock({ year, month, day, hour, minute, second }, zone);
    return at === null ? null : toIso(at);
  };

  /** `null` for a day that no calendar has, of an unknown zone, or on which the clocks change. */
  const dayOf = ({ year, month, day }: Readonly<Clock>): Day | null => {
    const midnight = Date.UTC(year, month - 1, day);
    if (new Date(midnight).getUTCMonth() !== month - 1) return null;
    const whole = ({ from, to, offset }: Span): boolean =>
      from <= midnight - offset && midnight - offset + DAY <= to;
    let span = spans.find(whole);
    if (span === undefined) {
      const start = fromWallClock({ year, month, day }, zone);
      if (start === null) return null;
      span = spanAt(start, zone);
      if (!whole(span) || span.offset % 60_000 !== 0) return null;
      spans.push(span);
    }
    const text = (at: number): string => toIso(at).slice(0, -9);
    return {
      shift: -span.offset / 60_000,
      yesterday: text(midnight - DAY),
      today: text(midnight),
      tomorrow: text(midnight + DAY),
    };
  };

  return (clock) => {
    const { year, month, day, hour, minute, second } = clock;
    const known = year >= FIRST_YEAR && year < FIRST_YEAR + YEARS;
    if (!known || month < 1 || month > 12 || day < 1 || day > 31) return ask(clock);
    if (hour > 23 || minute > 59 || second > 59) return null;
    let days = years[year - FIRST_YEAR];
    if (days === undefined) {
      days = new Array(SLOTS_IN_A_YEAR).fill(undefined);
      years[year - FIRST_YEAR] = days;
    }
    const slot = (month - 1) * 31 + day - 1;
    let shown = days[slot];
    if (shown === undefined) {
      shown = dayOf(clock);
      days[slot] = shown;
    }
    if (shown === null) return ask(clock);
    let minutes = hour * 60 + minute + shown.shift;
    let date = shown.today;
    if (minutes < 0) {
      minutes += IN_A_DAY;
      date = shown.yesterday;
    } else if (minutes >= IN_A_DAY) {
      minutes -= IN_A_DAY;
      date = shown.tomorrow;
    }
    return second === 0 ? date + WHOLE_MINUTES[minutes]! : `${date}${MINUTES[minutes]!}:${two(second)}Z`;
  };
};
