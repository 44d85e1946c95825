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
    const failed = areReady ? [] : backlog.failed(item, t);
    const ready = item.facts !== null && failed.length === 0;
    const { size, imputed } = sizing.sizeOf(item.facts?.estimate ?? null, t);
    return { id: item.id, item, size, imputed, ready, failed };
  });
};
