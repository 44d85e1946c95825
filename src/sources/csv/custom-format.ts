import type { OwnColumn, OwnColumns } from "../../config/export-formats.ts";
import type { Source } from "../define.ts";
import type { ColumnMap, ColumnName } from "./columns.ts";
import { defineCsvFormat } from "./define-csv-format.ts";

/** Where the words of a configuration are not those of the reading. */
const NAMES: Partial<Record<OwnColumn, ColumnName>> = {
  id: "key",
  closed: "resolved",
  acceptanceCriteria: "acceptance",
  blocked: "flagged",
  parent: "parentKey",
};

/** Columns that a team has said itself: any table becomes an export by them. */
export const customFormat = (columns: OwnColumns): Source => {
  const entries = Object.entries(columns).map(
    ([name, headings]) => [NAMES[name as OwnColumn] ?? (name as ColumnName), headings] as const,
  );
  const map: ColumnMap = Object.fromEntries(entries);
  return defineCsvFormat({
    id: "custom",
    title: "the table described under source.exports.columns",
    example: entries.flatMap(([, headings]) => headings).join(", "),
    columns: map,
    needs: entries.map(([name]) => name),
    keys: { form: /^\S(?:.{0,98}\S)?$/u, name: "id", like: "a short text of one line" },
    order: columns.rank === undefined ? null : "number-or-text",
    markup: "markdown",
    labelMark: /[,;]/,
  });
};
