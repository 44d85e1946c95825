import { formatAmount, formatCount, formatNumber, numberOrNull } from "../../charts/numbers.ts";
import type { Report, ReportMetric, ReportPoint } from "../../report/schema.ts";
import { reasonSentence } from "./words.ts";

const sprintName = (report: Report, id: string): string =>
  report.sprints.find((sprint) => sprint.id === id)?.name ?? id;

/** The points with a value, newest last; of a metric about whole sprints the running one says nothing yet. */
const knownPoints = (metric: ReportMetric, withRunning: boolean): ReportPoint[] =>
  metric.series.filter((point) => point.value !== null && (withRunning || !point.running));

const comparison = (now: number | null, before: number | null | undefined, unit: string): string => {
  if (now === null || before === null || before === undefined) return "";
  const was = formatAmount(before, unit.startsWith("%") ? "%" : unit);
  const is = formatAmount(now, unit.startsWith("%") ? "%" : unit);
  if (is === was) return ", as in the sprint before";
  return `, ${now > before ? "up" : "down"} from ${was}`;
};

const depthSentence = (report: Report): string => {
  const metric = report.metrics["ready-depth"];
  const size = numberOrNull(metric.inputs.readySize);
  const velocity = numberOrNull(metric.inputs.velocity);
  const noun = report.team.unit === "points" ? "point" : "item";
  const parts: string[] = [];
  if (size !== null && velocity !== null) {
    parts.push(`${formatCount(size, noun)} ready ÷ ${formatNumber(velocity)} a sprint.`);
  }
  const last = knownPoints(metric, true).at(-1);
  if (last?.value !== undefined && last.value !== null) {
    parts.push(`It was ${formatNumber(last.value)} at the start of ${sprintName(report, last.sprint)}.`);
  }
  return parts.join(" ");
};

const effortWords = (point: ReportPoint): string => {
  const hours = numberOrNull(point.hours);
  const capacity = numberOrNull(point.capacity);
  return hours === null || capacity === null
    ? ""
    : `${formatNumber(hours)} of ${formatNumber(capacity)} hours `;
};

const churnWords = (point: ReportPoint): string => {
  const moves = numberOrNull(point.moves);
  const survivors = numberOrNull(point.survivors);
  if (moves === null) return "";
  // The survivors are a mean over the pairs of the sprint; half an item helps nobody.
  return survivors === null
    ? `${formatCount(moves, "move")} `
    : `${formatCount(moves, "move")} among ${formatCount(Math.round(survivors), "item")} `;
};

const sprintSentence = (
  report: Report,
  metric: ReportMetric,
  words: (point: ReportPoint) => string,
): string => {
  const points = knownPoints(metric, false);
  const last = points.at(-1);
  if (last === undefined) return "";
  const said = `${words(last)}in ${sprintName(report, last.sprint)}${comparison(last.value, points.at(-2)?.value, metric.unit)}.`;
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
};

/** Of a metric whose headline is not the last sprint's own value, that value beside it. */
const lastSprintSentence = (report: Report, metric: ReportMetric): string => {
  const points = knownPoints(metric, false);
  const last = points.at(-1);
  if (last === undefined || last.value === null) return "";
  const unit = metric.unit.startsWith("%") ? "%" : metric.unit;
  const change = comparison(last.value, points.at(-2)?.value, metric.unit);
  return `${sprintName(report, last.sprint)}: ${formatAmount(last.value, unit)}${change}.`;
};

/** The one sentence under a headline: what it is made of and what changed, or why it is unknown. */
export const headlineSentence = (report: Report, id: string): string => {
  const metric = report.metrics[id];
  if (metric === undefined) return "";
  if (metric.value === null) return reasonSentence(metric);
  if (id === "ready-depth") return depthSentence(report);
  if (id === "refinement-effort") return sprintSentence(report, metric, effortWords);
  if (id === "order-churn") return sprintSentence(report, metric, churnWords);
  return lastSprintSentence(report, metric);
};
