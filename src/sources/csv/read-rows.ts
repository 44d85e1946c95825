import { fold } from "../../lib/text.ts";
import type { CsvTable, Wanted } from "../files/csv-table.ts";
import type { Cells } from "./cells.ts";
import type { CsvFormat } from "./format.ts";
import type { RowItem } from "./read-row.ts";
import { isRounded } from "./values.ts";

type Remark = (id: string, line: number, text: string) => void;

type ReadRowsOptions = {
  format: CsvFormat;
  table: CsvTable;
  wanted: Wanted;
  cells: Cells;
  reader: (id: string, line: number) => RowItem;
  skip: Remark;
  note: Remark;
};

const faultOf = (id: string, like: string): string => {
  if (id === "") return "is empty";
  return isRounded(id) ? `was rounded by a spreadsheet to ${id}` : `is not of the form ${like}`;
};

/** Every row of a table: an item, or skipped with the reason. */
export const readRows = (options: ReadRowsOptions): { rows: RowItem[]; count: number } => {
  const { format, table, wanted, cells, reader, skip, note } = options;
  const { form, name, like, of: keyOf } = format.keys;
  const width = table.header.length;
  const keyHeading = fold(table.header[wanted.slots.indexOf(0)] ?? "");
  const rows: RowItem[] = [];
  let count = 0;
  table.scan(wanted, (row) => {
    const { line } = row;
    count += 1;
    if (row.blank) return skip("row-blank", line, "every cell is empty");
    if (row.wide) {
      const text = `${row.cells} cells under ${width} headings: the cells have shifted`;
      return skip("row-unreadable", line, text);
    }
    const left = format.leaveOut?.(cells);
    if (left) return skip(left.id, line, left.text);
    const id = keyOf === undefined ? cells.first("key") : keyOf(cells);
    if (!form.test(id)) {
      if (id !== "" && fold(id) === keyHeading)
        return skip("row-heading", line, "the headings stand here again");
      return skip("row-unreadable", line, `the ${name} ${faultOf(id, like)}`);
    }
    if (row.stray)
      note(
        "quote-stray",
        line,
        `${id}: a quotation mark inside a cell is not doubled; the cell may hold more than it should`,
      );
    rows.push(reader(id, line));
  });
  return { rows, count };
};
