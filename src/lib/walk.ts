/**
 * Walks along the order of a Product Backlog, top first: metrics.md §1 "window at t", §2 "From the top" and "Next three
 * sprints", §5 "Agenda". The build and the what-if page use the same.
 */

/** As much of an item as a walk looks at; an unknown size takes no room. */
type Weighed = { readonly size: number | null };

/** A sum that holds an item of unknown size is unknown. */
export const totalSize = (items: readonly Weighed[]): number | null => {
  let total = 0;
  for (const { size } of items) {
    if (size === null) return null;
    total += size;
  }
  return total;
};

/** The shortest prefix of the order whose size reaches so many sprints of velocity; the whole order if none does. */
export const windowOf = <T extends Weighed>(order: readonly T[], target: number): T[] => {
  let total = 0;
  const end = order.findIndex((item) => {
    total += item.size ?? 0;
    return total >= target;
  });
  return order.slice(0, end === -1 ? order.length : end + 1);
};

/** Ready items before the first in the order that is not. */
export const readyFromTop = <T extends { readonly ready: boolean }>(
  order: readonly T[],
): { ready: T[]; stop: T | null } => {
  const end = order.findIndex((item) => !item.ready);
  return end === -1 ? { ready: [...order], stop: null } : { ready: order.slice(0, end), stop: order[end]! };
};

/**
 * Fills so many sprints from the top, one velocity each. An item belongs to the sprint in which it starts; one that
 * starts exactly on a border to the later.
 */
export const shelves = <T extends Weighed>(
  order: readonly T[],
  options: { velocity: number; count: number },
): T[][] => {
  const filled: T[][] = Array.from({ length: options.count }, () => []);
  let start = 0;
  for (const item of order) {
    const shelf = filled[Math.floor(start / options.velocity)];
    if (!shelf) break;
    shelf.push(item);
    start += item.size ?? 0;
  }
  return filled;
};

/**
 * The shortest prefix of a worklist that lifts the ready work to a target, and the ready size it then has; `null` when
 * the whole worklist does not.
 */
export const shortestAgenda = <T extends Weighed>(
  worklist: readonly T[],
  options: { readySize: number; target: number },
): { items: T[]; size: number } | null => {
  let size = options.readySize;
  const items: T[] = [];
  for (const item of worklist) {
    if (size >= options.target) break;
    size += item.size ?? 0;
    items.push(item);
  }
  return size < options.target ? null : { items, size };
};
