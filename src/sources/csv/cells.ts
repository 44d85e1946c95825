import type { RowCells } from "../files/row-cells.ts";
import { COLUMN_NAMES, type ColumnName, type Slots } from "./columns.ts";

/** The wanted cells of one row by the column they stand for. */
export type Cells = {
  /** `first` of one column, made once for all rows. */
  reader: (name: ColumnName) => () => string;
  /** The first filled cell; empty where there is none. */
  first: (name: ColumnName) => string;
  /** Every filled cell. */
  all: (name: ColumnName) => readonly string[];
  /** The last filled cell. */
  last: (name: ColumnName) => string;
  /** Which of the column's cells is the first filled one; −1 for none. */
  place: (name: ColumnName) => number;
  /** The slot of the first filled cell; −1 for none. Made once for all rows, as `reader` is. */
  finder: (name: ColumnName) => () => number;
};

const NONE: readonly string[] = Object.freeze([]);

/** A view of the cells that a scanner refills for each row. */
export const cellsOf = (slots: Slots, row: RowCells): Cells => {
  const finder = (name: ColumnName): (() => number) => {
    const places = slots[name];
    const [only] = places;
    if (only === undefined) return () => -1;
    if (places.length === 1) return () => (row.filled(only) ? only : -1);
    return () => {
      for (let i = 0; i < places.length; i += 1) {
        if (row.filled(places[i]!)) return places[i]!;
      }
      return -1;
    };
  };
  const reader = (name: ColumnName): (() => string) => {
    const [only] = slots[name];
    if (only === undefined) return () => "";
    if (slots[name].length === 1) return () => row.text(only);
    const find = finder(name);
    return () => {
      const slot = find();
      return slot < 0 ? "" : row.text(slot);
    };
  };
  const readers = Object.fromEntries(COLUMN_NAMES.map((name) => [name, reader(name)])) as Record<
    ColumnName,
    () => string
  >;
  return {
    reader: (name) => readers[name],
    first: (name) => readers[name](),
    all: (name) => {
      let found = NONE;
      for (const slot of slots[name]) {
        if (row.filled(slot)) found = found.length === 0 ? [row.text(slot)] : [...found, row.text(slot)];
      }
      return found;
    },
    place: (name) => slots[name].findIndex((slot) => row.filled(slot)),
    last: (name) => {
      const places = slots[name];
      for (let i = places.length - 1; i >= 0; i -= 1) {
        if (row.filled(places[i]!)) return row.text(places[i]!);
      }
      return "";
    },
    finder,
  };
};
