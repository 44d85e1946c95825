import type { Facts } from "../../model/facts.ts";
import type { Problem } from "../../model/observation.ts";

/** Where a row stands: its line where the file has one a line, and its place within the value. */
export type Place = { line: number; path: string };

type Row = { facts: Facts; updatedAt: string; place: Place };

/** The rows of one file as they come in: each is an item or is skipped with a reason, and none is lost. */
export type RowBook = {
  /**
   * Of a key twice in one file the row updated later counts.
   * @param row.updatedAt ISO, empty where unknown
   * @returns whether this row is the one that counts so far
   */
  add: (id: string, row: Row) => boolean;
  skip: (id: string, place: Place, text: string) => void;
  /** A remark about a row that is kept, or about the file. */
  note: (id: string, place: Place, text: string) => void;
  close: (inRowOrder: boolean) => {
    items: Map<string, Facts>;
    order: string[] | null;
    rows: number;
    skipped: Record<string, number>;
  };
};

/** The place of a remark about the file as a whole. */
export const WHOLE: Place = { line: 1, path: "" };

/** @param problems remarks are added here */
export const rowBook = (file: string, problems: Problem[]): RowBook => {
  const kept = new Map<string, Row>();
  const skipped: Record<string, number> = {};
  let rows = 0;
  const note = (id: string, { line, path }: Place, text: string): void => {
    problems.push({ id, where: `${file}:${line}`, text: path === "" ? text : `${path}: ${text}` });
  };
  const skip = (id: string, place: Place, text: string): void => {
    rows += 1;
    skipped[id] = (skipped[id] ?? 0) + 1;
    note(id, place, text);
  };
  return {
    note,
    skip,
    add: (id, row) => {
      const other = kept.get(id);
      if (other !== undefined) {
        const later = row.updatedAt > other.updatedAt;
        const text = `${id} stands in this file twice; the one updated later counts`;
        skip("row-repeated", later ? other.place : row.place, text);
        if (!later) return false;
      } else rows += 1;
      kept.set(id, row);
      return true;
    },
    close: (inRowOrder) => ({
      items: new Map([...kept].map(([id, { facts }]) => [id, facts])),
      order: inRowOrder && kept.size > 0 ? [...kept.keys()] : null,
      rows,
      skipped,
    }),
  };
};
