import type { Backlog, ItemAt } from "../../history/backlog.ts";
import type { CheckName } from "../../model/ready.ts";
import type { Sizing } from "./sizing.ts";

/** An item of the Product Backlog with all that depth needs. */
export type Sized = {
  id: string;
  item: ItemAt;
  size: number | null;
  imputed: boolean;
  ready: boolean;
  failed: CheckName[];
};

export const sizeItems = (options: {
  backlog: Backlog;
  sizing: Sizing;
  items: readonly ItemAt[];
  t: number;
}): Sized[] => {
  const { backlog, sizing, items, t } = options;
  return items.map((item) => {
    const failed = backlog.failed(item, t);
    const ready = item.facts !== null && failed.length === 0;
    return { id: item.id, item, ...sizing.sizeOf(item.facts?.estimate ?? null, t), ready, failed };
  });
};

/** A sum that holds an item of unknown size is unknown. */
export const totalSize = (items: readonly Sized[]): number | null => {
  let total = 0;
  for (const { size } of items) {
    if (size === null) return null;
    total += size;
  }
  return total;
};

/** The shortest prefix of the order whose size reaches so many sprints of velocity; the whole order if none does. */
export const windowOf = (order: readonly Sized[], target: number): Sized[] => {
  let total = 0;
  const end = order.findIndex((item) => {
    total += item.size ?? 0;
    return total >= target;
  });
  return order.slice(0, end === -1 ? order.length : end + 1);
};

/** Ready items before the first in the order that is not. */
export const readyFromTop = (order: readonly Sized[]): { ready: Sized[]; stop: Sized | null } => {
  const end = order.findIndex((item) => !item.ready);
  return end === -1 ? { ready: [...order], stop: null } : { ready: order.slice(0, end), stop: order[end]! };
};

/**
 * Fills so many sprints from the top, one velocity each. An item belongs to the sprint in which it starts; one that
 * starts exactly on a border to the later.
 */
export const shelves = (order: readonly Sized[], options: { velocity: number; count: number }): Sized[][] => {
  const filled: Sized[][] = Array.from({ length: options.count }, () => []);
  let start = 0;
  for (const item of order) {
    const shelf = filled[Math.floor(start / options.velocity)];
    if (!shelf) break;
    shelf.push(item);
    start += item.size ?? 0;
  }
  return filled;
};
