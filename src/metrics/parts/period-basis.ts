import type { Backlog } from "../../history/backlog.ts";
import type { Basis, Known } from "../../history/knowledge.ts";
import type { Sprint } from "../../model/sprint.ts";

/**
 * On what a count of changes within a sprint rests. Nobody can count changes that nobody looked at: what stood at the
 * start has to be known, and the end (of the running sprint anything after its start) has to be covered.
 */
export const periodBasis = (backlog: Backlog, sprint: Sprint, fields: readonly Known[]): Basis => {
  const { asOf, begin } = backlog;
  const running = sprint.end > asOf;
  if (begin === null || sprint.end <= begin) return "gap";
  if (!backlog.covers(running ? sprint.start : sprint.end)) return "gap";
  if (backlog.basisAt(Math.max(sprint.start, begin), fields) === "gap") return "gap";
  return backlog.basisAt(Math.min(sprint.end, asOf), fields);
};

/** The same of the tracker's events, which no observation can stand in for. */
export const eventBasis = (backlog: Backlog, sprint: Sprint): Basis =>
  backlog.activity !== null && (sprint.end > backlog.asOf ? sprint.start : sprint.end) <= backlog.toldUntil
    ? periodBasis(backlog, sprint, [])
    : "gap";
