import { monthOf } from "./month-names.ts";
import type { ClockText } from "./wall-clock-text.ts";

const SLASH = 0x2f;
const COLON = 0x3a;
const BLANK = 0x20;
const DASH = 0x2d;
const AM = 0x41;
const PM = 0x50;
const M = 0x4d;

/** The digit at a place, far below 0 where there is none. */
const digit = (text: string, at: number): number => {
  const value = text.charCodeAt(at) - 0x30;
  return value >= 0 && value <= 9 ? value : -1000;
};
const pair = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1);

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

/** The month of a word, by its letters as one number: a word of three letters is looked up without being cut out. */
const monthAt = (text: string, from: number, to: number): number => {
  if (to - from !== 3) return monthOf(text.slice(from, to)) ?? -1;
  const [a, b, c] = [text.charCodeAt(from), text.charCodeAt(from + 1), text.charCodeAt(from + 2)];
  const letters = (a * 1024 + b) * 1024 + c;
  const known = a < 1024 && b < 1024 && c < 1024 ? months.get(letters) : undefined;
  if (known !== undefined) return known;
  const month = monthOf(text.slice(from, to)) ?? -1;
  if (month > 0) months.set(letters, month);
  return month;
};

/** `10/Jan/26 11:19 AM`, with the words of any language. */
const jiraClock = (text: string): ClockText | null => {
  const two = text.charCodeAt(2) === SLASH;
  const at = two ? 3 : 2;
  if (!two && text.charCodeAt(1) !== SLASH) return null;
  const day = two ? pair(text, 0) : digit(text, 0);
  const slash = text.indexOf("/", at);
  if (slash < 0 || text.charCodeAt(slash + 3) !== BLANK) return null;
  const year = pair(text, slash + 1);
  const month = monthAt(text, at, slash);
  const hourAt = slash + 4;
  const long = text.charCodeAt(hourAt + 2) === COLON;
  const hour = long ? pair(text, hourAt) : digit(text, hourAt);
  const minuteAt = hourAt + (long ? 3 : 2);
  if (text.charCodeAt(minuteAt - 1) !== COLON) return null;
  const minute = pair(text, minuteAt);
  if (day < 0 || year < 0 || month < 0 || hour < 1 || hour > 12 || minute < 0) return null;
  if (text.length !== minuteAt + 5 || text.charCodeAt(minuteAt + 2) !== BLANK) return null;
  const half = text.charCodeAt(minuteAt + 3);
  if ((half !== AM && half !== PM) || text.charCodeAt(minuteAt + 4) !== M) return null;
  clock.year = 2000 + year;
  clock.month = month;
  clock.day = day;
  clock.hour = (hour % 12) + (half === PM ? 12 : 0);
  clock.minute = minute;
  clock.second = 0;
  return clock;
};

/** `2025-07-04 16:15`, with seconds or without. */
const isoClock = (text: string): ClockText | null => {
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH || text.charCodeAt(13) !== COLON)
    return null;
  const mark = text.charCodeAt(10);
  if (mark !== BLANK && mark !== 0x54) return null;
  const seconds = text.length === 19 && text.charCodeAt(16) === COLON;
  if (!seconds && text.length !== 16) return null;
  const second = seconds ? pair(text, 17) : 0;
  const year = pair(text, 0) * 100 + pair(text, 2);
  const month = pair(text, 5);
  const day = pair(text, 8);
  const hour = pair(text, 11);
  const minute = pair(text, 14);
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
 * The two commonest forms of dates without a pattern's work; `null` for every other, which is no word on whether it is a
 * date. The result is reused: read it before the next call.
 */
export const quickClock = (text: string): Readonly<ClockText> | null => jiraClock(text) ?? isoClock(text);
