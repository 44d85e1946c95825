import { type Backlog, begunSprints } from "../../history/backlog.ts";
import type { MetricOptions, Point } from "../define.ts";
import { depthAt, depthBasis } from "./depth.ts";

export type Quadrant = "converging" | "under-invested" | "over-refining" | "not converging";

/** One ended sprint: what refinement cost in percent of capacity, and how deep the ready work was at its end. */
export type EffortDepth = {
  sprint: string;
  effort: number | null;
  depth: number | null;
  /** `null` where effort or depth is unknown. */
  quadrant: Quadrant | null;
};

/** How far a depth lies outside the band; 0 in it. */
const outside = (depth: number, [lower, upper]: readonly [number, number]): number =>
  Math.max(lower - depth, depth - upper, 0);

/**
 * Where a sprint stands (metrics.md §2, "Effort × depth"). Converging: the depth is in the band, or came nearer to it
 * in the sprint. Else above the band it is refined beyond what is wanted; below it, the effort says whether little was
 * put in or much to no avail.
 * @param options.before depth at the sprint's start, before its planning; without it the level alone decides
 */
export const quadrantOf = (options: {
  effort: number;
  depth: number;
  before: number | null;
  band: readonly [number, number];
  guideline: number;
}): Quadrant => {
  const { effort, depth, before, band, guideline } = options;
  const away = outside(depth, band);
  if (away === 0 || (before !== null && away < outside(before, band))) return "converging";
  if (depth > band[1]) return "over-refining";
  return effort > guideline ? "not converging" : "under-invested";
};

/** Every ended sprint as a point: its effort, and depth at its end, before the planning of the next. */
export const effortDepths = (
  backlog: Backlog,
  options: MetricOptions,
  efforts: readonly Point[],
): EffortDepth[] => {
  const { sizing, band, guideline } = options;
  const known = new Map<number, number | null>();
  const depthOf = (t: number): number | null => {
    const found = known.get(t);
    if (found !== undefined) return found;
    const { unknown } = backlog.ruleAt(t);
    const isKnown = unknown === null && depthBasis(backlog, sizing, t) !== "gap";
    const depth = isKnown ? depthAt(backlog, sizing, { t, beforePlanning: true }).value : null;
    known.set(t, depth);
    return depth;
  };
  return begunSprints(backlog).flatMap(({ id, start, end }, index) => {
    if (end > backlog.asOf) return [];
    const effort = efforts[index]!.value;
    const depth = depthOf(end);
    const quadrant =
      effort === null || depth === null
        ? null
        : quadrantOf({ effort, depth, before: depthOf(start), band, guideline });
    return [{ sprint: id, effort, depth, quadrant }];
  });
};
