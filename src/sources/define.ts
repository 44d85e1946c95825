import type { Facts, Field } from "../model/facts.ts";
import type { Problem } from "../model/observation.ts";

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
};

export type SourceResult = {
  items: Map<string, Facts>;
  order: string[] | null;
  fields: Field[];
  assumed: Field[];
  rows: number;
  skipped: Record<string, number>;
  problems: Problem[];
};

export type CollectOptions = {
  settings: ReadingSettings;
  /** Path of the file for messages, relative to the team's folder. */
  file: string;
  header: readonly string[];
  /** Hands over each data row; resolves when the file ends. */
  read: (onRow: (row: Row) => void) => Promise<void>;
};

/** A tracker's export format: how its header is known, what it can tell, and how its rows become items. */
export type Source = {
  id: string;
  title: string;
  /** Fields it can ever know. What it cannot makes metrics say "not applicable" by name. */
  provides: readonly (Field | "order")[];
  /** Columns that make it this format, for the message when a file is of none. */
  recognises: (header: readonly string[]) => boolean;
  example: string;
  collect: (options: CollectOptions) => Promise<SourceResult>;
};

export const defineSource = (source: Source): Source => source;
