import type { MetricResult, Point } from "../define.ts";

/** The headline of a metric by sprint: the value of the last ended one, or what is missing, counted. */
export const headlineOf = (options: {
  series: Point[];
  /** The last ended sprint's. */
  last: Point | undefined;
  missing: string | null;
}): Pick<MetricResult, "state" | "reason" | "value" | "interval" | "series"> => {
  const { series, last, missing } = options;
  return {
    state: missing === null ? "ok" : "insufficient-data",
    reason: missing,
    value: missing === null ? (last?.value ?? null) : null,
    interval: null,
    series,
  };
};
