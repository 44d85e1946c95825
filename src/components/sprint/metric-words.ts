import { describeBand, formatAmount, formatNumber } from "../../charts/numbers.ts";
import { shown } from "../../lib/words.ts";
import type { Report, ReportMetric } from "../../report/schema.ts";
import { metricPath } from "../text/site-path.ts";

export interface KitPoint {
  value: number | null;
  words: string;
}

/** A metric of the kit, with what is said of it in the same words whatever the sprint. */
export interface KitMetric {
  id: string;
  metric: ReportMetric;
  title: string;
  /** Its page. */
  href: string;
  usual: string;
  /** What it was in each sprint. */
  points: ReadonlyMap<string, KitPoint>;
  /** Of a value on that side of the band. */
  below: string;
  above: string;
}

export const NOT_KNOWN = "not known";

/** Units that a title need not say: none, a ratio, and those that stand beside every value. */
const BARE_UNITS = /^(ratio$|%|$)/u;
/** A little more than what rounding to one decimal can change. */
const ROUNDING = 0.051;

const amountIn = (unit: string, value: number): string =>
  unit.startsWith("%") ? formatAmount(value, "%") : formatNumber(value);

/** With as many decimals as keep it on its side of the band: 1.98 is not the 2 that the band begins with. */
const besideBand = ({ unit, band }: ReportMetric, value: number | null): string => {
  if (value === null) return NOT_KNOWN;
  const isOther = (end: number | null): boolean =>
    end !== null && Math.abs(value - end) <= ROUNDING && value < end !== Number(value.toFixed(1)) < end;
  if (band === null || !band.some(isOther)) return amountIn(unit, value);
  return `${shown(value, 2)}${unit.startsWith("%") ? "\u00a0%" : ""}`;
};

const usualWords = ({ limits, unit }: ReportMetric): string => {
  if (limits === null) return "not known yet";
  const upper = amountIn(unit, limits.upper);
  return limits.clamped ? `up to ${upper}` : `${amountIn(unit, limits.lower)} to ${upper}`;
};

const kitMetric = (team: string, id: string, metric: ReportMetric): KitMetric => {
  const own = BARE_UNITS.test(metric.unit) ? "" : `, ${metric.unit}`;
  const place = id === "ready-depth" ? " at the start" : "";
  const band = describeBand(metric.band) ?? "";
  return {
    id,
    metric,
    title: `${metric.title}${place}${own}`,
    href: metricPath(team, id),
    usual: usualWords(metric),
    points: new Map(
      metric.series.map(({ sprint, value }) => [sprint, { value, words: besideBand(metric, value) }]),
    ),
    below: `below the band of ${band}`,
    above: `above the ${metric.band?.[0] === null ? "guideline, " : "band of "}${band}`,
  };
};

const byReport = new WeakMap<Report, KitMetric[]>();

/** Every metric that has a series, in the report's order. Made once, since every sprint of the report has a page. */
export const kitMetrics = (report: Report): KitMetric[] => {
  let metrics = byReport.get(report);
  if (metrics === undefined) {
    metrics = Object.entries(report.metrics)
      .filter(([, { series }]) => series.length > 0)
      .map(([id, metric]) => kitMetric(report.team.id, id, metric));
    byReport.set(report, metrics);
  }
  return metrics;
};
