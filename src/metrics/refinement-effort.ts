import { type Backlog, begunSprints } from "../history/backlog.ts";
import { dayOf } from "../lib/dates.ts";
import { sum } from "../lib/stats.ts";
import { shown } from "../lib/words.ts";
import type { Session } from "../model/session.ts";
import type { Sprint } from "../model/sprint.ts";
import { sprintDays } from "../model/sprint.ts";
import { type Capacity, defineMetric, type MetricResult, type Point } from "./define.ts";
import { effortDepths } from "./parts/effort-depth.ts";
import { headlineOf } from "./parts/headline.ts";
import { workDays } from "./parts/work-days.ts";

const MINUTES = 60;

/** Person-hours of a sprint's capacity; of the running one those of its working days so far. `null` when not known. */
const capacityOf = (sprint: Sprint, backlog: Backlog, capacity: Capacity): number | null => {
  const days = (until: number | null): number =>
    workDays(sprint, { zone: backlog.zone, sprints: backlog.sprints, daysOff: capacity.daysOff, until });
  const until = sprint.end > backlog.asOf ? backlog.asOf : null;
  const given = Object.entries(capacity.perSprint).find(
    ([name]) => backlog.sprintNamed(name) === sprint,
  )?.[1];
  if (given !== undefined)
    return until === null ? given : days(null) === 0 ? null : (given * days(until)) / days(null);
  if (capacity.people === null || capacity.hoursPerDay === null) return null;
  return capacity.people * capacity.hoursPerDay * days(until);
};

const hoursOf = (sessions: readonly Session[]): number =>
  sum(sessions.map(({ minutes, people }) => (minutes * people) / MINUTES));

const pointOf = (options: {
  sprint: Sprint;
  backlog: Backlog;
  sessions: readonly Session[];
  capacity: Capacity | null;
  first: string | null;
}): Point => {
  const { sprint, backlog, sessions, first } = options;
  const days = sprintDays(sprint, backlog);
  const own = new Set(days);
  // Before the first session of the log nobody kept it: unknown. After it, a sprint without a session is a true 0.
  const logged = first !== null && days.at(-1)! >= first;
  const hours = logged ? hoursOf(sessions.filter(({ day }) => own.has(day))) : null;
  const capacity = options.capacity === null ? null : capacityOf(sprint, backlog, options.capacity);
  const value = hours === null || capacity === null || capacity === 0 ? null : (hours / capacity) * 100;
  return {
    sprint: sprint.id,
    at: Math.min(sprint.end, backlog.asOf),
    value,
    basis: value === null ? "gap" : "observed",
    running: sprint.end > backlog.asOf,
    more: { hours, capacity },
  };
};

const BLANK: Pick<MetricResult, "inputs" | "extra"> = {
  inputs: {},
  extra: { effortDepth: [], instead: null },
};

/** What share of capacity goes into refinement? `E(s) = refinement person-hours ÷ capacity × 100`: metrics.md §2. */
export const refinementEffort = defineMetric({
  id: "refinement-effort",
  title: "Refinement effort",
  unit: "%",
  question: "What share of the team's capacity goes into refinement?",
  needs: [],
  chart: "bar",
  columns: [
    { key: "hours", title: "Refinement", unit: "person-hours" },
    { key: "capacity", title: "Capacity", unit: "person-hours" },
  ],
  process: { minimum: 0, wholeAtStart: false },
  band: (options) => [null, options.guideline],
  blank: BLANK,
  measure: (backlog, options) => {
    const today = dayOf(backlog.asOf, backlog.zone);
    const sessions = (options.sessions ?? []).filter(({ day }) => day <= today);
    const first = sessions.reduce<string | null>(
      (day, session) => (day === null || session.day < day ? session.day : day),
      null,
    );
    const series = begunSprints(backlog).map((sprint) =>
      pointOf({ sprint, backlog, sessions, capacity: options.capacity, first }),
    );
    const last = series.findLast((point) => !point.running);
    const missing =
      sessions.length === 0
        ? "no refinement session is logged"
        : options.capacity === null
          ? "no capacity is configured"
          : last === undefined
            ? "0 of 1 ended sprints"
            : last.value === null
              ? `the hours or the capacity of the last ended sprint are not known`
              : null;
    return {
      ...headlineOf({ series, last, missing }),
      inputs: {
        hours: last?.more.hours ?? null,
        capacity: last?.more.capacity ?? null,
        sessions: sessions.length,
        sprint: last?.sprint ?? null,
        guideline: options.guideline,
      },
      extra: {
        effortDepth: effortDepths(backlog, options, series),
        // Where nothing was logged, the tracker's events give an estimate of what goes into refinement.
        instead: sessions.length === 0 && backlog.activity !== null ? "refinement-activity" : null,
      },
      explain:
        missing !== null
          ? []
          : [
              {
                title: "The last ended sprint",
                text: `${shown(last!.more.hours!)} person-hours of refinement ÷ ${shown(last!.more.capacity!)} person-hours of capacity = ${shown(last!.value)} %.`,
              },
            ],
    };
  },
});
