import type { Backlog } from "../../history/backlog.ts";
import type { Basis } from "../../history/knowledge.ts";
import type { Velocity } from "../../lib/velocity.ts";
import { totalSize } from "../../lib/walk.ts";
import { FIELD_OF } from "../../model/ready.ts";
import { type Sized, sizeItems } from "./sized-items.ts";
import type { Sizing } from "./sizing.ts";

export type Depth = {
  /** The whole Product Backlog; put together when asked for, since most only ask for what is ready. */
  readonly items: Sized[];
  ready: Sized[];
  readySize: number | null;
  velocity: Velocity;
  /** Sprints of ready work; `null` when size or velocity is unknown. */
  value: number | null;
};

type Moment = { t: number; beforePlanning: boolean };

const measure = (backlog: Backlog, sizing: Sizing, { t, beforePlanning }: Moment): Depth => {
  const passing = backlog.ready(t, { beforePlanning });
  const ready = sizeItems({ backlog, sizing, items: passing, t, areReady: true });
  const readySize = totalSize(ready);
  const velocity = sizing.velocityAt(t);
  const value = readySize === null || velocity.value === null ? null : readySize / velocity.value;
  let items: Sized[] | null = null;
  return {
    get items() {
      items ??= sizeItems({ backlog, sizing, items: backlog.productBacklog(t, { beforePlanning }), t });
      return items;
    },
    ready,
    readySize,
    velocity,
    value,
  };
};

/** By the sizing, which belongs to one backlog: depth, bridge, coverage and effort ask for the same instants. */
const measured = new WeakMap<Sizing, { before: Map<number, Depth>; after: Map<number, Depth> }>();

/**
 * `D(t)` = size of ready items ÷ velocity: metrics.md §2, ready-depth.
 * @param moment.beforePlanning count items assigned to the sprint that begins at t as still in the Product Backlog
 */
export const depthAt = (backlog: Backlog, sizing: Sizing, moment: Moment): Depth => {
  const known = measured.get(sizing) ?? { before: new Map(), after: new Map() };
  measured.set(sizing, known);
  const depths = moment.beforePlanning ? known.before : known.after;
  const found = depths.get(moment.t);
  if (found) return found;
  const depth = measure(backlog, sizing, moment);
  depths.set(moment.t, depth);
  return depth;
};

/** On what depth at t rests: every check of the rule, and with points the estimates too, must be known. */
export const depthBasis = (backlog: Backlog, sizing: Sizing, t: number): Basis => {
  const fields = backlog.ruleAt(t).rule.checks.map((check) => FIELD_OF[check]);
  // An observation without estimates still says what is ready; sizes are then imputed.
  return backlog.isFresh(t) || sizing.unit === "items"
    ? backlog.basisAt(t, fields)
    : backlog.basisAt(t, [...fields, "estimate"]);
};

const orders = new WeakMap<Depth, readonly Sized[] | null>();

/** The order at t as sized items; `null` where no order was ever seen. Readiness, worklist and what-if ask for the same. */
export const sizedOrder = (backlog: Backlog, depth: Depth, t: number): readonly Sized[] | null => {
  const known = orders.get(depth);
  if (known !== undefined) return known;
  const order = backlog.orderAt(t, depth.items);
  orders.set(depth, order);
  return order;
};
