import { begunSprints } from "../history/backlog.ts";
import { toIso } from "../lib/dates.ts";
import type { Measured, Metric, MetricOptions, Point } from "../metrics/define.ts";
import { metrics } from "../metrics/registry.ts";
import type { Finding } from "../model/observation.ts";
import type { Findings } from "./insights/context.ts";
import { findInsights } from "./insights.ts";
import { measureTeam, type TeamInput } from "./measure-team.ts";
import { describeObservations } from "./observations.ts";
import { plansSeen } from "./plans-seen.ts";
import { findQuality } from "./quality.ts";
import { findQuestions } from "./questions.ts";
import { type Publishable, publisher, withheld } from "./redact.ts";
import { minutesPerReadyItem } from "./refinement-pace.ts";
import { ruleInWords } from "./rule-words.ts";
import { type Report, SCHEMA_VERSION } from "./schema.ts";
import { verdictOf } from "./verdict.ts";
import { whatIfOf } from "./what-if.ts";
import { worklistOf } from "./worklist.ts";

const flatten = ({ more, at, ...point }: Point) => ({ ...more, ...point, at: toIso(at) });

/** Titles and links join items only here, by the one function that may give them. */
const withTitles = (
  extra: Record<string, unknown>,
  publish: (id: string) => Publishable,
): Record<string, unknown> => {
  type Named = { id: string };
  const name = <T extends Named>(item: T): T & Publishable => ({ ...item, ...publish(item.id) });
  const bySprint = extra.moversBySprint as { movers: Named[] }[] | undefined;
  const shelves = extra.nextSprints as { items: Named[] }[] | null | undefined;
  /** Items themselves, or a sprint's lists of them. */
  const entry = (one: Record<string, unknown>): Record<string, unknown> =>
    typeof one.id === "string"
      ? name(one as Named)
      : Object.fromEntries(
          Object.entries(one).map(([key, list]) => [key, Array.isArray(list) ? list.map(name) : list]),
        );
  return {
    ...extra,
    ...(shelves ? { nextSprints: shelves.map((shelf) => ({ ...shelf, items: shelf.items.map(name) })) } : {}),
    ...(extra.items ? { items: (extra.items as Record<string, unknown>[]).map(entry) } : {}),
    ...(extra.movers ? { movers: (extra.movers as Named[]).map(name) } : {}),
    ...(bySprint
      ? { moversBySprint: bySprint.map((one) => ({ ...one, movers: one.movers.map(name) })) }
      : {}),
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

export type ReportInput = TeamInput & {
  /** What reading the refinement log found. */
  findings: readonly Finding[];
  /** When the source was last looked at, though nothing had changed since the last observation. */
  lookedAt?: number | null;
};

/** Everything that is published about a team: a pure function of its history, its log, its configuration and as-of. */
export const buildReport = (input: ReportInput): Report => {
  const { team, history, asOf } = input;
  const { backlog, options, results } = measureTeam(input);
  const { sizing } = options;
  const told = history.runs.findLast((run) => run.told !== undefined)?.told ?? null;
  const publish = publisher({ team, backlog, told });
  const names = new Map(begunSprints(backlog).map((sprint) => [sprint.id, sprint.name]));
  const pace = minutesPerReadyItem({ backlog, sessions: input.sessions ?? [], results });
  const work = worklistOf({ backlog, sizing, band: team.band, publish, pace });
  const findings: Findings = {
    results,
    metrics: new Map(metrics.map((metric) => [metric.id, metric])),
    names,
    band: team.band,
    guideline: options.guideline,
    unit: sizing.unit,
    agenda: work.agenda,
    planned: plansSeen(backlog),
  };
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
    dataAsOf: last ? toIso(Math.max(last.at, Math.min(input.lookedAt ?? last.at, asOf))) : null,
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
    ...work,
    verdict: verdictOf({
      value: depth.value,
      reason: depth.reason,
      state: depth.state,
      band: team.band,
      series: depth.series.map((point) => ({ name: names.get(point.sprint)!, value: point.value })),
    }),
    insights: findInsights(findings),
    questions: findQuestions(findings),
    whatIf: whatIfOf({
      backlog,
      sizing,
      velocitySprints: team.velocity.sprints,
      capacity: team.capacity,
      results,
      pace,
    }),
    annotations: team.annotations.map(({ on, text }) => ({ on, text })),
    quality: findQuality({
      backlog,
      history,
      findings: input.findings,
      match: team.sprints?.match ?? null,
      mapped,
      fromTracker: team.sprints?.kind === "source",
    }),
    withheld: withheld({ team, backlog, told }),
  };
};
