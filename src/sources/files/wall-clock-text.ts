import { fromWallClock, type WallClock } from "../../lib/dates.ts";
import { fold } from "../../lib/text.ts";

/** Month names as trackers write them, by their first letters in English, Spanish, French, Polish, German, Portuguese. */
const MONTHS: readonly string[][] = [
  ["jan", "ene", "janv", "sty"],
  ["feb", "févr", "fév", "lut", "fev"],
  ["mar", "mars", "mär", "märz", "mrz"],
  ["apr", "abr", "avr", "kwi"],
  ["may", "mai", "maj"],
  ["jun", "juni", "juin", "cze"],
  ["jul", "juli", "juil", "lip"],
  ["aug", "ago", "août", "sie"],
  ["sep", "sept", "wrz", "set"],
  ["oct", "okt", "paź", "out"],
  ["nov", "lis"],
  ["dec", "dic", "déc", "gru", "dez"],
];
const ENGLISH = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

const monthOf = (word: string): number | null => {
  const name = fold(word).replace(/\.$/, "");
  const index = MONTHS.findIndex((names) => names.includes(name));
  if (index >= 0) return index + 1;
  const long = ENGLISH.indexOf(name);
  return long >= 0 ? long + 1 : null;
};

const TIME = String.raw`(?:[ T,]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d{1,3})?(?:\s*([AaPp])\.?[Mm]\.?)?)?`;
const ISO = new RegExp(String.raw`^(\d{4})-(\d{2})-(\d{2})${TIME}\s*(Z|[+-]\d{2}:?\d{2})?$`);
const DAY_MONTH_WORD = new RegExp(String.raw`^(\d{1,2})[/ .-]([^\d/ .-]+\.?)[/ .-](\d{2}|\d{4})${TIME}$`);
const MONTH_WORD_DAY = new RegExp(String.raw`^([^\d/ .-]+\.?)[/ .-](\d{1,2}),?[/ .-](\d{2}|\d{4})${TIME}$`);
const NUMBERS = new RegExp(String.raw`^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})${TIME}$`);

export type DateOrder = "day-first" | "month-first";

const fullYear = (text: string): number => (text.length === 4 ? Number(text) : 2000 + Number(text));

const hourOf = (hour: string | undefined, half: string | undefined): number => {
  const value = Number(hour ?? 0);
  if (!half) return value;
  // 12 AM is midnight and 12 PM is noon; anything over 12 stays wrong and is rejected by the calendar.
  return value > 12 ? 99 : (value % 12) + (half.toLowerCase() === "p" ? 12 : 0);
};

const withTime = (date: { year: number; month: number; day: number }, match: RegExpExecArray): WallClock => ({
  ...date,
  hour: hourOf(match[4], match[7]),
  minute: Number(match[5] ?? 0),
  second: Number(match[6] ?? 0),
});

/** Whether only the file as a whole can tell day and month apart in this cell, and what this cell alone says. */
export const dateOrderOf = (text: string): DateOrder | "either" | null => {
  const match = NUMBERS.exec(text.trim());
  if (!match) return null;
  if (Number(match[1]) > 12) return "day-first";
  return Number(match[2]) > 12 ? "month-first" : "either";
};

/**
 * The instant of a date as a tracker or a spreadsheet writes it: `22/Sep/25 9:26 AM`, `2025-07-04 16:15`,
 * `11/22/2025 22:48`, ISO 8601. Wall clock in the zone unless the text has an offset. `null` when it is no date.
 */
export const parseWallClock = (text: string, options: { zone: string; order: DateOrder }): number | null => {
  const cell = text.trim();
  const iso = ISO.exec(cell);
  if (iso) {
    const zone = iso[8]
      ? iso[8].replace(/^z$/i, "+00:00").replace(/^([+-]\d{2})(\d{2})$/, "$1:$2")
      : options.zone;
    return fromWallClock(
      withTime({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }, iso),
      zone,
    );
  }
  const words = DAY_MONTH_WORD.exec(cell);
  if (words) {
    const month = monthOf(words[2]!);
    const date = { year: fullYear(words[3]!), month: month ?? 0, day: Number(words[1]) };
    return month === null ? null : fromWallClock(withTime(date, words), options.zone);
  }
  const american = MONTH_WORD_DAY.exec(cell);
  if (american) {
    const month = monthOf(american[1]!);
    const date = { year: fullYear(american[3]!), month: month ?? 0, day: Number(american[2]) };
    return month === null ? null : fromWallClock(withTime(date, american), options.zone);
  }
  const numbers = NUMBERS.exec(cell);
  if (!numbers) return null;
  const [first, second] = [Number(numbers[1]), Number(numbers[2])];
  const [day, month] = options.order === "day-first" ? [first, second] : [second, first];
  return fromWallClock(withTime({ year: fullYear(numbers[3]!), month, day }, numbers), options.zone);
};
