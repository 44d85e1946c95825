import { type Backlog, begunSprints, type ItemHistory } from "../history/backlog.ts";
import { plural, shown } from "../lib/words.ts";
import { defineMetric, type Point } from "./define.ts";
import { headlineOf } from "./parts/headline.ts";
import { periodBasis } from "./parts/period-basis.ts";
import { sprintIndex } from "./parts/sprint-index.ts";

type Counts = { changed: number; estimated: number };

/** For each begun sprint the items with an estimate at its start, and those whose estimate changed in it. */
const countsOf = (backlog: Backlog): Counts[] => {
  const sprints = begunSprints(backlog);
  const starts = sprints.map(({ start }) => start);
  const find = sprintIndex(sprints);
  const counts = sprints.map((): Counts => ({ changed: 0, estimated: 0 }));
  const take = ({ spans }: ItemHistory): void => {
    let last = -1;
    /** The estimate right before, of what stood in the Product Backlog then. */
    let had: number | null = null;
    /** The first sprint that begins neither before this span nor in one before it. */
    let next = 0;
    for (let index = 0; index < spans.length; index += 1) {
      const { from, to, stage, facts } = spans[index]!;
      const estimate = facts?.estimate ?? null;
      // Where an item stands is judged immediately before the change; a first estimate changes none.
      const sprint = had !== null && facts !== null && estimate !== had ? find(from) : -1;
      if (sprint > last) {
        counts[sprint]!.changed += 1;
        last = sprint;
      }
      had = stage === "product-backlog" ? estimate : null;
      if (had === null) continue;
      while (next < starts.length && starts[next]! < from) next += 1;
      for (; next < starts.length && starts[next]! < to; next += 1) counts[next]!.estimated += 1;
    }
  };
  for (const item of backlog.items.values()) take(item);
  return counts;
};

/** How often do estimates change before the work starts? Items re-estimated ÷ items with an estimate: metrics.md §3. */
export const estimateChurn = defineMetric({
  id: "estimate-churn",
  title: "Estimate churn",
  unit: "%",
  question: "How much of what was estimated is estimated again?",
  needs: ["estimate"],
  chart: "bar",
  columns: [
    { key: "changed", title: "Changed", unit: "items" },
    { key: "estimated", title: "With an estimate at the start", unit: "items" },
  ],
  process: { minimum: 0, wholeAtStart: false },
  band: () => null,
  measure: (backlog) => {
    const counts = countsOf(backlog);
    const sprints = begunSprints(backlog);
    const series = sprints.map((sprint, index): Point => {
      const basis = periodBasis(backlog, sprint, ["estimate"]);
      const { changed, estimated } = counts[index]!;
      const value = basis === "gap" || estimated === 0 ? null : (changed / estimated) * 100;
      return {
        sprint: sprint.id,
        at: Math.min(sprint.end, backlog.asOf),
        value,
        basis: value === null ? "gap" : basis,
        running: sprint.end > backlog.asOf,
        more: basis === "gap" ? { changed: null, estimated: null } : { changed, estimated },
      };
    });
    const last = series.findLast((point) => !point.running);
    const name = sprints.find(({ id }) => id === last?.sprint)?.name;
    const missing = !backlog.isKnown
      ? "no observation of the backlog yet"
      : last === undefined
        ? "0 of 1 ended sprints"
        : last.more.estimated === null
          ? `the estimates through ${name} are not known`
          : last.value === null
            ? `no item had an estimate at the start of ${name}`
            : null;
    return {
      ...headlineOf({ series, last, missing }),
      inputs: {
        sprint: last?.sprint ?? null,
        changed: last?.more.changed ?? null,
        estimated: last?.more.estimated ?? null,
      },
      extra: {},
      explain:
        missing !== null
          ? []
          : [
              {
                title: name!,
                text: `${plural(last!.more.changed!, "item")} estimated again ÷ ${plural(last!.more.estimated!, "item")} with an estimate at the start = ${shown(last!.value)} %.`,
              },
            ],
    };
  },
});
