import { siteLocale } from "../lib/locale.ts";

const NO_BREAK_SPACE = "\u00a0";
const MINUS = "\u2212";

const whole = new Intl.NumberFormat(siteLocale(), { maximumFractionDigits: 0 });
const tiny = new Intl.NumberFormat(siteLocale(), { maximumSignificantDigits: 1 });
/** Every number below 100, by its tenths, in the locale's digits: a site of many years holds a million numbers. */
const tenths = new Map<number, string>();
const oneDecimal = new Intl.NumberFormat(siteLocale(), { maximumFractionDigits: 1 });

/** From here on a decimal says more than the measurement can. */
const WHOLE_FROM = 100;
/** Below this one decimal would turn something into nothing. */
const TINY_BELOW = 0.05;

/** So near the middle of two tenths a product may lie on its other side. */
const NEAR = 1e-9;

/** Ten times a number below a hundred, rounded as Intl.NumberFormat rounds: on the digits that are written. */
const roundedTenths = (magnitude: number): number => {
  const product = magnitude * 10;
  return Math.round(Math.abs((product % 1) - 0.5) > NEAR ? product : Number(`${magnitude}e1`));
};

/** A number as a reader wants it: one decimal at most, a real minus, never a false 0. */
export const formatNumber = (value: number): string => {
  const magnitude = Math.abs(value);
  if (magnitude > 0 && magnitude < TINY_BELOW) return tiny.format(value).replace("-", MINUS);
  if (magnitude >= WHOLE_FROM) return whole.format(value).replace("-", MINUS);
  const rounded = roundedTenths(magnitude);
  // Asking Intl.NumberFormat each time costs ten times as much.
  let digits = tenths.get(rounded);
  if (digits === undefined) {
    digits = oneDecimal.format(rounded / 10);
    tenths.set(rounded, digits);
  }
  return value < 0 ? MINUS + digits : digits;
};

export interface Amount {
  /** The figure, with its sign of percent. */
  figure: string;
  /** What the figure counts, in words; empty for a bare percentage. */
  unit: string;
}

const PLURALS = new Set(["sprints", "points", "items", "days", "hours", "people", "moves", "sessions"]);

const singular = (unit: string): string => (unit === "people" ? "person" : unit.slice(0, -1));

/** @example amountOf(1.84, "sprints") → { figure: "1.8", unit: "sprints" }; amountOf(40, "%") → { figure: "40 %", unit: "" } */
export const amountOf = (value: number, unit: string): Amount => {
  const figure = formatNumber(value);
  if (unit.startsWith("%")) return { figure: `${figure}${NO_BREAK_SPACE}%`, unit: unit.slice(1).trim() };
  // Of a ratio of two like things: so many times the one, the other.
  if (unit === "ratio") return { figure: `${figure}\u00d7`, unit: "" };
  return { figure, unit: figure === "1" && PLURALS.has(unit) ? singular(unit) : unit };
};

export const formatAmount = (value: number, unit: string): string => {
  const amount = amountOf(value, unit);
  return amount.unit === "" ? amount.figure : `${amount.figure} ${amount.unit}`;
};

/** @example formatCount(1, "item") → "1 item"; formatCount(3, "item") → "3 items" */
export const formatCount = (count: number, noun: string): string =>
  `${formatNumber(count)} ${noun}${count === 1 ? "" : "s"}`;

/** @example describeBand([2, 3]) → "2 to 3"; describeBand([null, 10]) → "at most 10" */
export const describeBand = (band: readonly [number | null, number | null] | null): string | null => {
  if (band === null) return null;
  const [lower, upper] = band;
  if (lower !== null && upper !== null) return `${formatNumber(lower)} to ${formatNumber(upper)}`;
  if (lower !== null) return `at least ${formatNumber(lower)}`;
  return upper === null ? null : `at most ${formatNumber(upper)}`;
};

/** Takes a number out of a value of unknown shape; anything else is unknown. */
export const numberOrNull = (value: unknown): number | null =>
  typeof value === "number" && Number.isFinite(value) ? value : null;
