import { plural, shown } from "../lib/words.ts";
import { defineMetric } from "./define.ts";
import { crossingsAfter, isPlanningSeen, plannedBy, plannedItems } from "./parts/scope-change.ts";
import { type SprintValue, sprintSeries } from "./parts/sprint-series.ts";
import { unknownSprint } from "./parts/unknown-sprint.ts";

/** A change is dated by the look that shows it, and planning is one. */
const UNSEEN = {
  title: "Read with care",
  text: "No look at the backlog falls into the first 24 hours of this sprint: what was planned then is counted as added.",
};

const BLANK = { added: null, removed: null, planned: null };

/** How much does a sprint's scope change once it is planned? Not refinement, and shown apart: metrics.md §3. */
export const sprintScopeChange = defineMetric({
  id: "sprint-scope-change",
  title: "Sprint scope change",
  unit: "%",
  question: "How much does a sprint's scope change once it is planned?",
  needs: [],
  chart: "bar",
  columns: [
    { key: "added", title: "Added", unit: "items" },
    { key: "removed", title: "Removed", unit: "items" },
    { key: "planned", title: "Planned", unit: "items" },
  ],
  process: { minimum: 0, wholeAtStart: false },
  band: () => null,
  measure: (backlog) => {
    const unknown = unknownSprint(backlog);
    if (unknown !== null) return unknown;
    const planned = plannedItems(backlog);
    const { last, ...result } = sprintSeries(backlog, {
      fields: () => [],
      blank: () => BLANK,
      measure: (sprint, index): SprintValue => {
        const at = plannedBy(sprint, backlog.asOf);
        if (at === null) {
          return { value: null, more: BLANK, why: `${sprint.name} did not last longer than 24 hours` };
        }
        const { added, removed } = crossingsAfter(backlog, index, at);
        const open = planned[index]!;
        return {
          value: open === 0 ? null : ((added + removed) / open) * 100,
          more: { added, removed, planned: open },
          why: open === 0 ? `0 items were in ${sprint.name} 24 hours after its start` : null,
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
                text: `(${shown(last!.more.added!)} added + ${shown(last!.more.removed!)} removed) ÷ ${plural(last!.more.planned!, "open item")} 24 hours after the start = ${shown(result.value)} %.`,
              },
              ...(isPlanningSeen(backlog, last!.sprint) ? [] : [UNSEEN]),
            ],
    };
  },
});
