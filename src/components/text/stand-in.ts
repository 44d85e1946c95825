import type { Report, ReportMetric } from "../../report/schema.ts";

export type Shown = {
  id: string;
  metric: ReportMetric;
  /** It stands in for another number, of which nothing is logged. */
  isEstimate: boolean;
};

/** The metric that is shown in a headline's place: refinement activity, as an estimate, where no effort is logged. */
export const shownIn = (report: Report, id: "ready-depth" | "refinement-effort" | "order-churn"): Shown => {
  const { instead } = report.metrics["refinement-effort"];
  const standIn = id === "refinement-effort" && instead !== null ? report.metrics[instead] : undefined;
  return standIn && standIn.value !== null
    ? { id: instead!, metric: standIn, isEstimate: true }
    : { id, metric: report.metrics[id], isEstimate: false };
};
