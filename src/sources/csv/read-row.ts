import { parseEstimate } from "../../lib/estimate-text.ts";
import { matchGlob } from "../../lib/glob.ts";
import { codePoints, fold, printable } from "../../lib/text.ts";
import type { Facts, Field } from "../../model/facts.ts";
import { acceptanceReader } from "../acceptance.ts";
import type { ReadingSettings } from "../define.ts";
import type { RowCells } from "../files/row-cells.ts";
import type { Cells } from "./cells.ts";
import { COLUMN_NAMES, type ColumnName } from "./columns.ts";
import type { FileDates } from "./file-dates.ts";
import { OPEN } from "./file-dates.ts";
import type { CsvFormat } from "./format.ts";
import { htmlText } from "./html-text.ts";
import { labelReader } from "./labels.ts";
import { categoryReader, isYes, parseCategory, parseResolution, parseSprint } from "./values.ts";

export const DATE_FIELDS = ["createdAt", "resolvedAt", "categoryAt"] as const;
type DateField = (typeof DATE_FIELDS)[number];

/** A cell that could not be read: the item is kept, the value is unknown. */
type Fault = { column: string; found: string; wanted: string };

/** What of a row must wait until the whole file has been seen. */
export type Pending = {
  dates: [field: DateField | "updatedAt", text: string][];
  parentNumber: string;
  blockers: string[];
  faults: Fault[];
};

export type RowItem = {
  id: string;
  number: string;
  line: number;
  facts: Facts;
  /** ISO, empty where unknown: only compared. */
  updatedAt: string;
  rank: string;
  pending: Pending | null;
};

/** A withheld text must not reach a log by way of an error message: only what looks like a mistyped value is quoted. */
const quote = (cell: string): string =>
  /^[\p{L}\p{N} .,:/+-]{1,20}$/u.test(cell) ? `"${printable(cell, 20)}"` : "a longer text";

const atLeast = (text: string, characters: number): boolean => {
  if (text.length < characters) return false;
  // No character takes more than two units.
  return text.length >= 2 * characters || codePoints(text) >= characters;
};

/** Estimates that are remembered as read. */
const REMEMBERED = 500;

type ReadRowOptions = {
  format: CsvFormat;
  settings: ReadingSettings;
  dates: FileDates;
  row: RowCells;
  cells: Cells;
  fields: readonly Field[];
  has: (name: ColumnName) => boolean;
};

/** How one data row becomes an item. Pure; nothing that is not read here can ever reach the store. */
export const rowReader = ({ format, settings, dates, row, cells, fields, has }: ReadRowOptions) => {
  const told = new Set(fields);
  const tells = {
    title: told.has("title") && settings.titles,
    estimate: told.has("estimate"),
    labels: told.has("labels"),
    acceptance: told.has("acceptanceCriteria"),
    described: told.has("described"),
    blocked: told.has("blocked"),
  };
  const cell = Object.fromEntries(COLUMN_NAMES.map((name) => [name, cells.reader(name)])) as Record<
    ColumnName,
    () => string
  >;
  const ownCategory = format.categories === undefined ? null : categoryReader(format.categories);
  const blanks = new Set((format.blanks ?? []).map(fold));
  const filled = (cell: string): string => (blanks.size > 0 && blanks.has(fold(cell)) ? "" : cell);
  /** The first cell that is neither empty nor a word for it. */
  const firstOf = (name: ColumnName): string => {
    if (blanks.size === 0) return cell[name]();
    return cells.all(name).find((text) => filled(text) !== "") ?? "";
  };
  const prose = format.markup === "html" ? htmlText : (text: string): string => text;
  const markup = format.markup === "wiki" ? "wiki" : "markdown";
  const hasAcceptance = acceptanceReader({ headings: settings.acceptanceHeadings, markup });
  const ownAcceptance = has("acceptance");
  const labels = labelReader(format, settings);
  const estimates = new Map<string, ReturnType<typeof parseEstimate>>();
  let pending: Pending | null = null;
  const wait = (): Pending => {
    pending ??= { dates: [], parentNumber: "", blockers: [], faults: [] };
    return pending;
  };

  const find = {
    createdAt: [cells.finder("created")],
    categoryAt: [cells.finder("categoryAt")],
    resolvedAt: [cells.finder("resolved"), cells.finder("dropped")],
    updatedAt: [cells.finder("updated")],
  };
  const hasOffset = has("offset");

  const dateOf = (field: DateField | "updatedAt"): string | null => {
    let slot = -1;
    for (let i = 0; slot < 0 && i < find[field].length; i += 1) slot = find[field][i]!();
    if (slot < 0) return null;
    const quick = hasOffset ? null : row.read(slot, dates.quick);
    if (quick !== null) return quick;
    const shift = cell.offset();
    const text = shift === "" ? row.text(slot) : `${row.text(slot)} ${shift}`;
    const at = dates.read(text);
    if (at === OPEN) wait().dates.push([field, text]);
    else if (at === null && field !== "updatedAt")
      wait().faults.push({ column: field, found: "a text", wanted: "a date" });
    return at === OPEN ? null : at;
  };

  /** From labels of the team's pattern (the last counts), or the first filled estimate column. */
  const estimateOf = (): number | null => {
    const pattern = settings.estimateLabels;
    const found =
      pattern === null
        ? cells.all("estimate")
        : labels
            .texts(cells.all("labels"))
            .flatMap((label) => matchGlob(pattern, label) ?? [])
            .slice(-1);
    for (const text of found) {
      if (text === "") continue;
      let value = estimates.get(text);
      if (value === undefined) {
        value = parseEstimate(filled(text), settings);
        if (estimates.size < REMEMBERED) estimates.set(text, value);
      }
      if (value === "unreadable")
        wait().faults.push({ column: "estimate", found: quote(text), wanted: "a number from 0 up" });
      else if (value !== null) return value;
    }
    return null;
  };

  const categoryOf = (status: string): Facts["category"] => {
    const text = cell.category();
    if (text === "") return ownCategory === null ? null : ownCategory(status);
    const category = parseCategory(text);
    if (category === null)
      wait().faults.push({
        column: "status category",
        found: quote(text),
        wanted: "To Do, In Progress or Done",
      });
    return category;
  };

  const sprintOf = (): string | null => {
    const text = filled(format.sprints === "last" ? cells.last("sprint") : firstOf("sprint"));
    if (text !== "") return parseSprint(text) || null;
    const number = cell.sprintNumber();
    return number === "" ? null : number;
  };

  const hasLevels = has("level");
  const above: string[] = [];
  /** In a tree the parent is the last row that stood one level higher. */
  const parentInTree = (id: string): string | null => {
    const level = cells.place("level");
    if (level < 0) return null;
    above.length = Math.min(above.length, level);
    above[level] = id;
    return above.slice(0, level).findLast((one) => one !== undefined) ?? null;
  };

  const read = (id: string, line: number): RowItem => {
    pending = null;
    const status = cell.status();
    const description = tells.described || tells.acceptance ? prose(cell.description()) : "";
    const parentKey = cell.parentKey();
    const parentNumber = parentKey === "" ? cell.parent() : "";
    if (parentNumber !== "") wait().parentNumber = parentNumber;
    if (tells.blocked) {
      for (const text of cells.all("blockedBy")) {
        if (text !== "") wait().blockers.push(...text.split(/[,;]/).map((one) => one.trim()));
      }
    }
    // The dates of the last change stand together: they are mostly one and the same, and then read once.
    const createdAt = dateOf("createdAt");
    const categoryAt = dateOf("categoryAt");
    const resolvedAt = dateOf("resolvedAt");
    const updatedAt = dateOf("updatedAt") ?? "";
    const facts: Facts = {
      title: tells.title ? cell.title() : null,
      type: cell.type() || null,
      subtask: null,
      status: status || null,
      category: categoryOf(status),
      categoryAt,
      resolution: parseResolution(cell.resolution()),
      createdAt,
      resolvedAt,
      estimate: tells.estimate ? estimateOf() : null,
      labels: tells.labels ? labels.kept(labels.none ? [] : cells.all("labels")) : null,
      sprint: sprintOf(),
      acceptanceCriteria: !tells.acceptance
        ? null
        : ownAcceptance
          ? prose(cell.acceptance()) !== ""
          : hasAcceptance(description),
      described: tells.described ? atLeast(description, settings.descriptionMin) : null,
      blocked: tells.blocked ? isYes(cell.flagged()) : null,
      parent: parentKey || null,
    };
    if (hasLevels) facts.parent ??= parentInTree(id);
    format.derive?.(cells, facts);
    return { id, number: cell.number(), line, facts, updatedAt, rank: cell.rank(), pending };
  };
  return read;
};
