import type { RowCells } from "./row-cells.ts";

/** One record. The scanner reuses it: what is to be kept must be taken out of it. */
export type ScannedRow = {
  /** On which it starts. */
  line: number;
  /** Cells it has. */
  cells: number;
  /** No cell holds anything. */
  blank: boolean;
  /** A cell beyond the header holds something: the cells have shifted. */
  wide: boolean;
  /** A quote inside a quoted cell is neither doubled nor the cell's end. */
  stray: boolean;
  /** A line end follows. */
  ended: boolean;
  /** Every cell as it stands, where all are wanted. */
  texts: string[];
};

/** The columns that are read, and where their cells are put. */
export type WantedColumns = {
  /** Columns of the header. */
  width: number;
  /** Slot of each column's cell, −1 for those that nobody reads. */
  slots: readonly number[];
  into: RowCells;
};

export type ScanPlan = {
  delimiter: string;
  /** Records end in CR alone. */
  carriage: boolean;
  /** `null`: every cell of every row is wanted as it stands, and no row is wide. */
  wanted: WantedColumns | null;
  /** Cells are never quoted. */
  unquoted?: boolean;
};
