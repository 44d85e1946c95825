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
  /** By slot. */
  texts: string[];
};

export type ScanPlan = {
  delimiter: string;
  /** Records end in CR alone. */
  carriage: boolean;
  /** Columns of the header; `null`: every cell of every row is wanted as it stands, and no row is wide. */
  width: number | null;
  /** Slot of each column's text, −1 for those that nobody reads. */
  slots: readonly number[];
  /** By column: few different texts. */
  repeats: readonly boolean[];
  /** Cells are never quoted. */
  unquoted?: boolean;
};
