import type { Basis, Report, ReportMetric } from "../report/schema.ts";
import { type Scale, scaleOf } from "./scale.ts";
import { type Mark, marksOf } from "./trend-marks.ts";

export type SignalRule = ReportMetric["signals"][number]["rule"];

export interface TrendPoint {
  label: string;
  value: number | null;
  running: boolean;
  basis: Basis;
  /** The rule by which the point stands out from what is usual, or null. */
  signal: SignalRule | null;
}

/** What the process does by itself. A lower limit that is clamped means nothing and is null. */
interface TrendLimits {
  centre: number;
  upper: number;
  lower: number | null;
}

/** What both drawings of a metric need: the one made at build and the one that wakes in the browser. */
export interface TrendModel {
  title: string;
  kind: "line" | "bar";
  unit: string;
  band: [number | null, number | null] | null;
  limits: TrendLimits | null;
  points: TrendPoint[];
  marks: Mark[];
  scale: Scale;
}

const isNumber = (value: number | null | undefined): value is number => value != null;

const limitsOf = ({ limits }: ReportMetric): TrendLimits | null =>
  limits === null
    ? null
    : { centre: limits.centre, upper: limits.upper, lower: limits.clamped ? null : limits.lower };

export const trendModel = (
  report: Pick<Report, "sprints"> & Partial<Pick<Report, "annotations">>,
  metric: ReportMetric,
): TrendModel => {
  const sprints = new Map(report.sprints.map((sprint) => [sprint.id, sprint]));
  const signals = new Map(metric.signals.map(({ sprint, rule }) => [sprint, rule]));
  const points = metric.series.map(({ sprint, value, running, basis }) => ({
    label: sprints.get(sprint)?.name ?? sprint,
    value,
    running,
    basis,
    signal: signals.get(sprint) ?? null,
  }));
  const limits = limitsOf(metric);
  const extent = [
    ...points.map((point) => point.value),
    ...(metric.band ?? []),
    limits?.upper,
    limits?.lower,
  ].filter(isNumber);
  return {
    title: metric.title,
    kind: metric.chart,
    unit: metric.unit,
    band: metric.band,
    limits,
    points,
    marks: marksOf(
      report.annotations ?? [],
      metric.series.map(({ sprint }) => sprints.get(sprint)),
    ),
    scale: scaleOf(extent),
  };
};
