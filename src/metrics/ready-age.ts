import { runningSprint } from "../history/backlog.ts";
import { DAY } from "../lib/dates.ts";
import { median, quantile } from "../lib/stats.ts";
import { compareKeys } from "../lib/text.ts";
import { plural, shown } from "../lib/words.ts";
import { defineMetric, without } from "./define.ts";
import { readyItems } from "./parts/ready-spells.ts";
import { shelfLife } from "./parts/went-stale.ts";

const HIGH = 0.85;

const BLANK = {
  inputs: { items: null, p85: null, shelfDays: null, stale: null, staleItems: null, atLeast: null },
  extra: { items: [] },
};

/** How long has the ready work been ready? Of the ready items now, since their latest becoming ready: metrics.md §3. */
export const readyAge = defineMetric({
  id: "ready-age",
  title: "Ready age",
  unit: "days",
  question: "How long has the ready work been waiting?",
  needs: ["ready"],
  chart: "line",
  columns: [],
  process: null,
  band: () => null,
  blank: BLANK,
  measure: (backlog) => {
    const { asOf } = backlog;
    if (!backlog.isKnown) {
      return { ...without("insufficient-data", "no observation of the backlog yet"), ...BLANK };
    }
    const items = readyItems(backlog)
      .flatMap(({ spells }) => spells.filter(({ from, to }) => from <= asOf && asOf < to))
      .map(({ id, since, atLeast }) => ({ id, days: (asOf - since) / DAY, atLeast }))
      .sort((a, b) => b.days - a.days || compareKeys(a.id, b.id));
    const days = items.map((item) => item.days);
    const sprint = runningSprint(backlog, asOf) ?? backlog.sprints.findLast(({ end }) => end <= asOf);
    const shelfDays = sprint ? shelfLife(sprint) / DAY : null;
    const old = shelfDays === null ? null : days.filter((age) => age > shelfDays).length;
    const atLeast = items.filter((item) => item.atLeast).length;
    const value = median(days);
    return {
      state: value === null ? "insufficient-data" : "ok",
      reason: value === null ? "0 ready items" : null,
      value,
      interval: null,
      series: [],
      inputs: {
        items: items.length,
        p85: quantile(days, HIGH),
        shelfDays,
        stale: old === null || items.length === 0 ? null : old / items.length,
        staleItems: old,
        atLeast,
      },
      extra: { items },
      explain:
        value === null
          ? []
          : [
              {
                title: "Ready items now",
                text: `Half of ${plural(items.length, "ready item")} became ready at most ${plural(value, "day")} ago, 85 % at most ${shown(quantile(days, HIGH))}.`,
              },
              ...(old === null
                ? []
                : [
                    {
                      title: "Shelf life",
                      text: `${plural(old, "item has", "items have")} been ready for longer than 3 sprints (${shown(shelfDays)} days).`,
                    },
                  ]),
              ...(atLeast === 0
                ? []
                : [
                    {
                      title: "At least",
                      text: `${plural(atLeast, "item was", "items were")} ready when the data begins: the age is at least what is shown.`,
                    },
                  ]),
            ],
    };
  },
});
