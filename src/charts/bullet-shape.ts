import type { ReportMetric } from "../report/schema.ts";
import { describeBand, formatAmount, formatNumber } from "./numbers.ts";
import { percentOn } from "./scale.ts";

interface Span {
  from: number;
  to: number;
}

interface Label {
  text: string;
  x: number;
  anchor: "start" | "middle" | "end";
}

/** A bullet's parts in percent from the left, and what it says in words. */
export interface BulletShape {
  value: number;
  /** The band that is wanted, or where there is none, what is usual: never both, never mixed. */
  zone: (Span & { kind: "wanted" | "usual" }) | null;
  interval: Span | null;
  labels: Label[];
  said: string;
}

/** Room to the right of the zone, so that "above" has somewhere to be. */
const HEADROOM = 4 / 3;
/** A label nearer than this to the left end would run into the 0. */
const LEFT_EDGE = 12;
const RIGHT_EDGE = 88;

const anchorAt = (x: number): Label["anchor"] => (x > RIGHT_EDGE ? "end" : "middle");

const zoneOf = (
  metric: ReportMetric,
): { kind: "wanted" | "usual"; lower: number; upper: number | null } | null => {
  if (metric.band !== null) return { kind: "wanted", lower: metric.band[0] ?? 0, upper: metric.band[1] };
  if (metric.limits === null) return null;
  const { lower, upper, clamped } = metric.limits;
  return { kind: "usual", lower: clamped ? 0 : Math.max(0, lower), upper };
};

/** @example of 1.8 sprints in a band of 2 to 3: a scale to 4, the zone from 50 % to 75 %, labels 0, 2, 3 */
export const bulletShape = (metric: ReportMetric, value: number): BulletShape => {
  const zone = zoneOf(metric);
  const interval = metric.interval;
  const highest = Math.max(value, (zone?.upper ?? zone?.lower ?? 0) * HEADROOM, interval?.[1] ?? 0) || 1;
  const at = (amount: number): number => percentOn({ min: 0, max: highest }, amount);
  const sign = metric.unit.startsWith("%") ? "%" : "";
  const amount = (number: number): string =>
    sign === "" ? formatNumber(number) : formatAmount(number, sign);
  const ends = [zone?.lower, zone?.upper].filter((end) => end != null && at(end) > LEFT_EDGE);
  const wanted = describeBand(metric.band);
  const parts = [
    formatAmount(value, metric.unit),
    wanted === null ? null : `band ${wanted}`,
    zone?.kind === "usual" && zone.upper !== null
      ? `usual ${zone.lower === 0 ? "up to" : `from ${amount(zone.lower)} to`} ${amount(zone.upper)}`
      : null,
    interval === null ? null : `80 % interval ${formatNumber(interval[0])} to ${formatNumber(interval[1])}`,
  ];
  return {
    value: at(value),
    zone:
      zone === null
        ? null
        : { kind: zone.kind, from: at(zone.lower), to: zone.upper === null ? 100 : at(zone.upper) },
    interval: interval === null ? null : { from: at(interval[0]), to: at(interval[1]) },
    labels: [
      { text: "0", x: 0, anchor: "start" },
      ...ends.map((end): Label => ({ text: amount(end!), x: at(end!), anchor: anchorAt(at(end!)) })),
    ],
    said: `${parts.filter((part) => part !== null).join(", ")}.`,
  };
};
