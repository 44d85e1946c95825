import type { Metric } from "./define.ts";
import { orderChurn } from "./order-churn.ts";
import { readiness } from "./readiness.ts";
import { readyDepth } from "./ready-depth.ts";
import { refinementEffort } from "./refinement-effort.ts";
import { velocity } from "./velocity.ts";

/** Every metric, in the order in which a page shows them. One line each. */
export const metrics: readonly Metric[] = [readyDepth, refinementEffort, orderChurn, velocity, readiness];
