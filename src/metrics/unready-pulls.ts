import { plural, shown } from "../lib/words.ts";
import { defineMetric } from "./define.ts";
import { entriesBySprint } from "./parts/sprint-entries.ts";
import { ruleFields, sprintSeries } from "./parts/sprint-series.ts";
import { unknownSprint } from "./parts/unknown-sprint.ts";

const BLANK = { entered: null, unready: null, born: null };

/** How much goes into a sprint that was not ready? metrics.md §3. */
export const unreadyPulls = defineMetric({
  id: "unready-pulls",
  title: "Unready pulls",
  unit: "%",
  question: "How much goes into a sprint before it is ready?",
  needs: ["ready"],
  chart: "bar",
  columns: [
    { key: "entered", title: "Entered", unit: "items" },
    { key: "unready", title: "Not ready", unit: "items" },
    { key: "born", title: "Born in the sprint", unit: "items" },
  ],
  process: { minimum: 0, wholeAtStart: false },
  band: () => null,
  measure: (backlog) => {
    const unknown = unknownSprint(backlog);
    if (unknown !== null) return unknown;
    const { last, ...result } = sprintSeries(backlog, {
      fields: (sprint) => ruleFields(backlog, sprint),
      blank: () => BLANK,
      measure: (sprint, index) => {
        const entries = entriesBySprint(backlog)[index]!;
        const entered = entries.filter(({ born }) => !born);
        const unready = entered.filter(({ ready }) => !ready).length;
        return {
          value: entered.length === 0 ? null : (unready / entered.length) * 100,
          more: { entered: entered.length, unready, born: entries.length - entered.length },
          why: entered.length === 0 ? `0 items entered ${sprint.name}` : null,
        };
      },
    });
    return {
      ...result,
      inputs: { sprint: last?.sprint.id ?? null, ...(last?.more ?? BLANK) },
      extra: {},
      explain:
        result.value === null
          ? []
          : [
              {
                title: last!.sprint.name,
                text: `${plural(last!.more.unready!, "item")} not ready ÷ ${plural(last!.more.entered!, "item")} that entered = ${shown(result.value)} %. Born in the sprint, and not counted here: ${shown(last!.more.born!)}.`,
              },
            ],
    };
  },
});
