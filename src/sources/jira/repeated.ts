import { type DateOrder, parseWallClock } from "../files/wall-clock-text.ts";
import type { RowItem } from "./read-row.ts";

/** Of a key twice in one file the row updated later counts; of equals the first. */
export const dropRepeated = (
  rows: readonly RowItem[],
  options: { order: DateOrder; onDrop: (row: RowItem) => void },
): RowItem[] => {
  const kept = new Map<string, RowItem>();
  const updated = (row: RowItem): number =>
    parseWallClock(row.dates.updatedAt, { zone: "UTC", order: options.order }) ?? Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const other = kept.get(row.id);
    if (other && updated(row) <= updated(other)) {
      options.onDrop(row);
      continue;
    }
    if (other) options.onDrop(other);
    kept.set(row.id, row);
  }
  return [...kept.values()];
};
