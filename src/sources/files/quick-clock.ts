import { slice } from "./cell-text.ts";
import { monthOf } from "./month-names.ts";
import type { ClockText } from "./wall-clock-text.ts";

const SLASH = 0x2f;
const COLON = 0x3a;
const BLANK = 0x20;
const DASH = 0x2d;
const AM = 0x41;
const PM = 0x50;
const M = 0x4d;

const TEE = 0x54;

/** The digit at a place, far below 0 where there is none. */
const digit = (bytes: Buffer, at: number): number => {
  const value = bytes[at]! - 0x30;
  return value >= 0 && value <= 9 ? value : -1000;
};
const pair = (bytes: Buffer, at: number): number => digit(bytes, at) * 10 + digit(bytes, at + 1);

/** One object for all dates: an export has hundreds of thousands of them, and each is read and forgotten. */
const clock: ClockText = {
  year: 0,
  month: 0,
  day: 0,
  hour: 0,
  minute: 0,
  second: 0,
  offset: null,
  open: false,
};

const months = new Map<number, number>();

/** The month of a word, by its letters as one number: a word of three letters is looked up without being a text. */
const monthAt = (bytes: Buffer, from: number, to: number): number => {
  const letters = to - from === 3 ? (bytes[from]! << 16) | (bytes[from + 1]! << 8) | bytes[from + 2]! : 0;
  const known = letters === 0 ? undefined : months.get(letters);
  if (known !== undefined) return known;
  const month = monthOf(slice(bytes, from, to)) ?? -1;
  if (letters !== 0 && month > 0) months.set(letters, month);
  return month;
};

/** Letters of the longest name of a month, and some more. */
const LONGEST_MONTH = 16;

/** `10/Jan/26 11:19 AM`, with the words of any language. */
const jiraClock = (bytes: Buffer, from: number, to: number): ClockText | null => {
  const two = bytes[from + 2] === SLASH;
  const monthFrom = from + (two ? 3 : 2);
  if (!two && bytes[from + 1] !== SLASH) return null;
  const day = two ? pair(bytes, from) : digit(bytes, from);
  let slash = monthFrom;
  while (bytes[slash] !== SLASH) {
    slash += 1;
    if (slash > monthFrom + LONGEST_MONTH || slash >= to) return null;
  }
  if (bytes[slash + 3] !== BLANK) return null;
  const year = pair(bytes, slash + 1);
  const hourAt = slash + 4;
  const long = bytes[hourAt + 2] === COLON;
  const hour = long ? pair(bytes, hourAt) : digit(bytes, hourAt);
  const minuteAt = hourAt + (long ? 3 : 2);
  if (to !== minuteAt + 5 || bytes[minuteAt - 1] !== COLON || bytes[minuteAt + 2] !== BLANK) return null;
  const minute = pair(bytes, minuteAt);
  const half = bytes[minuteAt + 3];
  if ((half !== AM && half !== PM) || bytes[minuteAt + 4] !== M) return null;
  const month = monthAt(bytes, monthFrom, slash);
  if (day < 0 || year < 0 || month < 0 || hour < 1 || hour > 12 || minute < 0) return null;
  clock.year = 2000 + year;
  clock.month = month;
  clock.day = day;
  clock.hour = (hour % 12) + (half === PM ? 12 : 0);
  clock.minute = minute;
  clock.second = 0;
  return clock;
};

/** `2025-07-04 16:15`, with seconds or without. */
const isoClock = (bytes: Buffer, from: number, to: number): ClockText | null => {
  if (bytes[from + 4] !== DASH || bytes[from + 7] !== DASH || bytes[from + 13] !== COLON) return null;
  const mark = bytes[from + 10];
  if (mark !== BLANK && mark !== TEE) return null;
  const seconds = to - from === 19 && bytes[from + 16] === COLON;
  if (!seconds && to - from !== 16) return null;
  const second = seconds ? pair(bytes, from + 17) : 0;
  const year = pair(bytes, from) * 100 + pair(bytes, from + 2);
  const month = pair(bytes, from + 5);
  const day = pair(bytes, from + 8);
  const hour = pair(bytes, from + 11);
  const minute = pair(bytes, from + 14);
  if (year < 0 || month < 0 || day < 0 || hour < 0 || minute < 0 || second < 0) return null;
  clock.year = year;
  clock.month = month;
  clock.day = day;
  clock.hour = hour;
  clock.minute = minute;
  clock.second = second;
  return clock;
};

/**
 * The two commonest forms of dates, from the bytes of a cell and without a pattern's work; `null` for every other, which
 * is no word on whether it is a date. The result is reused: read it before the next call.
 */
export const quickClock = (bytes: Buffer, from: number, to: number): Readonly<ClockText> | null =>
  jiraClock(bytes, from, to) ?? isoClock(bytes, from, to);
