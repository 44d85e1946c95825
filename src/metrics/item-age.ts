import { bisectRight } from "d3-array";
import { DAY } from "../lib/dates.ts";
import { median, quantile } from "../lib/stats.ts";
import { plural, shown } from "../lib/words.ts";
import { defineMetric, type MetricResult } from "./define.ts";
import { createdAt } from "./parts/created.ts";
import { untouchedFor } from "./parts/untouched.ts";

/** Days that part the histogram: metrics.md §3. An age on a bound belongs to the older part. */
const BOUNDS = [7, 30, 90, 180, 365];
/** Days after which an item that nobody changed counts as untouched: metrics.md §3. */
const UNTOUCHED_DAYS = 90;

const histogramOf = (ages: readonly number[]): number[] => {
  const counts = Array.from({ length: BOUNDS.length + 1 }, () => 0);
  for (const age of ages) counts[bisectRight(BOUNDS, age)]! += 1;
  return counts;
};

const BLANK: Pick<MetricResult, "inputs" | "extra"> = {
  inputs: {
    items: null,
    histogram: null,
    bounds: BOUNDS,
    p85: null,
    untouched90: null,
    untouchedItems: null,
  },
  extra: {},
};

/** How old is the Product Backlog? Days since creation of what is in it now: metrics.md §3. */
export const itemAge = defineMetric({
  id: "item-age",
  title: "Item age",
  unit: "days",
  question: "How old is what is in the Product Backlog?",
  needs: ["createdAt"],
  chart: "bar",
  columns: [],
  process: null,
  band: () => null,
  blank: BLANK,
  measure: (backlog) => {
    const items = backlog.productBacklog(backlog.asOf);
    const ages = items.flatMap(({ id }) => {
      const created = createdAt(backlog.items.get(id)!.spans);
      return created === null ? [] : [(backlog.asOf - created) / DAY];
    });
    const value = median(ages);
    const untouched = items.length === 0 ? null : untouchedFor(backlog, items, UNTOUCHED_DAYS);
    const missing = !backlog.isKnown
      ? "no observation of the backlog yet"
      : items.length === 0
        ? "the Product Backlog is empty"
        : value === null
          ? `0 of ${plural(items.length, "date")} of creation`
          : null;
    return {
      ...BLANK,
      state: missing === null ? "ok" : "insufficient-data",
      reason: missing,
      value,
      interval: null,
      series: [],
      inputs: !backlog.isKnown
        ? BLANK.inputs
        : {
            items: items.length,
            histogram: ages.length === 0 ? null : histogramOf(ages),
            bounds: BOUNDS,
            p85: quantile(ages, 0.85),
            untouched90: untouched === null ? null : untouched / items.length,
            untouchedItems: untouched,
          },
      explain:
        missing !== null
          ? []
          : [
              {
                title: "Now",
                text: `Half of ${plural(ages.length, "item")} in the Product Backlog ${ages.length === 1 ? "is" : "are"} at most ${plural(Math.round(value!), "day")} old.`,
              },
              ...(untouched === null
                ? []
                : [
                    {
                      title: "Untouched",
                      text: `${shown(untouched)} of ${plural(items.length, "item")} have not changed for ${UNTOUCHED_DAYS} days.`,
                    },
                  ]),
            ],
    };
  },
});
