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
};

const NONE: readonly string[] = Object.freeze([]);

/** A view of the texts that a scanner refills for each row. */
export const cellsOf = (slots: Slots, row: { texts: readonly string[] }): Cells => {
  const reader = (name: ColumnName): (() => string) => {
    const places = slots[name];
    const [only] = places;
    if (only === undefined) return () => "";
    if (places.length === 1) return () => row.texts[only]!;
    return () => {
      for (let i = 0; i < places.length; i += 1) {
        const text = row.texts[places[i]!]!;
        if (text !== "") return text;
      }
      return "";
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
        const text = row.texts[slot]!;
        if (text !== "") found = found.length === 0 ? [text] : [...found, text];
      }
      return found;
    },
    place: (name) => slots[name].findIndex((slot) => row.texts[slot] !== ""),
    last: (name) => {
      const places = slots[name];
      for (let i = places.length - 1; i >= 0; i -= 1) {
        const text = row.texts[places[i]!]!;
        if (text !== "") return text;
      }
      return "";
    },
  };
};
