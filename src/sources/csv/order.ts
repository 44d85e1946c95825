import { compareCodePoints, compareKeys } from "../../lib/text.ts";
import type { OrderKind } from "./format.ts";
import type { RowItem } from "./read-row.ts";

/** A rank that is a number, as a tracker or a spreadsheet writes it. */
const numberOf = (rank: string): number => Number(rank.replace(",", "."));

const compareUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Ids in the order of the backlog; `null` where the file shows none. */
export const orderOf = (rows: readonly RowItem[], kind: OrderKind): string[] | null => {
  if (kind === null) return null;
  if (kind === "rows") return rows.length === 0 ? null : rows.map((row) => row.id);
  const ranked = rows.filter((row) => row.rank !== "");
  const numeric = kind === "number-or-text" && ranked.every(({ rank }) => Number.isFinite(numberOf(rank)));
  if (kind === "number" || numeric) {
    const places = ranked
      .map(({ id, rank }) => ({ id, place: numberOf(rank) }))
      .filter(({ place }) => Number.isFinite(place));
    places.sort((a, b) => a.place - b.place || compareKeys(a.id, b.id));
    return places.length === 0 ? null : places.map(({ id }) => id);
  }
  // Comparing by unit and by code point differ only beyond the basic plane, which no tracker's rank leaves.
  const compare = ranked.some((row) => /[\ud800-\udfff]/.test(row.rank)) ? compareCodePoints : compareUnits;
  ranked.sort((a, b) => compare(a.rank, b.rank) || compareKeys(a.id, b.id));
  return ranked.length === 0 ? null : ranked.map((row) => row.id);
};
