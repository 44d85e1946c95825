/**
 * Dates of the demo are wall clock of the team's zone, kept as if they were UTC: an export writes no zone, so the
 * generator needs none, and gives the same bytes on every machine.
 */
export type Minute = number;

const minutesPerDay = 1440;

const sprintDays = 14;
export const firstSprintDay = "2026-05-18";
export const lastDay = "2026-11-20";
/** Whit Monday, a day out together, German Unity kept on the Friday before, and Christmas, which is still ahead. */
export const daysOff = ["2026-05-25", "2026-07-10", "2026-10-02", "2026-12-24", "2026-12-25", "2026-12-31"];

export function minuteOf(day: string, hour = 0, minute = 0): Minute {
  return Date.parse(`${day}T00:00:00Z`) / 60_000 + hour * 60 + minute;
}

export function addDays(day: string, days: number): string {
  return dayOf(minuteOf(day) + days * minutesPerDay);
}

function dayOf(at: Minute): string {
  return new Date(at * 60_000).toISOString().slice(0, 10);
}

/** 1 is Monday. */
export function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

export function isWorkingDay(day: string): boolean {
  return weekday(day) >= 1 && weekday(day) <= 5 && !daysOff.includes(day);
}

/** The number of the sprint that runs on a day, 1 for the first; 0 before it. */
export function sprintOn(day: string): number {
  const days = (minuteOf(day) - minuteOf(firstSprintDay)) / minutesPerDay;
  return days < 0 ? 0 : Math.floor(days / sprintDays) + 1;
}

export function sprintStart(n: number): string {
  return addDays(firstSprintDay, (n - 1) * sprintDays);
}

export function sprintName(n: number): string {
  return `Harbour Sprint ${n}`;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** As Jira writes it: `22/Sep/25 9:26 AM`. */
export function jiraDate(at: Minute): string {
  const date = new Date(at * 60_000);
  const two = (n: number) => String(n).padStart(2, "0");
  const hour = date.getUTCHours();
  const day = `${two(date.getUTCDate())}/${months[date.getUTCMonth()]}/${two(date.getUTCFullYear() % 100)}`;
  return `${day} ${hour % 12 || 12}:${two(date.getUTCMinutes())} ${hour < 12 ? "AM" : "PM"}`;
}

/** As an export's file name carries it: `2026-05-22T163000`. */
export function fileInstant(at: Minute): string {
  return `${new Date(at * 60_000).toISOString().slice(0, 19).replaceAll(":", "")}`;
}
