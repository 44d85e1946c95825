import type { Row } from "../define.ts";
import { SourceError } from "../source-error.ts";
import type { ByteSource } from "./bytes.ts";
import { asUtf8, type Taken } from "./decode.ts";
import type { ScannedRow, ScanPlan, WantedColumns } from "./scan-plan.ts";
import { rowScanner } from "./scan-rows.ts";
import { smallFirst } from "./small-first.ts";
import { type Shape, shapeOf } from "./table-shape.ts";

/** Which columns are wanted, and where their cells are put. */
export type Wanted = Pick<WantedColumns, "slots" | "into"> & Pick<ScanPlan, "unquoted">;

export type CsvTable = {
  header: readonly string[];
  /** The first records: some exports have lines of another kind above the header. */
  head: readonly (readonly string[])[];
  /** Which of them may be the header at the earliest. */
  first: number;
  /** The same file with another of its first records as the header. */
  under: (record: number) => CsvTable;
  /** Hands over each record below the header with the wanted cells alone. */
  scan: (wanted: Wanted, onRow: (row: ScannedRow) => void) => void;
  /** Hands over each record below the header with all of its cells as they stand. */
  read: (onRow: (row: Row) => void) => Promise<void>;
};

type Opened = { source: ByteSource; file: string; shape: Shape };

const cutOff = (file: string, line: number, found: string): SourceError =>
  new SourceError({
    file,
    line,
    found,
    remedy: "The download was probably cut off: export the backlog again. Nothing of this file was used.",
  });

/** Every record below the header but blank lines; half a file must not pass for a whole one. */
const scanBelow = (
  { source, file, shape }: Opened,
  plan: Omit<ScanPlan, "delimiter" | "carriage">,
  onRow: (row: ScannedRow) => void,
): void => {
  let above = shape.header + 1;
  const { length } = shape.head[shape.header]!;
  // A tracker may leave out the last cells of every row; only a row shorter than all others was cut.
  let least = length;
  const scanner = rowScanner({ ...plan, delimiter: shape.delimiter, carriage: shape.carriage }, (row) => {
    if (row.cells === 1 && row.blank) return true;
    if (above > 0) {
      above -= 1;
      return true;
    }
    if (row.ended) least = Math.min(least, row.cells);
    else if (row.cells < least) {
      throw cutOff(file, row.line, `the last row ends after ${row.cells} of ${length} cells.`);
    }
    onRow(row);
    return true;
  });
  for (const chunk of smallFirst(source.chunks())) scanner.push(chunk);
  const open = scanner.end();
  if (open !== null) throw cutOff(file, open, "the file ends inside a quoted cell.");
};

const tableOf = (opened: Opened): CsvTable => {
  const { head, header: index } = opened.shape;
  const header = head[index]!.map((cell) => cell.trim());
  return {
    header,
    head,
    first: index,
    under: (record) => tableOf({ ...opened, shape: { ...opened.shape, header: record } }),
    scan: ({ slots, into, unquoted }, onRow) =>
      scanBelow(opened, { wanted: { width: header.length, slots, into }, unquoted }, onRow),
    read: async (onRow) =>
      scanBelow(opened, { wanted: null }, ({ line, texts }) => onRow({ line, cells: texts })),
  };
};

/**
 * A delimited file as rows with their line numbers, read in pieces.
 * @throws SourceError when the file is no table, or ends inside a quoted cell: half an export must not pass for a whole
 */
export const openCsv = (bytes: Uint8Array | ByteSource, file: string, taken: Taken = "unknown"): CsvTable => {
  const source = asUtf8(bytes, file, taken);
  return tableOf({ source, file, shape: shapeOf(source) });
};
