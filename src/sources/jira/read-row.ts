import { codePoints, fold, printable } from "../../lib/text.ts";
import { type Facts, NO_FACTS } from "../../model/facts.ts";
import { hasAcceptanceCriteria } from "../acceptance.ts";
import type { ReadingSettings } from "../define.ts";
import { parseEstimate } from "../estimate.ts";
import { matchGlob } from "../glob.ts";
import type { JiraColumns } from "./columns.ts";
import { parseCategory, parseLabels, parseResolution, parseSprint } from "./values.ts";

/** Date cells are kept as text until the whole file has shown whether day or month comes first. */
export const DATE_FIELDS = ["createdAt", "resolvedAt", "categoryAt"] as const;
type DateField = (typeof DATE_FIELDS)[number];

export type RowItem = {
  id: string;
  issueId: string;
  line: number;
  facts: Facts;
  dates: Record<DateField | "updatedAt", string>;
  rank: string;
  parentId: string;
  blockers: string[];
  /** Cells that could not be read: the item is kept, the value is unknown. */
  faults: { column: string; found: string; wanted: string }[];
};

type ReadRowOptions = {
  line: number;
  cells: readonly string[];
  columns: JiraColumns;
  settings: ReadingSettings;
};

/** A withheld text must not reach a log by way of an error message: only what looks like a mistyped value is quoted. */
const quote = (cell: string): string =>
  /^[\p{L}\p{N} .,:/+-]{1,20}$/u.test(cell) ? `"${printable(cell, 20)}"` : "a longer text";

const readLabels = (labels: readonly string[], settings: ReadingSettings): string[] => {
  const wanted = new Set(settings.readyLabels.map(fold));
  return labels.filter(
    (label) =>
      wanted.has(fold(label)) ||
      (settings.estimateLabels !== null && matchGlob(settings.estimateLabels, label) !== null),
  );
};

/** The estimate of a row: from labels of the team's pattern (the last counts), or the first filled point field. */
const readEstimate = (
  row: { labels: readonly string[]; cells: readonly string[] },
  options: { columns: JiraColumns; settings: ReadingSettings; faults: RowItem["faults"] },
): number | null => {
  const { columns, settings, faults } = options;
  const pattern = settings.estimateLabels;
  const sized = pattern === null ? [] : row.labels.flatMap((label) => matchGlob(pattern, label) ?? []);
  const found = pattern === null ? columns.estimates.map((index) => row.cells[index] ?? "") : sized.slice(-1);
  for (const cell of found) {
    const value = parseEstimate(cell, settings);
    if (value === "unreadable")
      faults.push({ column: "estimate", found: quote(cell), wanted: "a number from 0 up" });
    else if (value !== null) return value;
  }
  return null;
};

/** One data row as an item. Pure; nothing that is not read here can ever reach the store. */
export const readRow = ({ line, cells, columns, settings }: ReadRowOptions): RowItem => {
  const all = (key: keyof JiraColumns): string[] => columns[key].map((index) => cells[index] ?? "");
  const first = (key: keyof JiraColumns): string =>
    all(key)
      .find((cell) => cell.trim() !== "")
      ?.trim() ?? "";
  const faults: RowItem["faults"] = [];
  const labels = parseLabels(all("labels"));
  const sprints = all("sprint").filter((cell) => cell.trim() !== "");
  const description = first("description");
  const category = first("category");
  if (category !== "" && parseCategory(category) === null) {
    faults.push({ column: "status category", found: quote(category), wanted: "To Do, In Progress or Done" });
  }
  const described = codePoints(description) >= settings.descriptionMin;
  const acceptance =
    columns.acceptance.length > 0
      ? first("acceptance") !== ""
      : hasAcceptanceCriteria(description, { headings: settings.acceptanceHeadings, markup: "wiki" });
  return {
    id: first("key"),
    issueId: first("id"),
    line,
    facts: {
      ...NO_FACTS,
      title: settings.titles ? first("title") : null,
      type: first("type") || null,
      status: first("status") || null,
      category: parseCategory(category),
      resolution: parseResolution(first("resolution")),
      estimate: readEstimate({ labels, cells }, { columns, settings, faults }),
      labels: readLabels(labels, settings),
      sprint: sprints.length === 0 ? null : parseSprint(sprints.at(-1)!) || null,
      acceptanceCriteria: acceptance,
      described,
      blocked: first("flagged") !== "",
      parent: first("parentKey") || null,
    },
    dates: {
      createdAt: first("created"),
      resolvedAt: first("resolved"),
      categoryAt: first("categoryAt"),
      updatedAt: first("updated"),
    },
    rank: first("rank"),
    parentId: first("parent"),
    blockers: all("blockedBy")
      .map((cell) => cell.trim())
      .filter((cell) => cell !== ""),
    faults,
  };
};
