import type { OwnColumns } from "../config/export-formats.ts";
import type { Facts, Field } from "../model/facts.ts";
import type { Past, Problem } from "../model/observation.ts";
import type { DateDecision } from "./csv/file-dates.ts";
import type { Document } from "./documents/open-document.ts";
import type { CsvTable } from "./files/csv-table.ts";

/** One record of a delimited file: its cells, and the line of the file on which it starts. */
export type Row = { line: number; cells: readonly string[] };

/** What of a team's configuration shapes the reading. Anything else must not: it would make the store stale. */
export type ReadingSettings = {
  /** The zone of wall-clock dates in the file. */
  zone: string;
  /** How `5/12/2026` is meant, where the file itself cannot tell. */
  dates: "day-first" | "month-first" | null;
  estimateField: string | null;
  /** Glob over labels, `size/*`. */
  estimateLabels: string | null;
  /** An estimate of 0 is a size, not "unset". */
  zeroIsSize: boolean;
  /** Labels that the ready rule names: the only others that are kept. */
  readyLabels: readonly string[];
  acceptanceHeadings: readonly string[] | null;
  /** Characters from which a description counts as one. */
  descriptionMin: number;
  titles: boolean;
  /** The headings of a table of no known format, by column. */
  columns?: OwnColumns | null;
  /** `rows`: the rows of the file stand in the order of the backlog, whatever the format knows. */
  order?: "rows" | null;
};

export type SourceResult = {
  items: Map<string, Facts>;
  order: string[] | null;
  fields: Field[];
  assumed: Field[];
  rows: number;
  skipped: Record<string, number>;
  problems: Problem[];
  /** Where the file tells the past too: see `Observation.past`. */
  past?: Past;
  /** How day and month were told apart. */
  dates: DateDecision;
};

export type CollectOptions = {
  settings: ReadingSettings;
  /** Path of the file for messages, relative to the team's folder. */
  file: string;
  table: CsvTable;
};

/** A tracker's export format: how its header is known, what it can tell, and how its rows become items. */
export type Source = {
  id: string;
  title: string;
  /** Fields it can ever know. What it cannot makes metrics say "not applicable" by name. */
  provides: readonly (Field | "order")[];
  recognises: (header: readonly string[]) => boolean;
  /** Columns that make it this format, for the message when a file is of none. */
  example: string;
  collect: (options: CollectOptions) => SourceResult;
};

/** A tracker's export that is no table but one document, such as a board's JSON. */
export type DocumentSource = Pick<Source, "id" | "title" | "provides" | "example"> & {
  recognises: (document: Document) => boolean;
  collect: (options: { settings: ReadingSettings; file: string; document: Document }) => SourceResult;
};
