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

/** Numbers of any length: a key is a text, and may hold more digits than a number can. */
const compareDigits = (a: string, b: string): number => {
  const [x, y] = [a.replace(/^0+/, ""), b.replace(/^0+/, "")];
  return x.length - y.length || compareCodePoints(x, y);
};

/** Tracker keys with their numbers as numbers: `ABC-9` before `ABC-10`. */
export const compareKeys = (a: string, b: string): number => {
  const left = a.match(/\d+|\D+/g) ?? [];
  const right = b.match(/\d+|\D+/g) ?? [];
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const [x, y] = [left[i]!, right[i]!];
    const numeric = /^\d/.test(x) && /^\d/.test(y);
    const difference = numeric ? compareDigits(x, y) : compareCodePoints(x, y);
    if (difference !== 0) return difference;
  }
  return left.length - right.length || compareCodePoints(a, b);
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
