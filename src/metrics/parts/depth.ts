import type { Backlog } from "../../history/backlog.ts";
import type { Sizing, Velocity } from "./sizing.ts";
import { type Sized, sizeItems, totalSize } from "./walk.ts";

export type Depth = {
  items: Sized[];
  ready: Sized[];
  readySize: number | null;
  velocity: Velocity;
  /** Sprints of ready work; `null` when size or velocity is unknown. */
  value: number | null;
};

/**
 * `D(t)` = size of ready items ÷ velocity: metrics.md §2, ready-depth.
 * @param options.beforePlanning count items assigned to the sprint that begins at t as still in the Product Backlog
 */
export const depthAt = (
  backlog: Backlog,
  sizing: Sizing,
  options: { t: number; beforePlanning: boolean },
): Depth => {
  const { t, beforePlanning } = options;
  const items = sizeItems({ backlog, sizing, items: backlog.productBacklog(t, { beforePlanning }), t });
  const ready = items.filter((item) => item.ready);
  const readySize = totalSize(ready);
  const velocity = sizing.velocityAt(t);
  const value = readySize === null || velocity.value === null ? null : readySize / velocity.value;
  return { items, ready, readySize, velocity, value };
};

/** The order at t as sized items; `null` where no order was ever seen. */
export const sizedOrder = (backlog: Backlog, depth: Depth, t: number): Sized[] | null => {
  const byId = new Map(depth.items.map((sized) => [sized.id, sized]));
  const order = backlog.orderAt(
    t,
    depth.items.map((sized) => sized.item),
  );
  return order?.map(({ id }) => byId.get(id)!) ?? null;
};
