import { formatCount } from "../../charts/numbers.ts";
import type { ReportMetric, State } from "../../report/schema.ts";

/** What an item lacks, by the keys of the ready rule. */
const LACKS: Record<string, string> = {
  status: "status",
  labels: "label",
  estimate: "estimate",
  acceptanceCriteria: "acceptance criteria",
  description: "description",
  notBlocked: "is blocked",
  maxSize: "too big",
};

/** The same for a block, where no heading says "lacks". */
const SHORTCOMING: Record<string, string> = {
  status: "no ready status",
  labels: "no ready label",
  estimate: "no estimate",
  acceptanceCriteria: "no criteria",
  description: "no description",
  notBlocked: "blocked",
  maxSize: "too big",
};

const CHECK_NAMES: Record<string, string> = {
  status: "Status",
  labels: "Label",
  estimate: "Estimate",
  acceptanceCriteria: "Acceptance criteria",
  description: "Description",
  notBlocked: "Not blocked",
  maxSize: "Size",
};

const STATE: Record<Exclude<State, "ok">, string> = {
  "insufficient-data": "not known yet",
  "not-applicable": "not available",
  error: "could not be computed",
};

/** What a percentage is a share of, where the unit alone would not say it. */
const OF_WHAT: Record<string, string> = {
  "refinement-effort": "of capacity",
  "order-churn": "of the order moved",
  readiness: "of the size in the window",
};

export const lackWords = (failed: readonly string[]): string =>
  failed.map((check) => LACKS[check] ?? check).join(", ");

export const shortcoming = (check: string): string => SHORTCOMING[check] ?? check;

export const checkName = (check: string): string => CHECK_NAMES[check] ?? check;

export const stateWords = (state: State): string => (state === "ok" ? "not known" : STATE[state]);

/** The words after the figure of a headline. */
export const unitWords = (metric: string, unit: string): string =>
  unit.startsWith("%") ? (OF_WHAT[metric] ?? unit) : unit;

/** @example unknownSentence(…) → "Not known yet: needs 3 finished sprints, has 2." */
export const unknownSentence = (metric: Pick<ReportMetric, "state" | "reason">): string => {
  const words = stateWords(metric.state);
  const said = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  if (metric.reason === null || metric.reason === "") return `${said}.`;
  return `${said}: ${metric.reason}${/[.!?]$/u.test(metric.reason) ? "" : "."}`;
};

/** The reason alone, for where the state is said already. @example "Needs 3 finished sprints, has 2." */
export const reasonSentence = ({ reason }: Pick<ReportMetric, "reason">): string =>
  reason === null || reason === ""
    ? "The report does not say why."
    : `${reason.charAt(0).toUpperCase()}${reason.slice(1)}${/[.!?]$/u.test(reason) ? "" : "."}`;

/** @example sizeWords(5, "points", true) → "5 points, the median of finished items" */
export const sizeWords = (size: number | null, unit: "points" | "items", imputed: boolean): string => {
  if (size === null) return "size not known";
  const words = formatCount(size, unit === "points" ? "point" : "item");
  return imputed ? `${words}, the median of finished items` : words;
};
