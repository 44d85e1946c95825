import type { Basis, ReportMetric } from "../../report/schema.ts";

/** How many points of a series are observed, rebuilt from dates, or not known. */
export const basisCounts = (metric: Pick<ReportMetric, "series">): Record<Basis, number> => {
  const counts: Record<Basis, number> = { observed: 0, rebuilt: 0, gap: 0 };
  for (const point of metric.series) counts[point.basis] += 1;
  return counts;
};
