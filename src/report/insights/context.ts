import { shown } from "../../lib/words.ts";
import type { Measured, Metric, Point } from "../../metrics/define.ts";
import type { EffortDepth } from "../../metrics/parts/effort-depth.ts";
import type { Report } from "../schema.ts";
import { shownWithin } from "../verdict.ts";

/** A sentence about one metric, which its figure on the page proves. */
export type Insight = Report["insights"][number];

/** The numbers from which sentences are chosen. */
export type Findings = {
  results: ReadonlyMap<string, Measured>;
  metrics: ReadonlyMap<string, Pick<Metric, "title" | "unit">>;
  /** Of the begun sprints, by id, oldest first. */
  names: ReadonlyMap<string, string>;
  band: readonly [number, number];
  guideline: number;
  /** What sizes are in. */
  unit: string;
  agenda: Report["agenda"];
  /** Sprints whose plan somebody looked at within the day in which it is made. */
  planned: ReadonlySet<string>;
};

/** One thing that may be worth saying; `null` when it is not. */
export type Rule = (findings: Findings) => Insight | null;

/** A metric's point of the last ended sprint with the known one right before it. */
export const lastEnded = (
  { results }: Findings,
  id: string,
): { point: Point & { value: number }; before: number | null } | null => {
  const series = results.get(id)?.series.filter(({ running }) => !running) ?? [];
  const [before, point] = [series.at(-2), series.at(-1)];
  if (point === undefined || point.value === null) return null;
  return { point: { ...point, value: point.value }, before: before?.value ?? null };
};

/** A published input of a metric, where it is a number. */
export const inputOf = ({ results }: Findings, id: string, key: string): number | null => {
  const value = results.get(id)?.inputs[key];
  return typeof value === "number" ? value : null;
};

/** Every ended sprint's effort, depth and quadrant. */
export const effortDepthOf = ({ results }: Findings): readonly EffortDepth[] =>
  (results.get("refinement-effort")?.extra.effortDepth as EffortDepth[] | undefined) ?? [];

/** Sprints of ready work, with as many decimals as keep them on their side of the band. */
export const sprintsOf = (depth: number, band: Findings["band"]): string => {
  const value = shownWithin(depth, band);
  return `${value} ${value === "1" ? "sprint" : "sprints"}`;
};

/** A value with its unit, as a sentence says it. */
export const measure = (value: number, { unit }: Pick<Metric, "unit">, sizes: string): string => {
  if (unit === "ratio") return shown(value);
  const word = unit.replace(/^size/, sizes).replace(/ a sprint$/, "");
  return `${shown(value)} ${value === 1 ? word.replace(/s$/, "").replace(/^people$/, "person") : word}`;
};

/** How a number moved against the one before, where the page would show a difference. */
export const change = (from: number, to: number): string =>
  shown(from) === shown(to)
    ? `unchanged from ${shown(from)}`
    : `${to > from ? "up" : "down"} from ${shown(from)}`;
