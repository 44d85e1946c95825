import { type Backlog, begunSprints } from "../history/backlog.ts";
import { DAY } from "../lib/dates.ts";
import { shown } from "../lib/words.ts";
import { defineMetric, type MetricOptions, type MetricResult, type Point } from "./define.ts";
import { createdAt } from "./parts/created.ts";
import { finishBasis } from "./parts/finish-basis.ts";
import { headlineOf } from "./parts/headline.ts";
import { FEWEST_LEADS, type Leads, type Spread, spreadOf } from "./parts/spread.ts";

/** One sprint finishes too few items of one estimate: as many are looked at together as for the ready payoff. */
const SPRINTS = 10;

const leadsOf = (backlog: Backlog, { sizing }: MetricOptions): Leads[] =>
  begunSprints(backlog).map((sprint) => {
    const leads = new Map<number, number[]>();
    if (finishBasis(backlog, sizing, sprint) === "gap") return leads;
    for (const { item, at, estimate } of sizing.finishesIn(sprint)) {
      const created = createdAt(item.spans);
      // A finish before the creation is a slip of the tracker.
      if (estimate === null || created === null || at < created) continue;
      const days = leads.get(estimate);
      if (days) days.push((at - created) / DAY);
      else leads.set(estimate, [(at - created) / DAY]);
    }
    return leads;
  });

const explainOf = (value: number, byEstimate: readonly Spread[]) => [
  {
    title: "By estimate",
    text: byEstimate
      .filter(({ ratio }) => ratio !== null)
      .map(
        ({ estimate, median, p85, ratio }) =>
          `${shown(estimate)}: ${shown(p85)} ÷ ${shown(median)} days = ${shown(ratio)}`,
      )
      .join("; ")
      .concat(`. Their mean, each by its items, is ${shown(value)}.`),
  },
];

const BLANK: Pick<MetricResult, "inputs" | "extra"> = {
  inputs: { items: null, pooled: null },
  extra: { byEstimate: [] },
};

/** Do estimates tell small from large? 85th ÷ 50th percentile of created → finished within a value: metrics.md §3. */
export const estimateSpread = defineMetric({
  id: "estimate-spread",
  title: "Estimate spread",
  unit: "ratio",
  question: "Do estimates tell small items from large ones?",
  needs: ["estimate", "createdAt"],
  chart: "line",
  columns: [
    { key: "items", title: "Finished with an estimate", unit: "items" },
    { key: "pooled", title: "Without regard to estimates", unit: "ratio" },
  ],
  // Ten sprints taken together move slowly: neighbouring points share nine, and natural limits would mislead.
  process: null,
  band: () => null,
  blank: BLANK,
  measure: (backlog, options) => {
    const leads = leadsOf(backlog, options);
    const sprints = begunSprints(backlog);
    const spreads = sprints.map((_, index) =>
      spreadOf(leads.slice(Math.max(0, index + 1 - SPRINTS), index + 1)),
    );
    const series = sprints.map((sprint, index): Point => {
      const basis = finishBasis(backlog, options.sizing, sprint);
      const spread = basis === "gap" ? null : spreads[index]!;
      const value = spread?.value ?? null;
      return {
        sprint: sprint.id,
        at: Math.min(sprint.end, backlog.asOf),
        value,
        basis: value === null ? "gap" : basis,
        running: sprint.end > backlog.asOf,
        more: {
          items: spread === null ? null : spread.byEstimate.reduce((total, { items }) => total + items, 0),
          pooled: spread?.pooled ?? null,
        },
      };
    });
    const index = series.findLastIndex((point) => !point.running);
    const last = series[index];
    const known = last === undefined || last.more.items === null ? null : spreads[index]!;
    const most = (known?.byEstimate ?? []).reduce((count, { items }) => Math.max(count, items), 0);
    const missing = !backlog.isKnown
      ? "no observation of the backlog yet"
      : last === undefined
        ? "0 of 1 ended sprints"
        : known === null
          ? `what was finished in ${sprints[index]!.name} is not known`
          : known.value === null
            ? most < FEWEST_LEADS
              ? `${most} of ${FEWEST_LEADS} finished items of one estimate`
              : "half of the finished items took no time"
            : null;
    return {
      ...headlineOf({ series, last, missing }),
      inputs: { items: last?.more.items ?? null, pooled: last?.more.pooled ?? null },
      extra: { byEstimate: known?.byEstimate ?? [] },
      explain: missing === null ? explainOf(last!.value!, known!.byEstimate) : [],
    };
  },
});
