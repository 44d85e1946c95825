import type { ReadResult } from "../../../src/sources/read-export.ts";
import { type Advice, note } from "./advice.ts";

const ORDER = { "day-first": "day first", "month-first": "month first" } as const;

const BY = {
  cells: "as dates of the file prove",
  team: "as source.exports.dates says, since no date of the file shows it",
  guess: "which is a guess: no date of the file shows it, and source.exports.dates does not say",
  none: "",
} as const;

/** As what a file was read, how that was known, and how its dates were understood. */
export const recognition = (
  file: string,
  options: { result: Pick<ReadResult, "title" | "format" | "dates">; named: string },
): Advice[] => {
  const { title, format, dates } = options.result;
  const sign = format.endsWith("-json") ? "told by its content" : "told by its headings";
  const how = options.named === "auto" ? sign : `as source.exports.format: ${format} says`;
  const order =
    dates.by === "none"
      ? "no date of it leaves open which number is the day"
      : `dates of numbers are read ${ORDER[dates.order]}, ${BY[dates.by]}`;
  return [note(`${file} was read as ${title}, ${how}; ${order}.`)];
};
