import type { Report, ReportMetric } from "../../report/schema.ts";
import type { CsvCell } from "./csv.ts";

/** A metric's series for the download, oldest first, in full precision; an unknown value is an empty cell. */
export const seriesRows = (report: Pick<Report, "sprints">, metric: ReportMetric): CsvCell[][] => {
  const sprints = new Map(report.sprints.map((sprint) => [sprint.id, sprint]));
  const head = ["sprint", "name", "start", "end", "at", "value", "unit", "basis", "running"];
  const columns = metric.columns.map((column) => column.key);
  const rows = metric.series.map((point) => {
    const sprint = sprints.get(point.sprint);
    return [
      point.sprint,
      sprint?.name ?? null,
      sprint?.start ?? null,
      sprint?.end ?? null,
      point.at,
      point.value,
      metric.unit,
      point.basis,
      point.running,
      ...columns.map((key) => point[key] ?? null),
    ];
  });
  return [[...head, ...columns], ...rows];
};
