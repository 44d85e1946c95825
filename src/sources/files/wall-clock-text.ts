import { fromWallClock, type WallClock } from "../../lib/dates.ts";
import { monthOf } from "./month-names.ts";

const TIME = String.raw`(?:[ T,]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d{1,9})?(?:\s*([AaPp])\.?[Mm]\.?)?)?`;
const OFFSET = String.raw`(Z|UTC|GMT|[+-]\d{2}:?\d{2})?`;
const ISO = new RegExp(String.raw`^(\d{4})([-/])(\d{1,2})\2(\d{1,2})${TIME}\s*${OFFSET}$`);
const DAY_MONTH_WORD = new RegExp(String.raw`^(\d{1,2})[/ .-]([^\d/ .-]+\.?)[/ .-](\d{2}|\d{4})${TIME}$`);
const MONTH_WORD_DAY = new RegExp(String.raw`^([^\d/ .-]+\.?)[/ .-](\d{1,2}),?[/ .-](\d{2}|\d{4})${TIME}$`);
const NUMBERS = new RegExp(String.raw`^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})${TIME}$`);
/** `Tue May 14 2024 08:53:33 GMT+0000 (GMT)`, as JavaScript writes a date. */
const SCRIPT =
  /^[A-Za-z]{3} ([A-Za-z]{3}) (\d{1,2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT([+-]\d{4})(?: \([^)]*\))?$/;
/** `Mon, 21 Apr 2025 10:17:06 UTC+0000`, as mail writes one. */
const MAIL =
  /^[A-Za-z]{3}, (\d{1,2}) ([A-Za-z]{3}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) (?:UTC|GMT)?([+-]\d{4})?$/;

export type DateOrder = "day-first" | "month-first";

/** What a date cell shows, before it is known in which zone. */
export type ClockText = Required<WallClock> & {
  /** `+01:00` where the text has one. */
  offset: string | null;
  /** Day and month are numbers and stand in the order day first, which need not be what was meant. */
  open: boolean;
};

const fullYear = (text: string): number => (text.length === 4 ? Number(text) : 2000 + Number(text));

const hourOf = (hour: string | undefined, half: string | undefined): number => {
  const value = Number(hour ?? 0);
  if (!half) return value;
  // 12 AM is midnight and 12 PM is noon; anything over 12 stays wrong and is rejected by the calendar.
  return value > 12 ? 99 : (value % 12) + (half.toLowerCase() === "p" ? 12 : 0);
};

const offsetOf = (text: string | undefined): string | null => {
  if (text === undefined) return null;
  return /^[a-z]/i.test(text) ? "+00:00" : text.replace(/^([+-]\d{2})(\d{2})$/, "$1:$2");
};

type Found = { match: RegExpExecArray; year: number; month: number | null; day: number };

/** @param at the group of the hour */
const clockOf = (
  { match, year, month, day }: Found,
  more: { at: number; offset?: string | null; open?: boolean },
): ClockText | null => {
  if (month === null) return null;
  const [hour, minute, second, half] = match.slice(more.at, more.at + 4);
  return {
    year,
    month,
    day,
    hour: hourOf(hour, half?.length === 1 ? half : undefined),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    offset: more.offset ?? null,
    open: more.open ?? false,
  };
};

/** The date and time that a text shows; `null` when it is no date of any known form. */
export const readClockText = (text: string): ClockText | null => {
  let match = DAY_MONTH_WORD.exec(text);
  if (match) {
    const [, day, month, year] = match as unknown as string[];
    return clockOf({ match, year: fullYear(year!), month: monthOf(month!), day: Number(day) }, { at: 4 });
  }
  match = ISO.exec(text);
  if (match) {
    const [year, month, day] = [match[1], match[3], match[4]].map(Number) as [number, number, number];
    return clockOf({ match, year, month, day }, { at: 5, offset: offsetOf(match[9]) });
  }
  match = NUMBERS.exec(text);
  if (match) {
    const [day, month] = [Number(match[1]), Number(match[2])];
    return clockOf({ match, year: fullYear(match[3]!), month, day }, { at: 4, open: true });
  }
  match = MONTH_WORD_DAY.exec(text);
  if (match) {
    const month = monthOf(match[1]!);
    return clockOf({ match, year: fullYear(match[3]!), month, day: Number(match[2]) }, { at: 4 });
  }
  match = SCRIPT.exec(text);
  if (match) {
    const month = monthOf(match[1]!.toLowerCase());
    const found = { match, year: Number(match[3]), month, day: Number(match[2]) };
    return clockOf(found, { at: 4, offset: offsetOf(match[7]) });
  }
  match = MAIL.exec(text);
  if (!match) return null;
  const found = {
    match,
    year: Number(match[3]),
    month: monthOf(match[2]!.toLowerCase()),
    day: Number(match[1]),
  };
  return clockOf(found, { at: 4, offset: offsetOf(match[7] ?? "UTC") });
};

/** The same clock with day and month the other way round, where only their order in the text told them apart. */
export const inOrder = (clock: ClockText, order: DateOrder): ClockText =>
  clock.open && order === "month-first" ? { ...clock, day: clock.month, month: clock.day } : clock;

const orderOf = ({ day, month }: ClockText): DateOrder | "either" => {
  if (day > 12) return "day-first";
  return month > 12 ? "month-first" : "either";
};

/** Whether only the file as a whole can tell day and month apart in this cell, and what this cell alone says. */
export const dateOrderOf = (text: string): DateOrder | "either" | null => {
  const clock = readClockText(text.trim());
  return clock?.open ? orderOf(clock) : null;
};

/**
 * The instant of a date as a tracker or a spreadsheet writes it: `22/Sep/25 9:26 AM`, `2025-07-04 16:15`,
 * `11/22/2025 22:48`, ISO 8601. Wall clock in the zone unless the text has an offset. `null` when it is no date.
 */
export const parseWallClock = (text: string, options: { zone: string; order: DateOrder }): number | null => {
  const clock = readClockText(text.trim());
  if (clock === null) return null;
  const { year, month, day, hour, minute, second } = inOrder(clock, options.order);
  return fromWallClock({ year, month, day, hour, minute, second }, clock.offset ?? options.zone);
};
