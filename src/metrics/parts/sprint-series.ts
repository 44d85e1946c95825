import { type Backlog, begunSprints } from "../../history/backlog.ts";
import type { Known } from "../../history/knowledge.ts";
import { FIELD_OF } from "../../model/ready.ts";
import type { Sprint } from "../../model/sprint.ts";
import type { MetricResult, Point } from "../define.ts";
import { fieldWords } from "./field-words.ts";
import { periodBasis } from "./period-basis.ts";

/** What a metric says of one sprint of which enough is known. */
export type SprintValue = {
  value: number | null;
  more: Point["more"];
  /** Why the value is unknown all the same, counted. */
  why: string | null;
};

type SeriesOptions = {
  /** Fields that it reads beside where items stand. */
  fields: (sprint: Sprint) => readonly Known[];
  /** Further values where too little is known. */
  blank: (sprint: Sprint, index: number) => Point["more"];
  measure: (sprint: Sprint, index: number) => SprintValue;
};

/** The fields of the team's rule at the end of a sprint. */
export const ruleFields = (backlog: Backlog, sprint: Sprint): Known[] =>
  backlog.ruleAt(Math.min(sprint.end, backlog.asOf)).rule.checks.map((check) => FIELD_OF[check]);

/** Why a sprint's changes are not known, in words and counted. */
const whyGap = (backlog: Backlog, sprint: Sprint, fields: readonly Known[]): string => {
  if (!backlog.isKnown) return "no observation of the backlog yet";
  if (backlog.begin === null || sprint.end <= backlog.begin)
    return `${sprint.name} ended before the first item was created`;
  if (!backlog.covers(sprint.end)) return `0 of 1 observations at or after the end of ${sprint.name}`;
  const begun = Math.max(sprint.start, backlog.begin);
  const unknown = fields.find((field) => !backlog.knows(field, begun));
  if (unknown !== undefined && backlog.isFresh(begun))
    return `${fieldWords(unknown)} not known yet at the start of ${sprint.name} (field: ${unknown})`;
  const seen = backlog.observations.some(({ at }) => at <= sprint.start);
  return seen
    ? `the last observation is more than one sprint old at the start or end of ${sprint.name}`
    : `0 of 1 observations at or before the start of ${sprint.name}`;
};

/** A per-sprint metric: its series over the begun sprints, and its headline, which is the last ended one. */
export const sprintSeries = (
  backlog: Backlog,
  { fields, blank, measure }: SeriesOptions,
): Pick<MetricResult, "state" | "reason" | "value" | "interval" | "series"> & {
  last: { sprint: Sprint; more: Point["more"] } | null;
} => {
  const whys = new Map<Sprint, string>();
  const sprints = begunSprints(backlog);
  const series = sprints.map((sprint, index): Point => {
    const known = periodBasis(backlog, sprint, fields(sprint));
    const { value, more, why } =
      known === "gap"
        ? { value: null, more: blank(sprint, index), why: whyGap(backlog, sprint, fields(sprint)) }
        : measure(sprint, index);
    if (why !== null) whys.set(sprint, why);
    return {
      sprint: sprint.id,
      at: Math.min(sprint.end, backlog.asOf),
      value,
      basis: value === null ? "gap" : known,
      running: sprint.end > backlog.asOf,
      more,
    };
  });
  const index = series.findLastIndex((point) => !point.running);
  const [sprint, point] = [sprints[index], series[index]];
  const missing =
    sprint === undefined || point === undefined
      ? "0 of 1 ended sprints"
      : point.value === null
        ? (whys.get(sprint) ?? `the value of ${sprint.name} is not known`)
        : null;
  return {
    state: missing === null ? "ok" : "insufficient-data",
    reason: missing,
    value: missing === null ? point!.value : null,
    interval: null,
    series,
    last: sprint && point ? { sprint, more: point.more } : null,
  };
};
