import { type Backlog, begunSprints } from "../history/backlog.ts";
import { median, sum } from "../lib/stats.ts";
import type { Measured } from "../metrics/define.ts";
import type { Session } from "../model/session.ts";
import { sprintDays } from "../model/sprint.ts";

/** metrics.md §5: over so many sprints. */
const SPRINTS = 10;

/**
 * Minutes of refinement that an item takes to become ready: the median, over the last ten ended sprints, of the
 * sprint's logged minutes ÷ the items that became ready in it. Minutes are those of the sessions, whoever was there:
 * an agenda asks how long to meet. `null` where nothing is logged, or nothing became ready.
 */
export const minutesPerReadyItem = (options: {
  backlog: Backlog;
  sessions: readonly Session[];
  results: ReadonlyMap<string, Measured>;
}): number | null => {
  const { backlog, sessions, results } = options;
  const ended = begunSprints(backlog).filter(({ end }) => end <= backlog.asOf);
  const paces = ended.slice(-SPRINTS).flatMap((sprint) => {
    const pointOf = (metric: string) =>
      results.get(metric)?.series.find((point) => point.sprint === sprint.id);
    const ready = pointOf("backlog-flow")?.more.becameReady ?? null;
    // A sprint before the log began has no minutes; one without a session has none that were logged: 0.
    const isLogged = (pointOf("refinement-effort")?.more.hours ?? null) !== null;
    if (!isLogged || ready === null || ready === 0) return [];
    const days = new Set(sprintDays(sprint, backlog));
    return sum(sessions.filter(({ day }) => days.has(day)).map(({ minutes }) => minutes)) / ready;
  });
  return median(paces);
};
