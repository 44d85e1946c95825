import { siteLocale } from "./locale.ts";

const formats = new Map<number, Intl.NumberFormat>();

/** Making a format costs more than using it a hundred times. */
const formatOf = (digits: number): Intl.NumberFormat => {
  const known = formats.get(digits);
  if (known) return known;
  const format = new Intl.NumberFormat(siteLocale(), { maximumFractionDigits: digits });
  formats.set(digits, format);
  return format;
};

/** A number as a sentence shows it, without trailing zeros. Full precision stays in the report. */
export const shown = (value: number | null, digits = 1): string =>
  value === null ? "unknown" : formatOf(digits).format(value);

/** A number with its noun, which is the singular where the number reads as 1: 1.04 days are "1 day". */
export const plural = (count: number, one: string, many = `${one}s`): string => {
  const words = shown(count);
  return `${words} ${words === shown(1) ? one : many}`;
};

const SUFFIXES: Partial<Record<Intl.LDMLPluralRule, string>> = { one: "st", two: "nd", few: "rd" };
const ordinals = new Intl.PluralRules("en", { type: "ordinal" });

/** The second, third, fourth … in words up to ten, where a sentence counts sprints in a row. */
export const ordinal = (count: number): string =>
  ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"][
    count - 1
  ] ?? `${count}${SUFFIXES[ordinals.select(count)] ?? "th"}`;
