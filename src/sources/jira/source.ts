import { toIso } from "../../lib/dates.ts";
import { compareCodePoints, compareKeys, fold } from "../../lib/text.ts";
import { type Facts, FIELDS } from "../../model/facts.ts";
import type { Problem } from "../../model/observation.ts";
import { type CollectOptions, defineSource, type SourceResult } from "../define.ts";
import { decideDateOrder } from "../files/date-order.ts";
import { parseWallClock } from "../files/wall-clock-text.ts";
import { findColumns } from "./columns.ts";
import { fieldsOf, JIRA_FIELDS } from "./fields.ts";
import { DATE_FIELDS, type RowItem, readRow } from "./read-row.ts";
import { dropRepeated } from "./repeated.ts";
import { isKey } from "./values.ts";

/** Jira Cloud cuts a CSV export after this many rows without a word. */
const EXPORT_CAP = 1000;

const collect = async ({ settings, file, header, read }: CollectOptions): Promise<SourceResult> => {
  const columns = findColumns(header, settings.estimateField);
  const skipped: Record<string, number> = {};
  const problems: Problem[] = [];
  const note = (id: string, line: number, text: string): void => {
    problems.push({ id, where: `${file}:${line}`, text });
  };
  const skip = (id: string, line: number, text: string): void => {
    skipped[id] = (skipped[id] ?? 0) + 1;
    note(id, line, text);
  };

  let count = 0;
  const parsed: RowItem[] = [];
  await read(({ line, cells }) => {
    count += 1;
    if (cells.every((cell) => cell.trim() === "")) return skip("row-blank", line, "every cell is empty");
    if (cells.slice(header.length).some((cell) => cell.trim() !== "")) {
      return skip(
        "row-unreadable",
        line,
        `${cells.length} cells under ${header.length} headings: the cells have shifted`,
      );
    }
    const row = readRow({ line, cells, columns, settings });
    if (!isKey(row.id)) {
      const why = row.id === "" ? "the issue key is empty" : "the issue key is not of the form ABC-12";
      return skip("row-unreadable", line, why);
    }
    parsed.push(row);
  });

  const { order: dateOrder, guessed } = decideDateOrder(
    parsed.flatMap((row) => Object.values(row.dates)),
    settings.dates,
  );
  if (guessed) {
    const text =
      "dates like 5/12/2026 leave open which is the day; read as day first. Say source.exports.dates: month-first if not";
    note("date-order-unclear", 1, text);
  }
  const onDrop = (row: RowItem): void =>
    skip("row-repeated", row.line, `${row.id} stands in this file twice; the row updated later counts`);
  const rows = dropRepeated(parsed, { order: dateOrder, onDrop });
  const byIssueId = new Map(rows.filter((row) => row.issueId !== "").map((row) => [row.issueId, row.id]));
  const known = new Set(rows.map((row) => row.id));
  const openIds = new Set(
    rows.filter((row) => row.facts.category !== "done" && row.facts.resolution === null).map((row) => row.id),
  );

  const { fields, assumed } = fieldsOf(columns);
  const silent = FIELDS.filter((field) => !fields.includes(field));

  const items = new Map<string, Facts>();
  for (const row of rows) {
    const facts = { ...row.facts };
    for (const field of DATE_FIELDS) {
      const text = row.dates[field];
      const at = text === "" ? null : parseWallClock(text, { zone: settings.zone, order: dateOrder });
      if (text !== "" && at === null) row.faults.push({ column: field, found: "a text", wanted: "a date" });
      facts[field] = at === null ? null : toIso(at);
    }
    facts.parent ??= byIssueId.get(row.parentId) ?? (isKey(row.parentId) ? row.parentId : null);
    // A link to a closed item blocks nobody any more; one to another project may still.
    facts.blocked ||= row.blockers.some((id) => openIds.has(id) || !known.has(id));
    for (const fault of row.faults) {
      note(
        "cell-unreadable",
        row.line,
        `${row.id}, ${fault.column}: ${fault.found} is not ${fault.wanted}; taken as empty`,
      );
    }
    for (const field of silent) Object.assign(facts, { [field]: null });
    items.set(row.id, facts);
  }
  if (count === EXPORT_CAP) {
    note(
      "export-capped",
      1,
      "exactly 1,000 rows: Jira cuts an export there. Export in parts by a filter, or ask an administrator to raise the limit",
    );
  }
  const ranked = rows.filter((row) => row.rank !== "");
  ranked.sort((a, b) => compareCodePoints(a.rank, b.rank) || compareKeys(a.id, b.id));
  const order = ranked.length === 0 ? null : ranked.map((row) => row.id);
  return { items, order, fields, assumed, rows: count, skipped, problems };
};

/** Jira's "Export Excel CSV": all fields, current fields and the older server shape. */
export const jira = defineSource({
  id: "jira",
  title: "Jira CSV export",
  provides: [...JIRA_FIELDS, "order"],
  recognises: (header) => {
    const columns = findColumns(header, null);
    const named = new Set(header.map(fold));
    return (
      columns.key.length > 0 &&
      columns.title.length > 0 &&
      (columns.status.length > 0 || columns.type.length > 0) &&
      !named.has("work date")
    );
  },
  example:
    "Summary, Issue key, Issue Type, Status, Created, Resolved, Sprint, Custom field (Rank), Custom field (Story Points)",
  collect,
});
