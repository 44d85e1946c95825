import type { Backlog } from "../../history/backlog.ts";
import type { Basis, Known } from "../../history/knowledge.ts";
import type { Sprint } from "../../model/sprint.ts";

/** Whether what happened in a sprint was seen: its end is covered, and in the running one somebody looked lately. */
export const isSeen = (backlog: Backlog, { end }: Sprint): boolean => {
  const { asOf, toldUntil } = backlog;
  return end > asOf ? backlog.isFresh(asOf) || asOf <= toldUntil : backlog.covers(end);
};

/**
 * On what a count of changes within a sprint rests. Nobody can count changes that nobody looked at: what stood at the
 * start has to be known, and what happened since has to be seen.
 */
export const periodBasis = (backlog: Backlog, sprint: Sprint, fields: readonly Known[]): Basis => {
  const { asOf, begin } = backlog;
  if (begin === null || sprint.end <= begin || !isSeen(backlog, sprint)) return "gap";
  if (backlog.basisAt(Math.max(sprint.start, begin), fields) === "gap") return "gap";
  return backlog.basisAt(Math.min(sprint.end, asOf), fields);
};

/** The same of the tracker's events, which no observation can stand in for. */
export const eventBasis = (backlog: Backlog, sprint: Sprint): Basis =>
  backlog.activity !== null && (sprint.end > backlog.asOf ? sprint.start : sprint.end) <= backlog.toldUntil
    ? periodBasis(backlog, sprint, [])
    : "gap";
