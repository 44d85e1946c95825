import type { Sprint } from "../../model/sprint.ts";
import type { Sizing } from "./sizing.ts";
import type { Flow, Transition } from "./transitions.ts";

/** Items and their size; a sum that holds an item of unknown size is unknown. */
export type Total = { items: number; size: number | null };

type SizeOptions = { sizing: Sizing; sprint: Sprint };

/** Flows out of a place: sized by what was known right before. */
const OUT: ReadonlySet<Flow> = new Set<Flow>(["fellOut", "pulled", "dropped"]);

const estimateOf = ({ from, to }: Transition, flow: Flow): number | null => {
  if (flow === "finished") return to.closing?.estimate ?? null;
  return OUT.has(flow) ? (from?.lastEstimate ?? null) : to.firstEstimate;
};

/** An estimate's size. Within a sprint no other ends, so the velocity window at any instant is that of its start. */
const sizeOf = (estimate: number | null, { sizing, sprint }: SizeOptions): number | null =>
  sizing.sizeOf(estimate, sprint.start).size;

const add = (total: Total, size: number | null, items: number): void => {
  total.items += items;
  total.size = total.size === null || size === null ? null : total.size + items * size;
};

/** Items and size of each flow of a sprint, each entry counted; flows that nothing took are left out. */
export const flowTotals = (transitions: readonly Transition[], options: SizeOptions): Map<Flow, Total> => {
  const totals = new Map<Flow, Total>();
  for (const transition of transitions) {
    for (const flow of transition.flows) {
      const total = totals.get(flow) ?? { items: 0, size: 0 };
      add(total, sizeOf(estimateOf(transition, flow), options), 1);
      totals.set(flow, total);
    }
  }
  return totals;
};

/** By how many items, and by what size, the Product Backlog grows; re-estimates are no growth. */
export const netGrowth = (transitions: readonly Transition[], options: SizeOptions): Total => {
  const total: Total = { items: 0, size: 0 };
  for (const { from, to, net } of transitions) {
    if (net === 0) continue;
    const estimate = net > 0 ? to.firstEstimate : (from?.lastEstimate ?? null);
    add(total, sizeOf(estimate, options), net);
  }
  return total;
};
