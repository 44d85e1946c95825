import type { Backlog } from "../../history/backlog.ts";
import type { Basis } from "../../history/knowledge.ts";
import type { Sprint } from "../../model/sprint.ts";
import type { Sizing } from "./sizing.ts";

/** On what the finishes of a sprint rest; of the running one those so far. Finishes have dates of their own. */
export const finishBasis = (backlog: Backlog, sizing: Sizing, sprint: Sprint): Basis => {
  const { asOf, begin } = backlog;
  const running = sprint.end > asOf;
  const at = Math.min(sprint.end, asOf);
  if (begin === null || sprint.end <= begin) return "gap";
  // What the running sprint has finished so far is known as long as somebody looked lately.
  const known = running ? backlog.isFresh(at) || at <= backlog.toldUntil : sizing.isCovered(sprint);
  if (!known) return "gap";
  return backlog.isFresh(at) ? "observed" : "rebuilt";
};
