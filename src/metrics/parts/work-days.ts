import { dayOf, weekday } from "../../lib/dates.ts";
import { type Sprint, sprintDays } from "../../model/sprint.ts";

/** Monday to Friday less the days off, each day once. `until` cuts the sprint after that day, which still counts. */
export const workDays = (
  sprint: Sprint,
  options: { zone: string; sprints: readonly Sprint[]; daysOff: readonly string[]; until: number | null },
): number => {
  const off = new Set(options.daysOff);
  const last = options.until === null ? null : dayOf(options.until, options.zone);
  return sprintDays(sprint, options).filter(
    (day) => weekday(day) <= 5 && !off.has(day) && (last === null || day <= last),
  ).length;
};
