import type { Backlog } from "../history/backlog.ts";
import type { Field } from "../model/facts.ts";
import { type Measured, type Metric, type MetricOptions, type MetricResult, without } from "./define.ts";
import { fieldWords } from "./parts/field-words.ts";
import { xmr } from "./parts/xmr.ts";

/** The field that the source cannot know and the metric cannot do without; `null` when there is none. */
const missingField = (metric: Metric, backlog: Backlog): Field | "order" | null => {
  if (!backlog.isKnown) return null;
  for (const need of metric.needs) {
    if (need === "order") {
      if (!backlog.knows("order", backlog.asOf)) return "order";
    } else if (need === "ready") {
      const { unknown } = backlog.ruleAt(backlog.asOf);
      if (unknown !== null) return unknown;
    } else if (!backlog.knows(need, backlog.asOf)) return need;
  }
  return null;
};

/** Limits of a result's series by its baseline, and signals since it began; the running sprint is not over yet. */
const withLimits = (metric: Metric, result: MetricResult, options: MeasureOptions): Measured => {
  if (metric.process === null) return { ...result, limits: null, signals: [] };
  const { minimum, wholeAtStart } = metric.process;
  const starts = new Map(options.backlog.sprints.map((sprint) => [sprint.id, sprint.start]));
  const { from, to } = options.baseline ?? { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  const points = result.series.filter(
    (point) => (wholeAtStart || !point.running) && starts.get(point.sprint)! >= from,
  );
  const baseline = points.filter((point) => starts.get(point.sprint)! < to).length;
  return { ...result, ...xmr(points, { minimum, baseline }) };
};

type MeasureOptions = MetricOptions & { backlog: Backlog };

/**
 * Measures one metric. What the source cannot know makes it not applicable before it runs, and a metric that throws
 * becomes an error result: one metric's fault never takes the page down.
 */
export const measureMetric = (metric: Metric, backlog: Backlog, options: MetricOptions): Measured => {
  const blank = (state: "not-applicable" | "error", reason: string): Measured => ({
    ...without(state, reason),
    ...metric.blank,
    limits: null,
    signals: [],
  });
  const missing = missingField(metric, backlog);
  if (missing !== null) {
    return blank("not-applicable", `the source does not tell ${fieldWords(missing)} (field: ${missing})`);
  }
  try {
    return withLimits(metric, metric.measure(backlog, options), { ...options, backlog });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return blank("error", `${metric.id} failed: ${error.message}`);
  }
};
