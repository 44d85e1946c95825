import type { Backlog, ItemAt } from "../../history/backlog.ts";
import type { CheckName } from "../../model/ready.ts";
import type { Sizing } from "./sizing.ts";

/** An item of the Product Backlog with all that depth needs. */
export type Sized = {
  id: string;
  estimate: number | null;
  size: number | null;
  imputed: boolean;
  ready: boolean;
  failed: readonly CheckName[];
};

const NONE: readonly CheckName[] = [];

/** @param options.areReady they are known to pass every check, so none is made again */
export const sizeItems = (options: {
  backlog: Backlog;
  sizing: Sizing;
  items: readonly ItemAt[];
  t: number;
  areReady?: true;
}): Sized[] => {
  const { backlog, sizing, items, t, areReady } = options;
  return items.map((item) => {
    const failed = areReady ? NONE : backlog.failed(item, t);
    const ready = item.facts !== null && failed.length === 0;
    const estimate = item.facts?.estimate ?? null;
    const { size, imputed } = sizing.sizeOf(estimate, t);
    return { id: item.id, estimate, size, imputed, ready, failed };
  });
};
