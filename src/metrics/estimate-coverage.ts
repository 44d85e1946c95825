import { type Backlog, begunSprints } from "../history/backlog.ts";
import { windowOf } from "../lib/walk.ts";
import { plural, shown } from "../lib/words.ts";
import { FIELD_OF } from "../model/ready.ts";
import { defineMetric, type MetricOptions, type MetricResult, type Point } from "./define.ts";
import { type Depth, depthAt, sizedOrder } from "./parts/depth.ts";
import type { Sized } from "./parts/sized-items.ts";

/** Percent of items that have an estimate of their own; `null` of none. */
const covered = (items: readonly Sized[]): number | null => {
  const estimated = items.filter(({ estimate }) => estimate !== null);
  return items.length === 0 ? null : (estimated.length / items.length) * 100;
};

/** Ready items at the start of each sprint before its planning, as ready depth takes them. */
const seriesOf = (backlog: Backlog, { sizing }: MetricOptions): Point[] =>
  begunSprints(backlog).map((sprint) => {
    const t = sprint.start;
    const fields = backlog.ruleAt(t).rule.checks.map((check) => FIELD_OF[check]);
    const basis = backlog.basisAt(t, [...fields, "estimate"]);
    const ready = basis === "gap" ? null : depthAt(backlog, sizing, { t, beforePlanning: true }).ready;
    const value = ready === null ? null : covered(ready);
    return {
      sprint: sprint.id,
      at: t,
      value,
      basis: value === null ? "gap" : basis,
      running: sprint.end > backlog.asOf,
      more: { readyItems: ready?.length ?? null },
    };
  });

const windowAt = (backlog: Backlog, depth: Depth, bandUpper: number): Sized[] | null => {
  const order = sizedOrder(backlog, depth, backlog.asOf);
  const velocity = depth.velocity.value;
  return order === null || velocity === null ? null : windowOf(order, bandUpper * velocity);
};

const BLANK: Pick<MetricResult, "inputs" | "extra"> = {
  inputs: { readyItems: null, window: null },
  extra: {},
};

/** How much of the ready work has an estimate? Ready items with one ÷ ready items: metrics.md §3. */
export const estimateCoverage = defineMetric({
  id: "estimate-coverage",
  title: "Estimate coverage",
  unit: "%",
  question: "How much of the ready work has an estimate?",
  needs: ["ready", "estimate"],
  chart: "line",
  columns: [{ key: "readyItems", title: "Ready items", unit: "items" }],
  process: { minimum: 0, wholeAtStart: false },
  band: () => null,
  blank: BLANK,
  measure: (backlog, options) => {
    const series = seriesOf(backlog, options);
    const depth = depthAt(backlog, options.sizing, { t: backlog.asOf, beforePlanning: false });
    const value = covered(depth.ready);
    const window = windowAt(backlog, depth, options.band[1]);
    const missing = !backlog.isKnown
      ? "no observation of the backlog yet"
      : value === null
        ? "no item is ready"
        : null;
    return {
      ...BLANK,
      state: missing === null ? "ok" : "insufficient-data",
      reason: missing,
      value,
      interval: null,
      series,
      inputs: {
        readyItems: backlog.isKnown ? depth.ready.length : null,
        window: window === null ? null : covered(window),
        windowItems: window?.length ?? null,
      },
      explain:
        value === null
          ? []
          : [
              {
                title: "Now",
                text: `${shown(value)} % of ${plural(depth.ready.length, "ready item")} ${depth.ready.length === 1 ? "has" : "have"} an estimate.`,
              },
            ],
    };
  },
});
