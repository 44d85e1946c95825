import type { Backlog } from "../history/backlog.ts";
import type { Basis } from "../history/knowledge.ts";
import type { Field } from "../model/facts.ts";
import type { Session } from "../model/session.ts";
import type { Sizing } from "./parts/sizing.ts";
import type { Limits, Signal } from "./parts/xmr.ts";

type State = "ok" | "insufficient-data" | "not-applicable" | "error";

/** One sprint of a series. Unknown is a null value with basis `gap`, never 0. */
export type Point = {
  sprint: string;
  at: number;
  value: number | null;
  basis: Basis;
  running: boolean;
  /** Further values, by the keys of the metric's columns. */
  more: Record<string, number | null>;
};

export type Explanation = { title: string; text: string };

export type MetricResult = {
  state: State;
  /** What is missing, counted, or the field that the source cannot know; `null` when ok. */
  reason: string | null;
  value: number | null;
  interval: [number, number] | null;
  series: Point[];
  inputs: Record<string, unknown>;
  /** Further published names of this metric alone. */
  extra: Record<string, unknown>;
  explain: Explanation[];
};

/** A result with its natural limits and what stands out against them; `null` below six known points. */
export type Measured = MetricResult & { limits: Limits | null; signals: Signal[] };

export type Capacity = {
  people: number | null;
  hoursPerDay: number | null;
  daysOff: readonly string[];
  perSprint: Readonly<Record<string, number>>;
};

/**
 * Sprints that begin in `[from, to)` make the natural limits. What was before is another process and is not judged;
 * what comes after is judged by them. `to` is +∞ where the team has not frozen it.
 */
export type Baseline = { from: number; to: number };

/** What a team has settled, as far as a metric may ask for it. */
export type MetricOptions = {
  band: readonly [number, number];
  sizing: Sizing;
  capacity: Capacity | null;
  /** Refinement sessions; `null` where no log exists. */
  sessions: readonly Session[] | null;
  /** Percent of capacity that is drawn as a guideline. */
  guideline: number;
  /** `null`: limits rest on everything. */
  baseline: Baseline | null;
};

export type Metric = {
  id: string;
  title: string;
  unit: string;
  question: string;
  /** Fields without which it means nothing; `order` stands for a place in the backlog. */
  needs: readonly (Field | "order" | "ready")[];
  chart: "line" | "bar";
  /** Further columns of its table and download. */
  columns: readonly { key: string; title: string; unit: string }[];
  /** The team's target, or the metric's own guideline; an open end is null. */
  band: (options: MetricOptions) => [number | null, number | null] | null;
  /** For natural limits: the least value it can take, and whether the running sprint's point is already whole. */
  process: { minimum: number; wholeAtStart: boolean } | null;
  /** Its published names where it cannot be measured: each there, and unknown. */
  blank?: Pick<MetricResult, "inputs" | "extra">;
  /** Pure and synchronous. */
  measure: (backlog: Backlog, options: MetricOptions) => MetricResult;
};

export const defineMetric = (metric: Metric): Metric => metric;

/** A result with nothing in it, for a metric that cannot be measured. */
export const without = (
  state: "insufficient-data" | "not-applicable" | "error",
  reason: string,
): MetricResult => ({
  state,
  reason,
  value: null,
  interval: null,
  series: [],
  inputs: {},
  extra: {},
  explain: [],
});
