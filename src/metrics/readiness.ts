import { totalSize, windowOf } from "../lib/walk.ts";
import { plural, shown } from "../lib/words.ts";
import { defineMetric, without } from "./define.ts";
import { depthAt, sizedOrder } from "./parts/depth.ts";

/** How much of the next three sprints is ready? Share of the window's size that passes every check: metrics.md §3. */
export const readiness = defineMetric({
  id: "readiness",
  title: "Readiness",
  unit: "%",
  question: "How much of the work that comes next is ready?",
  needs: ["ready", "order"],
  chart: "bar",
  columns: [],
  process: null,
  band: () => null,
  measure: (backlog, { sizing, band }) => {
    const { asOf } = backlog;
    const depth = depthAt(backlog, sizing, { t: asOf, beforePlanning: false });
    const order = sizedOrder(backlog, depth, asOf);
    const velocity = depth.velocity.value;
    if (order === null || velocity === null) {
      return without("insufficient-data", depth.velocity.reason ?? "no observation of the backlog yet");
    }
    const window = windowOf(order, band[1] * velocity);
    const size = totalSize(window);
    const share = (part: number | null): number | null =>
      size === null || part === null || size === 0 ? null : (part / size) * 100;
    const value = share(totalSize(window.filter((item) => item.ready)));
    const { checks } = backlog.ruleAt(asOf).rule;
    const shares = checks.map((check) => [
      check,
      share(totalSize(window.filter((item) => !item.failed.includes(check)))),
    ]);
    return {
      state: value === null ? "insufficient-data" : "ok",
      reason: value === null ? "the window is empty" : null,
      value,
      interval: null,
      series: [],
      inputs: { windowSize: size, windowItems: window.length, checks: Object.fromEntries(shares) },
      extra: {},
      explain: [
        {
          title: "The window",
          text: `The first ${plural(window.length, "item")} of the order reach ${shown(band[1])} sprints of velocity: ${shown(size)} ${sizing.unit}.`,
        },
      ],
    };
  },
});
