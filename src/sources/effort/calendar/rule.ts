import { RRuleTemporal } from "rrule-temporal";

/** A recurrence rule, ready to be asked for its dates. It counts in wall-clock time: the zone is applied to what comes out. */
export type Rule = {
  /** From the first date to `last`, both included; `null` where they are too many to count. */
  upTo: (last: Temporal.PlainDateTime) => Temporal.PlainDateTime[] | null;
  /** The last date at or before `at`. */
  before: (at: Temporal.PlainDateTime) => Temporal.PlainDateTime | null;
};

const numbers = (from: number, to: number, signed: boolean): ((value: string) => boolean) => {
  const pattern = signed ? /^[+-]?\d{1,3}$/ : /^\d{1,3}$/;
  return (value) =>
    value
      .split(",")
      .every((one) => pattern.test(one) && Math.abs(Number(one)) >= from && Math.abs(Number(one)) <= to);
};
const positive = (value: string): boolean => /^\d{1,9}$/.test(value) && Number(value) > 0;

/** RFC 5545 §3.3.10. The library passes over parts and numbers that it does not know, and would then repeat too often. */
const PARTS: Record<string, (value: string) => boolean> = {
  // Nobody refines by the hour, and a rule that repeats within the day can take for ever to expand.
  FREQ: (value) => /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/.test(value),
  UNTIL: (value) => /^\d{8}(?:T\d{6}Z?)?$/.test(value),
  COUNT: positive,
  INTERVAL: positive,
  WKST: (value) => /^(?:MO|TU|WE|TH|FR|SA|SU)$/.test(value),
  BYDAY: (value) => value.split(",").every((one) => /^[+-]?\d{0,2}(?:MO|TU|WE|TH|FR|SA|SU)$/.test(one)),
  BYMONTH: numbers(1, 12, false),
  BYMONTHDAY: numbers(1, 31, true),
  BYYEARDAY: numbers(1, 366, true),
  BYWEEKNO: numbers(1, 53, true),
  BYSETPOS: numbers(1, 366, true),
  BYHOUR: numbers(0, 23, false),
  BYMINUTE: numbers(0, 59, false),
  BYSECOND: numbers(0, 59, false),
};
const TIMES = ["BYHOUR", "BYMINUTE", "BYSECOND"];
const TIMES_A_DAY = 4;
/** Days since 1970, and some: a daily rule is looked at day by day. */
const MOST_STEPS = 25_000;

const partsOf = (text: string): Map<string, string> | null => {
  const parts = new Map<string, string>();
  for (const part of text.toUpperCase().split(";")) {
    const [, key, value] = /^\s*([A-Z]+)=(.*?)\s*$/.exec(part) ?? [];
    if (part.trim() === "") continue;
    if (key === undefined || !PARTS[key]?.(value!) || parts.has(key)) return null;
    parts.set(key, value!);
  }
  const times = TIMES.reduce((product, key) => product * (parts.get(key)?.split(",").length ?? 1), 1);
  return parts.has("FREQ") && times <= TIMES_A_DAY ? parts : null;
};

const compact = (wall: Temporal.PlainDateTime): string =>
  wall.toString({ smallestUnit: "second" }).replaceAll(/[-:]/g, "");

/** The library refuses with errors of no type of their own, by which the rule at hand is none. */
const attempt = <T>(ask: () => T): T | null => {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
};

/**
 * A recurrence rule by rrule-temporal. A first date that the rule itself does not give is none of its dates, as Outlook
 * has it; RFC 5545 leaves that open.
 * @param options.toWall what a clock in the event's zone shows at the end of the rule, which is given in UTC
 * @returns `null` where it is no rule
 */
export const openRule = (
  text: string,
  options: {
    start: Temporal.PlainDateTime;
    toWall: (utc: Temporal.PlainDateTime) => Temporal.PlainDateTime;
  },
): Rule | null => {
  const { start, toWall } = options;
  const parts = partsOf(text);
  if (parts === null || start.year < 1 || start.year > 9999) return null;
  const until = parts.get("UNTIL");
  return attempt(() => {
    if (until !== undefined) {
      // Without a time the last day counts to its end; without a Z it is already the event's own clock.
      const given = Temporal.PlainDateTime.from(until.length === 8 ? `${until}T235959` : until.slice(0, 15));
      parts.set("UNTIL", `${compact(until.endsWith("Z") ? toWall(given) : given)}Z`);
    }
    const rule = new RRuleTemporal({
      rruleString: `DTSTART;TZID=UTC:${compact(start)}\nRRULE:${[...parts].map((part) => part.join("=")).join(";")}`,
      strict: true,
      maxIterations: MOST_STEPS,
      cache: false,
    });
    const instant = (wall: Temporal.PlainDateTime): Date =>
      new Date(wall.toZonedDateTime("UTC").epochMilliseconds);
    const wallAt = (date: { epochMilliseconds: number }): Temporal.PlainDateTime =>
      Temporal.Instant.fromEpochMilliseconds(date.epochMilliseconds)
        .toZonedDateTimeISO("UTC")
        .toPlainDateTime();
    return {
      upTo: (last) =>
        Temporal.PlainDateTime.compare(last, start) < 0
          ? []
          : attempt(() => rule.between(instant(start), instant(last), true).map(wallAt)),
      before: (at) => {
        const found = attempt(() => rule.previous(instant(at), true));
        return found === null ? null : wallAt(found);
      },
    };
  });
};
