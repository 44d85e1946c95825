import { begunSprints } from "../history/backlog.ts";
import { plural, shown } from "../lib/words.ts";
import { defineMetric, type Explanation, type Point, without } from "./define.ts";
import { headlineOf } from "./parts/headline.ts";
import { eventBasis } from "./parts/period-basis.ts";
import { deedsBySprint, withoutActivity } from "./parts/refinement-events.ts";

const explainOf = (last: Point, name: string): Explanation[] => {
  const { refinement, delivery } = last.more as { refinement: number; delivery: number };
  return [
    {
      title: name,
      text: `${plural(refinement, "refinement event")} ÷ (${shown(refinement)} + ${plural(delivery, "delivery event")}) = ${shown(last.value)} %.`,
    },
    {
      title: "An estimate",
      text: "Counted from what people did in the tracker, not from hours. It stands in for refinement effort where no log exists.",
    },
  ];
};

/**
 * What share of what people do in the tracker is refinement?
 * `A(s) = refinement events ÷ (refinement + delivery events) × 100`: metrics.md §2, refinement-effort.
 */
export const refinementActivity = defineMetric({
  id: "refinement-activity",
  title: "Refinement activity",
  unit: "%",
  question: "What share of what people do in the tracker is refinement?",
  needs: [],
  chart: "bar",
  columns: [
    { key: "refinement", title: "Refinement", unit: "events" },
    { key: "delivery", title: "Delivery", unit: "events" },
  ],
  process: { minimum: 0, wholeAtStart: false },
  band: () => null,
  measure: (backlog) => {
    const missingSource = withoutActivity(backlog);
    if (missingSource?.state === "not-applicable") return without("not-applicable", missingSource.reason);
    const deeds = deedsBySprint(backlog);
    const sprints = begunSprints(backlog);
    const series = sprints.map((sprint, index): Point => {
      const basis = eventBasis(backlog, sprint);
      const own = basis === "gap" ? null : deeds[index]!;
      const refinement = own?.filter(({ sort }) => sort === "refinement").length ?? null;
      const delivery = own === null ? null : own.length - refinement!;
      // A sprint in which nobody did anything has no share.
      const value = own === null || own.length === 0 ? null : (refinement! / own.length) * 100;
      return {
        sprint: sprint.id,
        at: Math.min(sprint.end, backlog.asOf),
        value,
        basis: value === null ? "gap" : basis,
        running: sprint.end > backlog.asOf,
        more: { refinement, delivery },
      };
    });
    const last = series.findLast((point) => !point.running);
    const name = sprints.find(({ id }) => id === last?.sprint)?.name;
    const missing =
      missingSource?.reason ??
      (last === undefined
        ? "0 of 1 ended sprints"
        : last.more.refinement === null
          ? `the events of ${name} are not known`
          : last.value === null
            ? `nobody changed an item in ${name}`
            : null);
    return {
      ...headlineOf({ series, last, missing }),
      inputs: {
        sprint: last?.sprint ?? null,
        refinement: last?.more.refinement ?? null,
        delivery: last?.more.delivery ?? null,
      },
      extra: {},
      explain: missing === null ? explainOf(last!, name!) : [],
    };
  },
});
