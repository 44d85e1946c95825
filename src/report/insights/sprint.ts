import { plural, shown } from "../../lib/words.ts";
import { inputOf, lastEnded, type Rule } from "./context.ts";

/** metrics.md §3: at 1 the depth holds steady. So far from it a sprint is worth a word. */
const RATE_HOLDS = 1;
const RATE_WORTH = 0.2;
/** Percent of a Sprint Backlog from which its change is worth a word. */
const SCOPE_WORTH = 25;
/** Percentage points from which ready and unready items are told apart. */
const PAYOFF_WORTH = 5;

/** What went into the sprint before it was ready. */
export const pulledUnready: Rule = (findings) => {
  const last = lastEnded(findings, "unready-pulls");
  if (last === null || last.point.value === 0) return null;
  const { entered, unready } = last.point.more;
  return {
    metric: "unready-pulls",
    text: `${shown(unready!)} of ${plural(entered!, "item")} entered ${findings.names.get(last.point.sprint)} before ${unready === 1 ? "it was" : "they were"} ready, ${shown(last.point.value, 0)} %.`,
  };
};

/** Whether it paid to have items ready. */
export const readyPaysOff: Rule = (findings) => {
  const value = findings.results.get("ready-payoff")?.value ?? null;
  const [ready, readyFinished, unready, unreadyFinished] = (
    ["ready", "readyFinished", "unready", "unreadyFinished"] as const
  ).map((key) => inputOf(findings, "ready-payoff", key));
  if (value === null || Math.abs(value) < PAYOFF_WORTH || !ready || !unready) return null;
  const share = (part: number | null | undefined, of: number): string => shown(((part ?? 0) / of) * 100, 0);
  return {
    metric: "ready-payoff",
    text: `Over the last 10 sprints, ${share(readyFinished, ready)} % of the items that were ready when pulled were finished in their sprint, and ${share(unreadyFinished, unready)} % of the others.`,
  };
};

/** Whether refinement keeps up with what sprints take. */
export const keepingUp: Rule = (findings) => {
  const last = lastEnded(findings, "refinement-rate");
  if (last === null || Math.abs(last.point.value - RATE_HOLDS) < RATE_WORTH) return null;
  const value = shown(last.point.value);
  const what =
    last.point.value === 0 ? "Nothing" : `Work worth ${value} ${value === "1" ? "sprint" : "sprints"}`;
  return {
    metric: "refinement-rate",
    text: `${what} became ready in ${findings.names.get(last.point.sprint)}; work worth 1 sprint holds the depth steady.`,
  };
};

/** How much the order was rearranged, and how much of that came to nothing. */
export const rearranged: Rule = (findings) => {
  const last = lastEnded(findings, "order-churn");
  if (last === null || last.point.value === 0) return null;
  const { moves, thrash } = last.point.more;
  const undone = thrash ? ` ${shown(thrash * 100, 0)} % of the rearranging was undone again.` : "";
  return {
    metric: "order-churn",
    text: `${plural(moves!, "move")} rearranged the order in ${findings.names.get(last.point.sprint)}, ${shown(last.point.value, 0)} for every 100 items that stayed.${undone}`,
  };
};

/** How far the sprint went from its plan. */
export const scopeMoved: Rule = (findings) => {
  const last = lastEnded(findings, "sprint-scope-change");
  if (last === null || last.point.value < SCOPE_WORTH) return null;
  // Seen days later, the plan itself looks like a change of it.
  if (!findings.planned.has(last.point.sprint)) return null;
  const { added, removed } = last.point.more;
  return {
    metric: "sprint-scope-change",
    text: `After its first day the Sprint Backlog of ${findings.names.get(last.point.sprint)} changed by ${shown(last.point.value, 0)} %: ${shown(added!)} added, ${shown(removed!)} removed.`,
  };
};
