import { begunSprints } from "../history/backlog.ts";
import { plural, shown } from "../lib/words.ts";
import { defineMetric, type Point } from "./define.ts";
import { finishBasis } from "./parts/finish-basis.ts";

/** How much does the team finish in a sprint? The mean of the window at as-of: metrics.md §1, "velocity at t". */
export const velocity = defineMetric({
  id: "velocity",
  title: "Velocity",
  unit: "size a sprint",
  question: "How much does the team finish in a sprint?",
  needs: [],
  chart: "bar",
  columns: [{ key: "items", title: "Finished", unit: "items" }],
  process: { minimum: 0, wholeAtStart: false },
  band: () => null,
  measure: (backlog, { sizing }) => {
    const series = begunSprints(backlog).map((sprint): Point => {
      const running = sprint.end > backlog.asOf;
      const at = Math.min(sprint.end, backlog.asOf);
      const basis = finishBasis(backlog, sizing, sprint);
      const value = basis === "gap" ? null : sizing.finishedSize(sprint, at);
      return {
        sprint: sprint.id,
        at,
        value,
        basis: value === null ? "gap" : basis,
        running,
        more: { items: basis === "gap" ? null : sizing.finishedItems(sprint) },
      };
    });
    const { value, sprints, reason } = sizing.velocityAt(backlog.asOf);
    const sizes = sprints.map((size) => shown(size)).join(" + ");
    return {
      state: value === null ? "insufficient-data" : "ok",
      reason,
      value,
      interval: null,
      series,
      inputs: { velocitySprints: sprints, unit: sizing.unit },
      extra: {},
      explain:
        value === null
          ? []
          : [
              {
                title: "The window",
                text: `(${sizes}) ÷ ${plural(sprints.length, "sprint")} = ${shown(value)} ${sizing.unit}.`,
              },
            ],
    };
  },
});
