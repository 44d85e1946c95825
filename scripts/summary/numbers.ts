import type { Report, ReportMetric } from "../../src/report/schema.ts";

/** A value and its unit or change stay on one line. */
export const unbroken = (text: string): string => text.replaceAll(" ", "\u00a0");

const shown = (value: number): string => (Math.round(value * 10) / 10).toFixed(1).replace(/\.0$/, "");

/** `−0.3` and `+1.2`: what changed since the last published report, `=` when nothing did. */
const change = (now: number, before: number | null | undefined): string => {
  if (before === null || before === undefined) return "";
  const difference = Math.round((now - before) * 10) / 10;
  if (difference === 0) return " (=)";
  return ` (${difference > 0 ? "+" : "−"}${shown(Math.abs(difference))})`;
};

/** A headline and its change; an unknown one says so, and is never a 0. */
export const headline = (metric: ReportMetric, before: ReportMetric | undefined, unit: string): string => {
  if (metric.value === null) return "not known";
  return `${shown(metric.value)}${unit}${change(metric.value, before?.value)}`;
};

const LEVELS: Readonly<Record<Report["verdict"]["level"], string>> = {
  below: "below",
  within: "within",
  above: "above",
  unknown: "not known",
};

export const bandWord = (report: Report): string => LEVELS[report.verdict.level];

/** Whole days from the last observation to as-of. */
export const ageOf = (report: Report): string => {
  if (report.dataAsOf === null) return "no data yet";
  const days = Math.floor((Date.parse(report.asOf) - Date.parse(report.dataAsOf)) / 86_400_000);
  const day = report.dataAsOf.slice(0, 10);
  return days === 0 ? day : `${day}, ${days} ${days === 1 ? "day" : "days"} old`;
};

const SKIPPED = new Set(["row-unreadable", "row-repeated", "session-unreadable"]);

/** Rows that the team gave and that count nowhere. */
export const rowsNotRead = (report: Report): number =>
  report.quality.filter(({ id }) => SKIPPED.has(id)).reduce((total, { count }) => total + count, 0);
