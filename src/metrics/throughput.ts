import { begunSprints } from "../history/backlog.ts";
import { mean } from "../lib/stats.ts";
import { FEWEST_SPRINTS } from "../lib/velocity.ts";
import { plural, shown } from "../lib/words.ts";
import { defineMetric, type Point } from "./define.ts";
import { finishBasis } from "./parts/finish-basis.ts";

/** How many items does the team finish in a sprint? The mean count of the velocity window: metrics.md §3. */
export const throughput = defineMetric({
  id: "throughput",
  title: "Throughput",
  unit: "items a sprint",
  question: "How many items does the team finish in a sprint?",
  needs: [],
  chart: "bar",
  columns: [],
  process: { minimum: 0, wholeAtStart: false },
  band: () => null,
  measure: (backlog, { sizing }) => {
    const series = begunSprints(backlog).map((sprint): Point => {
      const basis = finishBasis(backlog, sizing, sprint);
      return {
        sprint: sprint.id,
        at: Math.min(sprint.end, backlog.asOf),
        value: basis === "gap" ? null : sizing.finishedItems(sprint),
        basis,
        running: sprint.end > backlog.asOf,
        more: {},
      };
    });
    const counts = sizing.windowAt(backlog.asOf).map((sprint) => sizing.finishedItems(sprint));
    const value = counts.length < FEWEST_SPRINTS ? null : mean(counts);
    return {
      state: value === null ? "insufficient-data" : "ok",
      reason: value === null ? `${counts.length} of ${FEWEST_SPRINTS} finished sprints` : null,
      value,
      interval: null,
      series,
      inputs: { sprints: counts },
      extra: {},
      explain:
        value === null
          ? []
          : [
              {
                title: "The window",
                text: `(${counts.map((count) => shown(count)).join(" + ")}) ÷ ${plural(counts.length, "sprint")} = ${shown(value)} items.`,
              },
            ],
    };
  },
});
