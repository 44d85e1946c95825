import { fold } from "../../lib/text.ts";

/** Month names as trackers write them, by their first letters in English, Spanish, French, Polish, German, Portuguese. */
const MONTHS: readonly string[][] = [
  ["jan", "ene", "janv", "sty", "january"],
  ["feb", "févr", "fév", "lut", "fev", "february"],
  ["mar", "mars", "mär", "märz", "mrz", "march"],
  ["apr", "abr", "avr", "kwi", "april"],
  ["may", "mai", "maj"],
  ["jun", "juni", "juin", "cze", "june"],
  ["jul", "juli", "juil", "lip", "july"],
  ["aug", "ago", "août", "sie", "august"],
  ["sep", "sept", "wrz", "set", "september"],
  ["oct", "okt", "paź", "out", "october"],
  ["nov", "lis", "november"],
  ["dec", "dic", "déc", "gru", "dez", "december"],
];

const numbers = new Map(MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));

/** 1 to 12; `null` for a word that is no month in any of the languages. */
export const monthOf = (word: string): number | null =>
  numbers.get(word) ?? numbers.get(fold(word).replace(/\.$/, "")) ?? null;
