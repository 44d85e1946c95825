import { toIso } from "../../lib/dates.ts";
import { compareCodePoints, compareKeys, fold } from "../../lib/text.ts";
import { type Facts, FIELDS, type Field } from "../../model/facts.ts";
import type { Problem } from "../../model/observation.ts";
import { type CollectOptions, defineSource, type SourceResult } from "../define.ts";
import { type DateOrder, dateOrderOf, parseWallClock } from "../files/wall-clock-text.ts";
import { findColumns, type JiraColumns } from "./columns.ts";
import { DATE_FIELDS, type RowItem, readRow } from "./read-row.ts";
import { isKey } from "./values.ts";

/** Jira Cloud cuts a CSV export after this many rows without a word. */
const EXPORT_CAP = 1000;

const fieldsOf = (columns: JiraColumns): Field[] => {
  const has = (key: keyof JiraColumns): boolean => columns[key].length > 0;
  const table: [Field, boolean][] = [
    ["title", has("title")],
    ["type", has("type")],
    ["status", has("status")],
    ["category", has("category")],
    ["categoryAt", has("categoryAt")],
    ["resolution", has("resolution")],
    ["createdAt", has("created")],
    ["resolvedAt", has("resolved")],
    ["estimate", has("estimates")],
    ["labels", has("labels")],
    ["sprint", has("sprint")],
    ["acceptanceCriteria", has("acceptance") || has("description")],
    ["described", has("description")],
    ["blocked", has("flagged") || has("blockedBy")],
    ["parent", has("parentKey") || has("parent")],
  ];
  return table.filter(([, there]) => there).map(([field]) => field);
};

/** Day or month first: the team's word, else what any cell of the file proves, else day first with a remark. */
const decideDateOrder = (
  rows: readonly RowItem[],
  given: DateOrder | null,
): { order: DateOrder; guessed: boolean } => {
  if (given) return { order: given, guessed: false };
  const seen = new Set(rows.flatMap((row) => Object.values(row.dates).map(dateOrderOf)));
  if (seen.has("day-first")) return { order: "day-first", guessed: false };
  if (seen.has("month-first")) return { order: "month-first", guessed: false };
  return { order: "day-first", guessed: seen.has("either") };
};

/** Of a key twice the row updated later counts; of equals the first. */
const dropRepeated = (
  rows: readonly RowItem[],
  order: DateOrder,
  onDrop: (row: RowItem) => void,
): RowItem[] => {
  const kept = new Map<string, RowItem>();
  const updated = (row: RowItem): number =>
    parseWallClock(row.dates.updatedAt, { zone: "UTC", order }) ?? Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const other = kept.get(row.id);
    if (!other) kept.set(row.id, row);
    else if (updated(row) > updated(other)) {
      onDrop(other);
      kept.set(row.id, row);
    } else onDrop(row);
  }
  return [...kept.values()];
};

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
  const read1: RowItem[] = [];
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
    read1.push(row);
  });

  const { order: dateOrder, guessed } = decideDateOrder(read1, settings.dates);
  if (guessed) {
    const text =
      "dates like 5/12/2026 leave open which is the day; read as day first. Say source.exports.dates: month-first if not";
    note("date-order-unclear", 1, text);
  }
  const rows = dropRepeated(read1, dateOrder, (row) =>
    skip("row-repeated", row.line, `${row.id} stands in this file twice; the row updated later counts`),
  );
  const byIssueId = new Map(rows.filter((row) => row.issueId !== "").map((row) => [row.issueId, row.id]));
  const known = new Set(rows.map((row) => row.id));
  const openIds = new Set(
    rows.filter((row) => row.facts.category !== "done" && row.facts.resolution === null).map((row) => row.id),
  );

  // Jira leaves out custom fields that are empty everywhere, and issue links that nobody has.
  const fields = fieldsOf(columns);
  const assumed = (["estimate", "blocked"] as const).filter((field) => !fields.includes(field));
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
  provides: [
    "title",
    "type",
    "status",
    "category",
    "categoryAt",
    "resolution",
    "createdAt",
    "resolvedAt",
    "estimate",
    "labels",
    "sprint",
    "acceptanceCriteria",
    "described",
    "blocked",
    "parent",
    "order",
  ],
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
