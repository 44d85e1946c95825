import type { Problem } from "../../model/observation.ts";
import type { CollectOptions, Source, SourceResult } from "../define.ts";
import { rowCells } from "../files/row-cells.ts";
import { cellsOf } from "./cells.ts";
import { COLUMN_NAMES, type ColumnName, findColumns, placesOf } from "./columns.ts";
import { fileDates } from "./file-dates.ts";
import { type CsvFormat, fieldsOf } from "./format.ts";
import { orderOf } from "./order.ts";
import { rowReader } from "./read-row.ts";
import { readRows } from "./read-rows.ts";
import { dropRepeated, settleDates, settleLinks } from "./settle.ts";

const GUESSED =
  "dates like 5/12/2026 leave open which is the day; read as day first. Say source.exports.dates: month-first if not";

const collect = (format: CsvFormat, { settings, file, table }: CollectOptions): SourceResult => {
  const { slots, wanted: found } = findColumns(table.header, {
    map: format.columns,
    estimateField: settings.estimateField,
  });
  // A title that may not be published is not even read, unless there is no other key.
  const others = new Set(COLUMN_NAMES.filter((name) => name !== "title").flatMap((name) => slots[name]));
  const unread = settings.titles || format.keys.of ? [] : slots.title.filter((slot) => !others.has(slot));
  const row = rowCells(found.repeats);
  const wanted = {
    slots: found.slots.map((slot) => (unread.includes(slot) ? -1 : slot)),
    into: row,
    unquoted: format.unquoted === true,
  };
  // Where labels hold the estimate, they alone tell it: a points column beside them says nothing.
  const inLabels = settings.estimateLabels !== null;
  const has = (name: ColumnName): boolean =>
    slots[name === "estimate" && inLabels ? "labels" : name].length > 0;
  const fields = fieldsOf(format, has);
  const leftOut = (format.leftOutWhenEmpty ?? []).filter((field) => !(field === "estimate" && inLabels));
  const assumed = leftOut.filter((field) => !fields.includes(field));
  const problems: Problem[] = [];
  const skipped: Record<string, number> = {};
  const note = (id: string, line: number, text: string): void => {
    problems.push({ id, where: `${file}:${line}`, text });
  };
  const skip = (id: string, line: number, text: string): void => {
    skipped[id] = (skipped[id] ?? 0) + 1;
    note(id, line, text);
  };

  const dates = fileDates({ zone: format.zone ?? settings.zone, dates: settings.dates });
  const cells = cellsOf(slots, row);
  const reader = rowReader({ format, settings, dates, row, cells, fields, has });
  const { rows: parsed, count } = readRows({ format, table, wanted, cells, reader, skip, note });

  const decision = dates.decide();
  if (decision.by === "guess") note("date-order-unclear", 1, GUESSED);
  settleDates(parsed, dates, decision);
  const { rows, items } = dropRepeated(parsed, ({ id, line }) =>
    skip("row-repeated", line, `${id} stands in this file twice; the row updated later counts`),
  );
  settleLinks(rows, (text) => format.keys.form.test(text));
  for (const { id, line, pending } of rows) {
    for (const { column, found, wanted: wish } of pending?.faults ?? []) {
      note("cell-unreadable", line, `${id}, ${column}: ${found} is not ${wish}; taken as empty`);
    }
  }
  if (format.cap && count === format.cap.rows) {
    const shown = count.toLocaleString("en");
    note("export-capped", 1, `exactly ${shown} rows: ${format.cap.advice}`);
  }
  const order = orderOf(rows, settings.order === "rows" ? "rows" : format.order);
  return { items, order, fields, assumed, rows: count, skipped, problems, dates: decision };
};

/**
 * A tracker's table as a source of items: its column map, and what its cells mean. Everything else (encodings,
 * separators, dates, repeated keys, shifted rows, counting) is the same for all of them.
 */
export const defineCsvFormat = (format: CsvFormat): Source => {
  const { id, title, example, columns, needs, needsOneOf, unless = [] } = format;
  const told = new Set<ColumnName>(Object.keys(columns) as ColumnName[]);
  return {
    id,
    title,
    example,
    provides: [
      ...fieldsOf(format, (name) => told.has(name)),
      ...(format.order === null ? [] : (["order"] as const)),
    ],
    recognises: (header) => {
      const has = (name: ColumnName): boolean => placesOf(header, columns[name] ?? []).length > 0;
      return (
        needs.every(has) &&
        (needsOneOf === undefined || needsOneOf.some(has)) &&
        placesOf(header, unless).length === 0
      );
    },
    collect: (options) => collect(format, options),
  };
};
