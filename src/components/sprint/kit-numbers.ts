import { describeBand, formatAmount, formatNumber } from "../../charts/numbers.ts";
import { percentOn } from "../../charts/scale.ts";
import { shown } from "../../lib/words.ts";
import type { Report, ReportMetric } from "../../report/schema.ts";
import { pointOf } from "../text/sprints.ts";

/** A metric of one sprint, beside the sprint before and what is usual. Places are in percent from the left. */
export interface KitNumber {
  id: string;
  title: string;
  now: string;
  before: string;
  usual: string;
  /** What to make of it, in words. */
  says: string;
  isSignal: boolean;
  strip: { now: number; before: number | null; from: number; to: number; centre: number } | null;
}

const RULES: Record<ReportMetric["signals"][number]["rule"], string> = {
  outside: "outside the limits",
  eight: "eight or more in a row on one side of the mean",
  "three-of-four": "three of four near a limit",
};
/** Room at both ends of a strip, as a share of what it shows. */
const MARGIN = 0.08;

/** Units that a title need not say: none, a ratio, and those that stand beside every value. */
const BARE_UNITS = /^(ratio$|%|$)/u;

const amountIn =
  (unit: string) =>
  (value: number | null | undefined): string => {
    if (value == null) return "not known";
    return unit.startsWith("%") ? formatAmount(value, "%") : formatNumber(value);
  };

/** With as many decimals as keep it on its side of the band: 1.98 is not the 2 that the band begins with. */
const besideBand = (metric: ReportMetric, value: number | null): string => {
  const amount = amountIn(metric.unit);
  if (value === null || metric.band === null) return amount(value);
  const sideOf = (number: number): number =>
    (metric.band ?? []).filter((end) => end !== null && number < end).length;
  if (sideOf(Number(value.toFixed(1))) === sideOf(value)) return amount(value);
  return `${shown(value, 2)}${metric.unit.startsWith("%") ? "\u00a0%" : ""}`;
};

const wordsOfUsual = ({ limits, unit }: ReportMetric): string => {
  if (limits === null) return "not known yet";
  const amount = amountIn(unit);
  return limits.clamped
    ? `up to ${amount(limits.upper)}`
    : `${amount(limits.lower)} to ${amount(limits.upper)}`;
};

const usual = new WeakMap<ReportMetric, string>();

/** The same for every sprint of a metric, and each has a page. */
const usualWords = (metric: ReportMetric): string => {
  const words = usual.get(metric) ?? wordsOfUsual(metric);
  usual.set(metric, words);
  return words;
};

const stripOf = (metric: ReportMetric, now: number | null, before: number | null): KitNumber["strip"] => {
  const { limits } = metric;
  if (limits === null || now === null) return null;
  const lower = limits.clamped ? Math.min(0, limits.lower) : limits.lower;
  const ends = [lower, limits.upper, now, ...(before === null ? [] : [before])];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const room = (high - low || 1) * MARGIN;
  const at = (value: number): number => percentOn({ min: low - room, max: high + room }, value);
  return {
    now: at(now),
    before: before === null ? null : at(before),
    from: at(lower),
    to: at(limits.upper),
    centre: at(limits.centre),
  };
};

const bandWords = (metric: ReportMetric, value: number): string | null => {
  const wanted = describeBand(metric.band);
  if (metric.band === null || wanted === null) return null;
  const [lower, upper] = metric.band;
  if (lower !== null && value < lower) return `below the band of ${wanted}`;
  if (upper !== null && value > upper)
    return `above the ${lower === null ? "guideline, " : "band of "}${wanted}`;
  return null;
};

const saysOf = (
  metric: ReportMetric,
  sprint: string,
  now: number | null,
): { says: string; isSignal: boolean } => {
  if (now === null) return { says: metric.state === "ok" ? "" : (metric.reason ?? ""), isSignal: false };
  const signal = metric.signals.find((entry) => entry.sprint === sprint);
  const band = bandWords(metric, now);
  const noise = metric.limits === null ? null : "within what is usual";
  const words = signal === undefined ? noise : `signal: ${RULES[signal.rule]}`;
  return { says: [words, band].filter((part) => part !== null).join("; "), isSignal: signal !== undefined };
};

/** Of a sprint: every metric that has a series, in the report's order. */
export const kitNumbers = (report: Report, sprint: string, previous: string | undefined): KitNumber[] =>
  Object.entries(report.metrics).flatMap(([id, metric]) => {
    if (metric.series.length === 0) return [];
    const now = pointOf(metric, sprint)?.value ?? null;
    const before = pointOf(metric, previous)?.value ?? null;
    const own = BARE_UNITS.test(metric.unit) ? "" : `, ${metric.unit}`;
    const place = id === "ready-depth" ? " at the start" : "";
    return [
      {
        id,
        title: `${metric.title}${place}${own}`,
        now: besideBand(metric, now),
        before: besideBand(metric, before),
        usual: usualWords(metric),
        ...saysOf(metric, sprint, now),
        strip: stripOf(metric, now, before),
      },
    ];
  });
