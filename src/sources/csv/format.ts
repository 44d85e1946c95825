import type { Category, Facts, Field } from "../../model/facts.ts";
import type { Cells } from "./cells.ts";
import type { ColumnMap, ColumnName, Heading } from "./columns.ts";

/** Why a row is no item here: counted under `id`, which is stable. */
type LeftOut = { id: string; text: string };

/** How the order of the backlog is told: by a rank that sorts as a text or as a number, or by the rows themselves. */
export type OrderKind = "rank" | "number" | "number-or-text" | "rows" | null;

/** A tracker's table: what its columns are called, and where they mean something of their own. */
export type CsvFormat = {
  id: string;
  title: string;
  /** Headings that make it this format, for the message when a file is of none. */
  example: string;
  columns: ColumnMap;
  /** Columns without which a header is not of this format. */
  needs: readonly ColumnName[];
  /** Headings that only other files have. */
  unless?: readonly Heading[];
  /** One of these, too. */
  needsOneOf?: readonly ColumnName[];
  /** What an item's key looks like, and how an error calls it; `of` makes one where no cell holds it. */
  keys: { form: RegExp; name: string; like: string; of?: (row: Cells) => string };
  order: OrderKind;
  /** Of several filled sprint cells the first counts, or the last where the tracker adds them behind one another. */
  sprints?: "last";
  /** What descriptions are written in. */
  markup: "wiki" | "markdown" | "html";
  /** What parts labels in one cell; a comma unless said otherwise. */
  labelMark?: RegExp;
  /** The label in what the export makes of it. */
  labelOf?: (text: string) => string;
  /** Words that stand for an empty cell. */
  blanks?: readonly string[];
  /** Its cells are never quoted, so that a quotation mark is one like any other character. */
  unquoted?: true;
  /** Rows that are there and are no items. */
  leaveOut?: (row: Cells) => LeftOut | null;
  /** What the tracker's own statuses mean, where it always has the same ones. */
  categories?: Readonly<Record<Category, readonly string[]>>;
  /** Facts that are told in a way of the format's own; they replace what the columns say. */
  derive?: (row: Cells, facts: Facts) => void;
  /** The fields that `derive` tells, and the columns it needs for them. */
  derived?: Partial<Record<Field, readonly ColumnName[]>>;
  /** Fields whose columns the tracker leaves out when all of their cells are empty. */
  leftOutWhenEmpty?: readonly Field[];
  /** The zone of the dates where the tracker says it in the heading or the documentation. */
  zone?: string;
  /** Rows after which the tracker cuts an export without a word, and what to do then. */
  cap?: { rows: number; advice: string };
};

/** The columns that tell a field; any of them will do. */
const COLUMNS_OF: readonly (readonly [Field, ...ColumnName[]])[] = [
  ["title", "title"],
  ["type", "type"],
  ["subtask"],
  ["status", "status"],
  ["category", "category"],
  ["categoryAt", "categoryAt"],
  ["resolution", "resolution"],
  ["createdAt", "created"],
  ["resolvedAt", "resolved", "dropped"],
  ["estimate", "estimate"],
  ["labels", "labels"],
  ["sprint", "sprint", "sprintNumber"],
  ["acceptanceCriteria", "acceptance", "description"],
  ["described", "description"],
  ["blocked", "flagged", "blockedBy"],
  ["parent", "parentKey", "parent", "level"],
];

/** The fields that columns tell, in the order of the store. */
export const fieldsOf = (
  format: Pick<CsvFormat, "derived" | "categories">,
  has: (name: ColumnName) => boolean,
): Field[] =>
  COLUMNS_OF.filter(([field, ...names]) => {
    const more = field === "category" && format.categories ? (["status"] as const) : [];
    return [...names, ...more, ...(format.derived?.[field] ?? [])].some(has);
  }).map(([field]) => field);
