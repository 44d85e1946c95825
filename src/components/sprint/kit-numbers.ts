import { percentOn } from "../../charts/scale.ts";
import type { Report, ReportMetric } from "../../report/schema.ts";
import { type KitMetric, type KitPoint, kitMetrics, NOT_KNOWN } from "./metric-words.ts";

/** Where a number, the one before and what is usual stand in a strip, in percent from the left. */
export interface Strip {
  now: number;
  before: number | null;
  from: number;
  to: number;
  centre: number;
}

/** A metric of one sprint, beside the sprint before and what is usual. */
export interface KitNumber {
  id: string;
  title: string;
  href: string;
  now: string;
  before: string;
  usual: string;
  /** What to make of it, in words. */
  says: string;
  isSignal: boolean;
  strip: Strip | null;
}

const RULES: Record<ReportMetric["signals"][number]["rule"], string> = {
  outside: "outside the limits",
  eight: "eight or more in a row on one side of the mean",
  "three-of-four": "three of four near a limit",
};
/** Room at both ends of a strip, as a share of what it shows. */
const MARGIN = 0.08;

const stripOf = ({ limits }: ReportMetric, now: number | null, before: number | null): Strip | null => {
  if (limits === null || now === null) return null;
  const lower = limits.clamped ? Math.min(0, limits.lower) : limits.lower;
  const low = Math.min(lower, limits.upper, now, before ?? now);
  const high = Math.max(lower, limits.upper, now, before ?? now);
  const room = (high - low || 1) * MARGIN;
  const scale = { min: low - room, max: high + room };
  return {
    now: percentOn(scale, now),
    before: before === null ? null : percentOn(scale, before),
    from: percentOn(scale, lower),
    to: percentOn(scale, limits.upper),
    centre: percentOn(scale, limits.centre),
  };
};

const bandWords = ({ metric, below, above }: KitMetric, value: number): string | null => {
  const [lower, upper] = metric.band ?? [null, null];
  if (lower !== null && value < lower) return below;
  return upper !== null && value > upper ? above : null;
};

const saysOf = (of: KitMetric, sprint: string, now: number | null): { says: string; isSignal: boolean } => {
  const { metric } = of;
  if (now === null) return { says: metric.state === "ok" ? "" : (metric.reason ?? ""), isSignal: false };
  const signal = metric.signals.find((entry) => entry.sprint === sprint);
  const band = bandWords(of, now);
  const noise = metric.limits === null ? null : "within what is usual";
  const words = signal === undefined ? noise : `signal: ${RULES[signal.rule]}`;
  const says = words === null || band === null ? (words ?? band ?? "") : `${words}; ${band}`;
  return { says, isSignal: signal !== undefined };
};

/** Of a sprint without a point. */
const UNKNOWN: KitPoint = { value: null, words: NOT_KNOWN };

/** Of a sprint: every metric that has a series, in the report's order. */
export const kitNumbers = (report: Report, sprint: string, previous: string | undefined): KitNumber[] =>
  kitMetrics(report).map((of) => {
    const { id, metric, title, href, usual, points } = of;
    const now = points.get(sprint) ?? UNKNOWN;
    const before = points.get(previous ?? "") ?? UNKNOWN;
    const { says, isSignal } = saysOf(of, sprint, now.value);
    return {
      id,
      title,
      href,
      now: now.words,
      before: before.words,
      usual,
      says,
      isSignal,
      strip: stripOf(metric, now.value, before.value),
    };
  });
