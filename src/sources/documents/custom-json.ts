import type { OwnColumns } from "../../config/export-formats.ts";
import { customFormat } from "../csv/custom-format.ts";
import type { ReadingSettings, SourceResult } from "../define.ts";
import { openCsv } from "../files/csv-table.ts";
import { SourceError } from "../source-error.ts";
import { isJson, type Json, ownValue } from "./json.ts";
import type { Document } from "./open-document.ts";
import type { Place } from "./row-book.ts";

type Row = { record: unknown; place: Place };

/** How deep an answer may wrap its list of records. */
const DEEPEST = 4;

/** The first list of records in a value. */
const listIn = (value: unknown, path = "", depth = 0): { list: readonly unknown[]; path: string } | null => {
  if (Array.isArray(value)) return value.some(isJson) || depth === 0 ? { list: value, path } : null;
  if (!isJson(value) || depth > DEEPEST) return null;
  for (const key of Object.keys(value)) {
    const found = listIn(value[key], path === "" ? key : `${path}.${key}`, depth + 1);
    if (found !== null) return found;
  }
  return null;
};

const rowsOf = ({ values, lines }: Document): Row[] => {
  const isByLine = values.length > 1;
  return values.flatMap((value, index): Row[] => {
    const line = lines[index]!;
    const found = isByLine && !Array.isArray(value) ? null : listIn(value);
    if (found === null) return [{ record: value, place: { line, path: "" } }];
    return found.list.map((record, at) => ({ record, place: { line, path: `${found.path}[${at}]` } }));
  });
};

/** Every value at the end of a dotted path; lists on the way mean each of theirs. A key may have dots itself. */
const valuesAt = (value: unknown, path: string, depth = 0): unknown[] => {
  if (Array.isArray(value))
    return depth > DEEPEST ? [] : value.flatMap((one) => valuesAt(one, path, depth + 1));
  if (path === "") return [value];
  if (!isJson(value)) return [];
  if (Object.hasOwn(value, path)) return valuesAt(value[path], "");
  const dot = path.indexOf(".");
  return dot < 0 ? [] : valuesAt(ownValue(value, path.slice(0, dot)), path.slice(dot + 1));
};

const textOf = (value: unknown): string => {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "string" || typeof value === "number"
    ? String(value).replaceAll(/\r\n?/g, "\n")
    : "";
};

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** Keys of the records, for the message when none of the named ones is there. */
const keysOf = (records: readonly Json[]): string[] => [
  ...new Set(records.slice(0, 100).flatMap((one) => Object.keys(one))),
];

/**
 * Records of any JSON as the table that they would be: the same columns, dates and checks as of a table of one's own.
 * @throws SourceError when no record has the column that holds the id
 */
export const readCustomJson = (options: {
  document: Document;
  columns: OwnColumns;
  file: string;
  settings: ReadingSettings;
}): SourceResult & { title: string } => {
  const { document, columns, file, settings } = options;
  const rows = rowsOf(document);
  const records = rows.map(({ record }) => record).filter(isJson);
  const has = (heading: string): boolean => records.some((one) => valuesAt(one, heading).length > 0);
  // An empty value is often left out, so that a column may be nowhere in a file; without ids there is no item.
  const present = Object.entries(columns)
    .map(([name, headings]) => [name, headings.filter(has)] as const)
    .filter(([, headings]) => headings.length > 0);
  const known: OwnColumns = Object.fromEntries(present);
  if (known.id === undefined) {
    const found = `no record has ${columns.id?.join(" or ") ?? "an id"}. Found: ${keysOf(records).slice(0, 8).join(", ") || "nothing"}.`;
    throw new SourceError({
      file,
      found,
      remedy: "Say under source.exports.columns where the id stands; parts of a path are parted by dots.",
    });
  }
  const headings = [...new Set(present.flatMap(([, own]) => own))];
  const places: { from: number; place: Place }[] = [];
  const texts = [headings.map(quoted).join(",")];
  let line = 2;
  for (const { record, place } of rows) {
    const cells = headings.map((heading) =>
      isJson(record)
        ? valuesAt(record, heading)
            .map(textOf)
            .filter((text) => text !== "")
            .join(",")
        : "",
    );
    const text = cells.map(quoted).join(",");
    places.push({ from: line, place });
    texts.push(text);
    line += text.split("\n").length;
  }
  const format = customFormat(known);
  const table = openCsv(new TextEncoder().encode(`${texts.join("\n")}\n`), file, "utf-8");
  const result = format.collect({ settings, file, table });
  const whereOf = (where: string): { line: number; path: string } => {
    const at = Number(where.slice(where.lastIndexOf(":") + 1));
    return places.findLast(({ from }) => from <= at)?.place ?? { line: 1, path: "" };
  };
  return {
    ...result,
    title: "records described under source.exports.columns",
    problems: result.problems.map(({ id, where, text }) => {
      const place = whereOf(where);
      return {
        id,
        where: `${file}:${place.line}`,
        text: place.path === "" ? text : `${place.path}: ${text}`,
      };
    }),
  };
};
