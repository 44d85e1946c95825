import type { Basis, Report, ReportMetric } from "../report/schema.ts";
import { type Scale, scaleOf } from "./scale.ts";

export interface TrendPoint {
  label: string;
  value: number | null;
  running: boolean;
  basis: Basis;
}

/** What both drawings of a metric need: the one made at build and the one that wakes in the browser. */
export interface TrendModel {
  title: string;
  kind: "line" | "bar";
  unit: string;
  band: [number | null, number | null] | null;
  points: TrendPoint[];
  scale: Scale;
}

const isNumber = (value: number | null): value is number => value !== null;

export const trendModel = (report: Pick<Report, "sprints">, metric: ReportMetric): TrendModel => {
  const names = new Map(report.sprints.map((sprint) => [sprint.id, sprint.name]));
  const points = metric.series.map(({ sprint, value, running, basis }) => ({
    label: names.get(sprint) ?? sprint,
    value,
    running,
    basis,
  }));
  const extent = [...points.map((point) => point.value), ...(metric.band ?? [])].filter(isNumber);
  return {
    title: metric.title,
    kind: metric.chart,
    unit: metric.unit,
    band: metric.band,
    points,
    scale: scaleOf(extent),
  };
};
