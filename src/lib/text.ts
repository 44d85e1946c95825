/** The form in which names (statuses, types, labels, sprints, resolutions) are compared, never shown. */
export const fold = (text: string): string =>
  text
    .toUpperCase() // by way of upper case, so that ß and ss, and the two sigmas, meet
    .toLowerCase()
    .normalize("NFC") // after casing, which takes some letters apart
    .replace(/[\u2018\u2019\u02bc]/g, "'") // typographic apostrophes count as straight
    .replace(/\s+/g, " ")
    .trim();

/** `Sprint 7` becomes `sprint-7`: letters and digits of any script, the rest as single hyphens. */
export const slug = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");

const hasSurrogate = (text: string): boolean => /[\ud800-\udfff]/.test(text);

/** Order by Unicode code point. JavaScript's `<` compares UTF-16 units, which differs beyond the basic plane. */
export const compareCodePoints = (a: string, b: string): number => {
  if (a === b) return 0;
  if (!hasSurrogate(a) && !hasSurrogate(b)) return a < b ? -1 : 1;
  const left = [...a];
  const right = [...b];
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const difference = left[i]!.codePointAt(0)! - right[i]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
};

const withoutZeros = (digits: string): string =>
  digits.startsWith("0") ? digits.replace(/^0+/, "") : digits;

/** Numbers of any length: a key is a text, and may hold more digits than a number can. */
const compareDigits = (a: string, b: string): number => {
  const [x, y] = [withoutZeros(a), withoutZeros(b)];
  return x.length - y.length || compareCodePoints(x, y);
};

const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
};

/** Where the digits, or what is between digits, end that begin at a place. */
const endOfPart = (text: string, from: number): number => {
  const numeric = isDigit(text, from);
  let to = from + 1;
  while (to < text.length && isDigit(text, to) === numeric) to += 1;
  return to;
};

/**
 * Tracker keys with their numbers as numbers: `ABC-9` before `ABC-10`. Tens of thousands are sorted: expressions that
 * take keys apart would take several times as long.
 */
export const compareKeys = (a: string, b: string): number => {
  let [left, right] = [0, 0];
  while (left < a.length && right < b.length) {
    const numeric = isDigit(a, left) && isDigit(b, right);
    const [endLeft, endRight] = [endOfPart(a, left), endOfPart(b, right)];
    const [x, y] = [a.slice(left, endLeft), b.slice(right, endRight)];
    const difference = numeric ? compareDigits(x, y) : compareCodePoints(x, y);
    if (difference !== 0) return difference;
    [left, right] = [endLeft, endRight];
  }
  return a.length - left - (b.length - right) || compareCodePoints(a, b);
};

/** Number of code points: an emoji is one. */
export const codePoints = (text: string): number => [...text].length;

/** For messages: control and direction-changing characters made visible, long text cut. */
export const printable = (text: string, length = 60): string => {
  const shown = text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (char) =>
    char === "\n" ? "\\n" : `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return codePoints(shown) > length ? `${[...shown].slice(0, length).join("")}…` : shown;
};
