import { plural, shown } from "../../lib/words.ts";
import type { Quadrant } from "../../metrics/parts/effort-depth.ts";
import { change, effortDepthOf, type Insight, lastEnded, type Rule, sprintsOf } from "./context.ts";
import { newSignals } from "./signals.ts";

/** What a sprint outside the band cost, and whether it brought the depth nearer to the band. */
const QUADRANTS: Record<Quadrant, (cost: string, depth: string, place: string) => string> = {
  converging: (cost, depth, place) =>
    `${cost}, and the depth came nearer to its band: ${depth} at the end, ${place} it.`,
  "under-invested": (cost, depth) =>
    `${cost}, within the guideline, and the depth ended at ${depth}, below its band: there is room to refine more.`,
  "over-refining": (cost, depth) =>
    `${cost}, and the depth ended at ${depth}, above its band and no nearer to it: some refinement can wait.`,
  "not converging": (cost, depth) =>
    `${cost}, above the guideline, and the depth ended at ${depth}, below its band and no nearer to it: what a session ends with may matter more than its length.`,
};

/** What refinement cost in the last ended sprint, and what came of it. */
export const effortNow: Rule = (findings): Insight | null => {
  const { names, band } = findings;
  const last = lastEnded(findings, "refinement-effort");
  if (last === null) return null;
  const { sprint, value } = last.point;
  const cost = `Refinement took ${shown(value)} % of capacity in ${names.get(sprint)}`;
  const { depth, quadrant } = effortDepthOf(findings).find((point) => point.sprint === sprint) ?? {};
  const isOutside = depth != null && (depth < band[0] || depth > band[1]);
  if (quadrant && isOutside) {
    const place = depth < band[0] ? "below" : "above";
    const text = QUADRANTS[quadrant](cost, sprintsOf(depth, band), place);
    return { metric: "refinement-effort", text };
  }
  // A signal has said the same, and more.
  if (newSignals(findings).some(({ metric }) => metric === "refinement-effort")) return null;
  const moved = last.before === null ? "" : `, ${change(last.before, value)} %`;
  return { metric: "refinement-effort", text: `${cost}${moved}.` };
};

/** Without a log, what the tracker's events let one guess. */
export const activityInstead: Rule = (findings): Insight | null => {
  if (findings.results.get("refinement-effort")?.extra.instead !== "refinement-activity") return null;
  const last = lastEnded(findings, "refinement-activity");
  if (last === null) return null;
  return {
    metric: "refinement-activity",
    text: `No refinement is logged. By the tracker’s events, ${shown(last.point.value)} % of what people did in ${findings.names.get(last.point.sprint)} was refinement: an estimate.`,
  };
};

/** How many people took part. Never who. */
export const takingPart: Rule = (findings): Insight | null => {
  const last = lastEnded(findings, "participation");
  if (last === null || last.before === null || last.before === last.point.value) return null;
  return {
    metric: "participation",
    text: `${plural(last.point.value, "person", "people")} took part in refinement in the tracker in ${findings.names.get(last.point.sprint)}, ${change(last.before, last.point.value)}.`,
  };
};
