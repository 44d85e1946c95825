import type { Backlog } from "../history/backlog.ts";
import { DAY } from "../lib/dates.ts";
import { median, quantile } from "../lib/stats.ts";
import { plural, shown } from "../lib/words.ts";
import { defineMetric, type Point } from "./define.ts";
import { readyItems } from "./parts/ready-spells.ts";
import { sprintIndex } from "./parts/sprint-index.ts";
import { ruleFields, sprintSeries } from "./parts/sprint-series.ts";

const HIGH = 0.85;

/** Days from an item's creation until it was ready for the first time, and until it was so for the latest. */
type Times = { first: number; latest: number };

/** Items by the sprint in which they first became ready; when those of the first look did, nobody knows. */
const timesBySprint = (backlog: Backlog): Times[][] => {
  const bySprint: Times[][] = backlog.sprints.map(() => []);
  const find = sprintIndex(backlog.sprints);
  for (const { spells, arrival } of readyItems(backlog)) {
    const [first, latest] = [spells[0], spells.at(-1)];
    if (first === undefined || first.atLeast) continue;
    // An item without a creation date was there before the look that first showed it: nobody knows how long.
    if (arrival === null || !arrival.isDated) continue;
    const days = (t: number): number => Math.max(0, t - arrival.created) / DAY;
    bySprint[find(first.since)]?.push({ first: days(first.since), latest: days(latest!.since) });
  }
  return bySprint;
};

const summary = (times: readonly Times[]): Point["more"] => {
  const [first, latest] = [times.map((time) => time.first), times.map((time) => time.latest)];
  return {
    median: median(first),
    p85: quantile(first, HIGH),
    latestMedian: median(latest),
    latestP85: quantile(latest, HIGH),
    items: times.length,
  };
};

const BLANK = { median: null, p85: null, latestMedian: null, latestP85: null, items: null };

/** How long does an item take from its creation until it is ready? metrics.md §3. */
export const timeToReady = defineMetric({
  id: "time-to-ready",
  title: "Time to ready",
  unit: "days",
  question: "How long does an item take from its creation until it is ready?",
  needs: ["ready"],
  chart: "line",
  columns: [
    { key: "p85", title: "85th percentile", unit: "days" },
    { key: "latestMedian", title: "Median, latest ready", unit: "days" },
    { key: "latestP85", title: "85th percentile, latest ready", unit: "days" },
    { key: "items", title: "Items", unit: "items" },
  ],
  process: { minimum: 0, wholeAtStart: false },
  band: () => null,
  measure: (backlog) => {
    const times = timesBySprint(backlog);
    const { last, ...result } = sprintSeries(backlog, {
      fields: (sprint) => ruleFields(backlog, sprint),
      blank: () => BLANK,
      measure: (sprint, index) => {
        const more = summary(times[index]!);
        const why = more.items === 0 ? `0 items first became ready in ${sprint.name}` : null;
        return { value: more.median!, more, why };
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
                text: `Of ${plural(last!.more.items!, "item")} that first became ready, half took at most ${plural(result.value!, "day")} from creation, and 85 % at most ${shown(last!.more.p85!)}.`,
              },
            ],
    };
  },
});
