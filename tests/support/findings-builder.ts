import type { Measured, Point } from "../../src/metrics/define.ts";
import { metrics } from "../../src/metrics/registry.ts";
import type { Findings } from "../../src/report/insights/context.ts";
import { findInsights } from "../../src/report/insights.ts";
import { frozen } from "./team-builder.ts";

const NAMES = ["Sprint 1", "Sprint 2", "Sprint 3", "Sprint 4"] as const;
const idOf = (name: string): string => name.toLowerCase().replace(" ", "-");
/** A sprint's start, as a metric's points carry it. */
export const startOf = (index: number): number =>
  Date.parse("2026-01-05T00:00:00Z") + index * 14 * 86_400_000;

type PointInput = number | null | { value: number | null; more: Point["more"] };

/** Points of Sprints 1, 2 …; the last of `running` ones has not ended. */
export const points = (values: readonly PointInput[], { running = false } = {}): Point[] =>
  values.map((given, index) => {
    const { value, more } = typeof given === "object" && given !== null ? given : { value: given, more: {} };
    return {
      sprint: idOf(NAMES[index]!),
      at: startOf(index),
      value,
      basis: value === null ? "gap" : "observed",
      running: running && index === values.length - 1,
      more,
    };
  });

export const result = (given: Partial<Measured> = {}): Measured => ({
  state: "ok",
  reason: null,
  value: given.series?.findLast(({ running }) => !running)?.value ?? null,
  interval: null,
  series: [],
  inputs: {},
  extra: {},
  explain: [],
  limits: null,
  signals: [],
  ...given,
});

/** What sentences are chosen from, with nothing in it but what is given. */
export const findings = (
  results: Record<string, Partial<Measured>>,
  more: Partial<Findings> = {},
): Findings => ({
  results: new Map(Object.entries(results).map(([id, given]) => [id, frozen(result(given))])),
  metrics: new Map(metrics.map((metric) => [metric.id, metric])),
  names: new Map(NAMES.map((name) => [idOf(name), name])),
  band: [2, 3],
  guideline: 10,
  unit: "points",
  agenda: null,
  planned: new Set(NAMES.map(idOf)),
  ...more,
});

/** What the insights say, one a line, each with its metric. */
export const said = (results: Parameters<typeof findings>[0], more?: Partial<Findings>): string =>
  findInsights(findings(results, more))
    .map(({ metric, text }) => `${metric}: ${text}`)
    .join("\n");
