import { begunSprints } from "../history/backlog.ts";
import { plural, shown } from "../lib/words.ts";
import { defineMetric, type Point, without } from "./define.ts";
import { headlineOf } from "./parts/headline.ts";
import { eventBasis } from "./parts/period-basis.ts";
import { type Deed, deedsBySprint, withoutActivity } from "./parts/refinement-events.ts";

/** How many people, how many events, and the busiest one's share of them in percent. Nobody is told by name. */
const countsOf = (deeds: readonly Deed[]): { people: number; events: number; busiest: number | null } => {
  const events = new Map<string, number>();
  for (const { by, sort } of deeds) if (sort === "refinement") events.set(by, (events.get(by) ?? 0) + 1);
  const counts = [...events.values()];
  const all = counts.reduce((total, count) => total + count, 0);
  return {
    people: counts.length,
    events: all,
    busiest: all === 0 ? null : (counts.reduce((a, b) => Math.max(a, b)) / all) * 100,
  };
};

const sentenceOf = ({ value, more }: Point): string => {
  const share = more.busiest === null ? "" : `, ${shown(more.busiest!, 0)} % of them by the busiest`;
  return `${plural(value!, "person", "people")} made ${plural(more.events!, "refinement event")}${share}.`;
};

/** How many people take part in refinement in the tracker? Counts only, never names: metrics.md §3. */
export const participation = defineMetric({
  id: "participation",
  title: "Participation",
  unit: "people",
  question: "How many people take part in refinement in the tracker?",
  needs: [],
  chart: "bar",
  columns: [
    { key: "events", title: "Refinement", unit: "events" },
    { key: "busiest", title: "Of the busiest", unit: "%" },
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
      const counts = basis === "gap" ? null : countsOf(deeds[index]!);
      return {
        sprint: sprint.id,
        at: Math.min(sprint.end, backlog.asOf),
        value: counts?.people ?? null,
        basis,
        running: sprint.end > backlog.asOf,
        more: { events: counts?.events ?? null, busiest: counts?.busiest ?? null },
      };
    });
    const last = series.findLast((point) => !point.running);
    const name = sprints.find(({ id }) => id === last?.sprint)?.name;
    const missing =
      missingSource?.reason ??
      (last === undefined
        ? "0 of 1 ended sprints"
        : last.value === null
          ? `the events of ${name} are not known`
          : null);
    return {
      ...headlineOf({ series, last, missing }),
      inputs: {
        sprint: last?.sprint ?? null,
        events: last?.more.events ?? null,
        busiest: last?.more.busiest ?? null,
      },
      extra: {},
      explain: missing === null ? [{ title: name!, text: sentenceOf(last!) }] : [],
    };
  },
});
