import { type Backlog, runningSprint } from "../../history/backlog.ts";
import { addZonedDays, DAY, dayOf } from "../../lib/dates.ts";
import { type Ahead, dayAfter } from "../../lib/runs-dry.ts";

/**
 * What lies ahead: from the end of the running sprint (as-of when none runs) the calendar's sprints, then sprints of
 * the last length without end. `null` without sprints.
 */
export const sprintsAhead = (backlog: Backlog): Ahead | null => {
  const { asOf, zone } = backlog;
  const last = backlog.sprints.at(-1);
  if (!last) return null;
  const from = runningSprint(backlog, asOf)?.end ?? asOf;
  const ahead = backlog.sprints.filter((sprint) => sprint.start >= from);
  // In days, so that a sprint across a change of the clocks still ends at midnight.
  const days = Math.max(1, Math.round((last.end - last.start) / DAY));
  return {
    asOf,
    from,
    sprintAt: (index, after) => {
      const start = ahead[index]?.start ?? after;
      return { start, end: ahead[index]?.end ?? addZonedDays(start, days, zone) };
    },
    dayOf: (instant) => dayOf(instant, zone),
  };
};

/** The day on which so many sprints from now end; `null` without sprints. */
export const dayAfterSprints = (backlog: Backlog, sprints: number): string | null => {
  const ahead = sprintsAhead(backlog);
  return ahead === null ? null : dayAfter(sprints, ahead);
};
