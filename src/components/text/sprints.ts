import type { Report, ReportMetric, ReportPoint } from "../../report/schema.ts";
import { formatDate, formatLastDay } from "./dates.ts";

export type Sprint = Report["sprints"][number];

export const hasEnded = (sprint: Sprint, report: Pick<Report, "asOf">): boolean =>
  Date.parse(sprint.end) <= Date.parse(report.asOf);

/** The newest sprint that has ended, or null. */
export const lastEndedSprint = (report: Pick<Report, "sprints" | "asOf">): Sprint | null =>
  report.sprints.findLast((sprint) => hasEnded(sprint, report)) ?? null;

/** First and last day. @example "6 Apr 2026 to 19 Apr 2026" */
export const sprintDays = (sprint: Sprint, zone: string): string =>
  `${formatDate(sprint.start, zone)} to ${formatLastDay(sprint.end, zone)}`;

const series = new WeakMap<ReportMetric, Map<string, ReportPoint>>();

/** A metric's point of a sprint, or null. Remembered, since every sprint has a page and asks every metric. */
export const pointOf = (metric: ReportMetric, sprint: string | undefined): ReportPoint | null => {
  let points = series.get(metric);
  if (points === undefined) {
    points = new Map(metric.series.map((point) => [point.sprint, point]));
    series.set(metric, points);
  }
  return points.get(sprint ?? "") ?? null;
};
