import { z } from "zod";
import { nearest } from "./nearest.ts";
import { anyOf, showValue } from "./show.ts";
import { type Wording, worded } from "./wording.ts";

/** A plain word where YAML saw a number or a truth value: quotes make it text. */
const inQuotes: Wording["suggest"] = (found) =>
  typeof found === "number" || typeof found === "boolean" ? `"${found}"` : null;

/** Text with at least one visible character; `what` names it in an error. */
export const text = (what: string) => worded(z.string().regex(/\S/u), what, { suggest: inQuotes });

/** Texts as a list, which may be empty; `example` shows one in an error. */
export const texts = (what: string, example: string) =>
  worded(z.array(text(what)), `a list such as [${example}]`, {
    suggest: (found) => (typeof found === "string" && found.trim() !== "" ? `[${showValue(found)}]` : null),
  });

/** One text or a list of at least one. */
export const textOrTexts = (what: string) =>
  worded(
    z.union([text(what), worded(z.array(text(what)).min(1), `at least one ${what}`)]),
    `${what} or a list of them`,
    { suggest: inQuotes },
  );

/** One of a few words. */
export const choice = <const W extends readonly [string, ...string[]]>(words: W) =>
  worded(z.enum(words), anyOf(words), {
    suggest: (found) => {
      const near = typeof found === "string" ? nearest(found, words) : null;
      return near === null ? null : showValue(near);
    },
  });

const TRUTH_WORDS: Record<string, string> = {
  yes: "true",
  on: "true",
  y: "true",
  no: "false",
  off: "false",
  n: "false",
};

/** `yes` and `on` are text in YAML 1.2: the error says which truth value they stand for. */
export const truth = () =>
  worded(z.boolean(), "true or false", {
    suggest: (found) =>
      typeof found === "string"
        ? (TRUTH_WORDS[found.toLowerCase()] ?? nearest(found, ["true", "false"]))
        : null,
  });

const unquoted: Wording["suggest"] = (found) =>
  typeof found === "string" && /^\s*\d+([.,]\d+)?\s*$/u.test(found) ? found.trim().replace(",", ".") : null;

/** A number above 0. */
export const positive = (what: string) =>
  worded(z.number().positive(), `${what}, a number above 0`, { suggest: unquoted });

/** A number that may be 0. */
export const zeroOrMore = (what: string) =>
  worded(z.number().min(0), `${what}, 0 or more`, { suggest: unquoted });

/** A whole number from `least`, up to `most` where given. */
export const whole = (least: number, most: number | null = null) =>
  worded(
    z
      .int()
      .min(least)
      .max(most ?? Number.MAX_SAFE_INTEGER),
    most === null ? `a whole number, ${least} or more` : `a whole number from ${least} to ${most}`,
    { suggest: unquoted },
  );

const HAS_N_ONCE = /^(?:(?!\{n\})[\s\S])*\{n\}(?:(?!\{n\})[\s\S])*$/u;

/** A sprint's name with `{n}` in the place of its number. */
export const numberPattern = () =>
  worded(z.string().regex(HAS_N_ONCE), 'a name that holds {n} once, such as "Sprint {n}"');
