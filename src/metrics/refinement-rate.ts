import { shown } from "../lib/words.ts";
import { defineMetric } from "./define.ts";
import { flowTotals } from "./parts/flow-sizes.ts";
import { ruleFields, sprintSeries } from "./parts/sprint-series.ts";
import { transitionsBySprint } from "./parts/transitions.ts";

/** Does refinement keep up with delivery? Size that became ready ÷ velocity at the end of the sprint: metrics.md §3. */
export const refinementRate = defineMetric({
  id: "refinement-rate",
  title: "Refinement rate",
  unit: "ratio",
  question: "Does refinement keep up with delivery?",
  needs: ["ready"],
  chart: "bar",
  columns: [
    { key: "becameReady", title: "Became ready", unit: "items" },
    { key: "becameReadySize", title: "Became ready", unit: "size" },
    { key: "velocity", title: "Velocity", unit: "size a sprint" },
  ],
  process: { minimum: 0, wholeAtStart: false },
  band: () => null,
  measure: (backlog, { sizing }) => {
    const velocityAt = (end: number) => sizing.velocityAt(Math.min(end, backlog.asOf));
    const { last, ...result } = sprintSeries(backlog, {
      fields: (sprint) => ruleFields(backlog, sprint),
      blank: ({ end }) => ({
        becameReady: null,
        becameReadySize: null,
        velocity: velocityAt(end).value,
      }),
      measure: (sprint, index) => {
        const ready = transitionsBySprint(backlog)[index]!.filter(({ flows }) =>
          flows.includes("becameReady"),
        );
        const totals = flowTotals(ready, { sizing, sprint });
        const { items, size } = totals.get("becameReady") ?? { items: 0, size: 0 };
        const { value: velocity, reason } = velocityAt(sprint.end);
        return {
          value: size === null || velocity === null ? null : size / velocity,
          more: { becameReady: items, becameReadySize: size, velocity },
          why: reason ?? (size === null ? "no finished item has an estimate" : null),
        };
      },
    });
    return {
      ...result,
      inputs: { sprint: last?.sprint.id ?? null, ...last?.more },
      extra: {},
      explain:
        result.value === null
          ? []
          : [
              {
                title: last!.sprint.name,
                text: `${shown(last!.more.becameReadySize!)} ${sizing.unit} became ready ÷ velocity ${shown(last!.more.velocity!)} = ${shown(result.value, 2)}.`,
              },
            ],
    };
  },
});
