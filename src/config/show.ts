import { printable } from "../lib/text.ts";

const LONGEST = 60;

/** Format characters, lone surrogates and separators of lines: pasted from a page they make two equal-looking names differ. */
const UNSEEN = /[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Cuts a text and makes what moves the cursor, turns the direction of text or can't be seen visible. */
export const showPlain = (text: string, length = LONGEST): string =>
  // Cutting first keeps a value of many megabytes cheap.
  printable(text.slice(0, 2 * length + 2), length).replaceAll(
    UNSEEN,
    (character) => `\\u${character.codePointAt(0)!.toString(16).padStart(4, "0")}`,
  );

const showKey = (key: string): string => (/^[\w-]{1,40}$/.test(key) ? key : showPlain(key));

/**
 * A value of the file as an error message quotes it.
 *
 * `showValue("Redy")` is `"Redy"`, `showValue(null)` is `nothing`, `showValue({ every: 1 })` is `{ every: … }`.
 */
export const showValue = (value: unknown): string => {
  if (value === null || value === undefined) return "nothing";
  if (typeof value === "string") return `"${showPlain(value).replaceAll('"', '\\"')}"`;
  if (Array.isArray(value)) {
    const shown = value.slice(0, 10).map(showValue).join(", ");
    return value.length <= 10 && shown.length <= LONGEST ? `[${shown}]` : `a list of ${value.length}`;
  }
  if (typeof value === "object") {
    const keys = Object.keys(value);
    if (keys.length === 0) return "{}";
    const shown = keys.slice(0, 4).map((key) => `${showKey(key)}: …`);
    return `{ ${shown.join(", ")}${keys.length > 4 ? ", …" : ""} }`;
  }
  return String(value);
};

/** Words in quotes with commas, and `or` before the last: `"auto" or "jira"`. */
export const anyOf = (words: readonly string[]): string => {
  const shown = words.map((word) => showValue(word));
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} or ${shown.at(-1)}`;
};
