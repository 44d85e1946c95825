import type { Facts } from "../../model/facts.ts";
import type { DateDecision, FileDates } from "./file-dates.ts";
import { DATE_FIELDS, type RowItem } from "./read-row.ts";

/** Fills in the dates that had to wait until the whole file had shown whether day or month comes first. */
export const settleDates = (rows: readonly RowItem[], dates: FileDates, { order }: DateDecision): void => {
  for (const row of rows) {
    for (const [field, text] of row.pending?.dates ?? []) {
      const at = dates.settle(text, order);
      if (field === "updatedAt") row.updatedAt = at ?? "";
      else if (at === null) row.pending!.faults.push({ column: field, found: "a text", wanted: "a date" });
      else row.facts[field] = at;
    }
    // Faults of dates are told in the order of the fields, whether they waited or not.
    row.pending?.faults.sort((a, b) => rankOf(a.column) - rankOf(b.column));
  }
};

const rankOf = (column: string): number => DATE_FIELDS.indexOf(column as (typeof DATE_FIELDS)[number]);

/** Of a key twice in one file the row updated later counts; of equals the first. */
export const dropRepeated = (
  rows: RowItem[],
  onDrop: (row: RowItem) => void,
): { rows: RowItem[]; items: Map<string, Facts> } => {
  const items = new Map<string, Facts>();
  for (const row of rows) items.set(row.id, row.facts);
  // Keys are hardly ever repeated, and exports are long.
  if (items.size === rows.length) return { rows, items };
  const kept = new Map<string, RowItem>();
  for (const row of rows) {
    const other = kept.get(row.id);
    if (other !== undefined) {
      const later = row.updatedAt > other.updatedAt;
      onDrop(later ? other : row);
      if (!later) continue;
    }
    kept.set(row.id, row);
  }
  for (const row of kept.values()) items.set(row.id, row.facts);
  return { rows: [...kept.values()], items };
};

const isOpen = ({ category, resolution, resolvedAt }: Facts): boolean =>
  category !== "done" && resolution === null && (category !== null || resolvedAt === null);

/** Fills in what refers to other rows of the file: parents by number, and who is blocked by what is still open. */
export const settleLinks = (rows: readonly RowItem[], isKey: (text: string) => boolean): void => {
  const waiting = rows.filter((row) => row.pending !== null);
  if (waiting.some((row) => row.pending!.parentNumber !== "")) {
    const byNumber = new Map<string, string | null>();
    // A name that stands for two rows stands for neither.
    for (const { number, id } of rows) byNumber.set(number, byNumber.has(number) ? null : id);
    byNumber.delete("");
    for (const { facts, pending } of waiting) {
      const number = pending!.parentNumber;
      if (number !== "") facts.parent ??= byNumber.get(number) ?? (isKey(number) ? number : null);
    }
  }
  if (!waiting.some((row) => row.pending!.blockers.length > 0)) return;
  const known = new Map(rows.map((row) => [row.id, row.facts]));
  for (const { facts, pending } of waiting) {
    // A link to a closed item blocks nobody any more; one to another project may still.
    const blocks = (id: string): boolean => {
      const other = known.get(id);
      return id !== "" && (other === undefined || isOpen(other));
    };
    facts.blocked ||= pending!.blockers.some(blocks);
  }
};
