import { backlogFlow } from "./backlog-flow.ts";
import type { Metric } from "./define.ts";
import { estimateChurn } from "./estimate-churn.ts";
import { estimateCoverage } from "./estimate-coverage.ts";
import { estimateSpread } from "./estimate-spread.ts";
import { itemAge } from "./item-age.ts";
import { orderChurn } from "./order-churn.ts";
import { participation } from "./participation.ts";
import { readiness } from "./readiness.ts";
import { readyAge } from "./ready-age.ts";
import { readyDepth } from "./ready-depth.ts";
import { readyPayoff } from "./ready-payoff.ts";
import { refinementActivity } from "./refinement-activity.ts";
import { refinementEffort } from "./refinement-effort.ts";
import { refinementRate } from "./refinement-rate.ts";
import { sprintScopeChange } from "./sprint-scope-change.ts";
import { throughput } from "./throughput.ts";
import { timeToReady } from "./time-to-ready.ts";
import { unreadyPulls } from "./unready-pulls.ts";
import { velocity } from "./velocity.ts";

/** Every metric, in the order in which a page shows them. One line each. */
export const metrics: readonly Metric[] = [
  readyDepth,
  refinementEffort,
  refinementActivity,
  orderChurn,
  velocity,
  throughput,
  readiness,
  readyAge,
  backlogFlow,
  refinementRate,
  timeToReady,
  unreadyPulls,
  readyPayoff,
  estimateCoverage,
  estimateChurn,
  estimateSpread,
  itemAge,
  participation,
  sprintScopeChange,
];
