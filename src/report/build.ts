import type { TeamConfig } from "../config/team-config.ts";
import { type Backlog, begunSprints, openBacklog } from "../history/backlog.ts";
import type { History } from "../history/record.ts";
import { startOfDay, toIso } from "../lib/dates.ts";
import type { Measured, Metric, MetricOptions, Point } from "../metrics/define.ts";
import { measureMetric } from "../metrics/measure.ts";
import { sizingOf } from "../metrics/parts/sizing.ts";
import { metrics } from "../metrics/registry.ts";
import type { Finding } from "../model/observation.ts";
import type { Session } from "../model/session.ts";
import { planSprints } from "../model/sprint.ts";
import { findInsights } from "./insights.ts";
import { describeObservations } from "./observations.ts";
import { findQuality } from "./quality.ts";
import { type Publishable, publisher, withheld } from "./redact.ts";
import { ruleInWords } from "./rule-words.ts";
import { type Report, SCHEMA_VERSION } from "./schema.ts";
import { readyRule, sprintPlan, stageRules } from "./settle.ts";
import { verdictOf } from "./verdict.ts";
import { worklistOf } from "./worklist.ts";

const flatten = ({ more, at, ...point }: Point) => ({ ...more, ...point, at: toIso(at) });

/** Titles and links join items only here, by the one function that may give them. */
const withTitles = (
  extra: Record<string, unknown>,
  publish: (id: string) => Publishable,
): Record<string, unknown> => {
  type Named = { id: string };
  const name = <T extends Named>(item: T): T & Publishable => ({ ...item, ...publish(item.id) });
  const shelves = extra.nextSprints as { items: Named[] }[] | null | undefined;
  return {
    ...extra,
    ...(shelves ? { nextSprints: shelves.map((shelf) => ({ ...shelf, items: shelf.items.map(name) })) } : {}),
    ...(extra.movers ? { movers: (extra.movers as Named[]).map(name) } : {}),
  };
};

const publishMetric = (
  metric: Metric,
  result: Measured,
  options: MetricOptions & { publish: (id: string) => Publishable },
): Record<string, unknown> => {
  const { extra, series, ...rest } = result;
  return {
    title: metric.title,
    question: metric.question,
    unit: metric.unit === "size a sprint" ? `${options.sizing.unit} a sprint` : metric.unit,
    chart: metric.chart,
    band: metric.band(options),
    columns: metric.columns,
    ...rest,
    series: series.map(flatten),
    ...withTitles(extra, options.publish),
  };
};

/** The last annotation that says that a new baseline begins: what was before is another process. */
const baselineFrom = (team: TeamConfig, asOf: number): number | null =>
  team.annotations
    .filter(({ newBaseline }) => newBaseline)
    .map(({ on }) => startOfDay(on, team.timezone))
    .filter((start) => start <= asOf)
    .reduce<number | null>((latest, start) => Math.max(latest ?? start, start), null);

export type ReportInput = {
  team: TeamConfig;
  history: History;
  sessions: readonly Session[] | null;
  /** What reading the refinement log found. */
  findings: readonly Finding[];
  asOf: number;
};

export const openTeam = ({
  team,
  history,
  asOf,
}: Pick<ReportInput, "team" | "history" | "asOf">): Backlog => {
  const plan = sprintPlan(team);
  return openBacklog(history, {
    asOf,
    zone: team.timezone,
    sprints: plan === null ? [] : planSprints(plan, { zone: team.timezone, asOf }),
    match: team.sprints?.match ?? null,
    stages: stageRules(team),
    rule: readyRule(team),
  });
};

/** Everything that is published about a team: a pure function of its history, its log, its configuration and as-of. */
export const buildReport = (input: ReportInput): Report => {
  const { team, history, asOf } = input;
  const backlog = openTeam(input);
  const sizing = sizingOf(backlog, { sprints: team.velocity.sprints, unit: team.unit });
  const publish = publisher(team, backlog);
  const options: MetricOptions = {
    band: team.band,
    sizing,
    capacity: team.capacity,
    sessions: input.sessions,
    guideline: team.effort.guideline,
    baselineFrom: baselineFrom(team, asOf),
  };
  const results = new Map(metrics.map((metric) => [metric.id, measureMetric(metric, backlog, options)]));
  const names = new Map(backlog.sprints.map((sprint) => [sprint.id, sprint.name]));
  const depth = results.get("ready-depth")!;
  const last = backlog.observations.at(-1);
  const mapped = [
    ...team.statuses.started,
    ...team.statuses.finished,
    ...team.statuses.dropped,
    ...(team.ready?.status ?? []),
  ];
  return {
    schemaVersion: SCHEMA_VERSION,
    asOf: toIso(asOf),
    dataAsOf: last ? toIso(last.at) : null,
    team: { id: team.id, name: team.name, timezone: team.timezone, unit: sizing.unit },
    rule: ruleInWords(backlog.ruleAt(asOf).rule),
    sprints: begunSprints(backlog).map(({ id, name, start, end }) => ({
      id,
      name,
      start: toIso(start),
      end: toIso(end),
    })),
    observations: describeObservations(backlog),
    metrics: Object.fromEntries(
      metrics.map((metric) => [
        metric.id,
        publishMetric(metric, results.get(metric.id)!, { ...options, publish }),
      ]),
    ) as Report["metrics"],
    ...worklistOf({ backlog, sizing, band: team.band, publish }),
    verdict: verdictOf({
      value: depth.value,
      reason: depth.reason,
      state: depth.state,
      band: team.band,
      series: depth.series.map((point) => ({ name: names.get(point.sprint)!, value: point.value })),
    }),
    insights: findInsights({ results, names, titles: new Map(metrics.map(({ id, title }) => [id, title])) }),
    annotations: team.annotations.map(({ on, text }) => ({ on, text })),
    quality: findQuality({
      backlog,
      history,
      findings: input.findings,
      match: team.sprints?.match ?? null,
      mapped,
    }),
    withheld: withheld(team),
  };
};
