import { type Backlog, runningSprint } from "../../history/backlog.ts";
import { addDays, addZonedDays, DAY, dayOf } from "../../lib/dates.ts";

/**
 * The day on which so many sprints from now end: counted from the end of the running sprint (as-of when none runs)
 * on the calendar's sprints, then on sprints of the last length. An end at 00:00 is the day before.
 */
export const dayAfterSprints = (backlog: Backlog, sprints: number): string | null => {
  const { asOf, zone } = backlog;
  const last = backlog.sprints.at(-1);
  if (!last) return null;
  const from = runningSprint(backlog, asOf)?.end ?? asOf;
  const ahead = backlog.sprints.filter((sprint) => sprint.start >= from);
  // In days, so that a sprint across a change of the clocks still ends at midnight.
  const days = Math.max(1, Math.round((last.end - last.start) / DAY));
  let left = sprints;
  let at = from;
  for (let index = 0; left > 0; index += 1) {
    const start = ahead[index]?.start ?? at;
    const end = ahead[index]?.end ?? addZonedDays(start, days, zone);
    at = left >= 1 ? end : Math.floor(start + left * (end - start));
    left -= 1;
  }
  const day = dayOf(at, zone);
  const isMidnight = at > asOf && dayOf(at - 1, zone) !== day;
  return isMidnight ? addDays(day, -1) : day;
};
