import { type Backlog, begunSprints } from "../../history/backlog.ts";
import type { Span } from "../../history/spans.ts";
import { DAY } from "../../lib/dates.ts";
import type { Sprint } from "../../model/sprint.ts";
import { entrances } from "./sprint-entries.ts";
import { transitionsBySprint } from "./transitions.ts";

/** metrics.md §3: planning may take a day. Hours, not a calendar day, so that the clocks don't matter. */
const GRACE = DAY;

/** The instant from which on a sprint's scope counts as planned; `null` where the sprint is not that old. */
export const plannedBy = (sprint: Sprint, asOf: number): number | null => {
  const at = sprint.start + GRACE;
  return at < sprint.end && at <= asOf ? at : null;
};

/** Whether anybody saw how a sprint was planned: an observation of its first day, or the tracker's events. */
export const isPlanningSeen = (backlog: Backlog, sprint: Sprint): boolean => {
  const planned = sprint.start + GRACE;
  const seen = backlog.observations.some(({ at }) => sprint.start <= at && at <= planned);
  return seen || backlog.basisAt(Number.NEGATIVE_INFINITY, []) === "rebuilt";
};

/** Open items in the Sprint Backlog when each begun sprint was planned. */
export const plannedItems = (backlog: Backlog): number[] => {
  const instants = begunSprints(backlog).map((sprint) => plannedBy(sprint, backlog.asOf));
  const counts = instants.map(() => 0);
  const dated = instants.flatMap((at, index) => (at === null ? [] : [{ at, index }]));
  const take = (spans: readonly Span[]): void => {
    let next = 0;
    for (let index = 0; index < spans.length; index += 1) {
      const { stage, from, to } = spans[index]!;
      if (stage !== "sprint-backlog") continue;
      while (next < dated.length && dated[next]!.at < from) next += 1;
      for (; next < dated.length && dated[next]!.at < to; next += 1) counts[dated[next]!.index]! += 1;
    }
  };
  for (const { spans } of backlog.items.values()) take(spans);
  return counts;
};

/** Crossings into and out of the Sprint Backlog of a sprint after an instant. */
export const crossingsAfter = (
  backlog: Backlog,
  index: number,
  planned: number,
): { added: number; removed: number } => {
  const transitions = transitionsBySprint(backlog)[index]!;
  const entered = entrances(transitions);
  let added = 0;
  let removed = 0;
  for (const transition of transitions) {
    if (transition.at <= planned) continue;
    const { from, flows } = transition;
    const enters = entered.has(transition);
    if (enters) added += 1;
    const leaves = flows.includes("returned") || flows.includes("dropped");
    if (leaves && (enters || from?.place === "sprint")) removed += 1;
  }
  return { added, removed };
};
