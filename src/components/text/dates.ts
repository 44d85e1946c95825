import { siteLocale } from "../../lib/locale.ts";

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Formatters are slow to make, and a page of a long history asks for hundreds. */
const formatter = (zone: string, style: "date" | "time" | "row" | "planning"): Intl.DateTimeFormat => {
  const key = `${style} ${zone}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const day = { day: "numeric", month: "short", year: "numeric", timeZone: zone } as const;
  const styles: Record<typeof style, Intl.DateTimeFormatOptions> = {
    date: day,
    time: { ...day, weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    row: { ...day, hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    planning: { weekday: "short", day: "numeric", month: "short", timeZone: zone },
  };
  const made = new Intl.DateTimeFormat(siteLocale(), styles[style]);
  formatters.set(key, made);
  return made;
};

const known = new Map<string, string>();

/** The same few instants stand on every page of a team: its sprints' days, and when its data was taken. */
const formatKnown = (style: "date" | "time", time: number, zone: string): string => {
  const key = `${style} ${time} ${zone}`;
  const words = known.get(key) ?? formatter(zone, style).format(time);
  known.set(key, words);
  return words;
};

/** The day on which an instant falls in the team's zone. */
export const formatDate = (instant: string, zone: string): string =>
  formatKnown("date", Date.parse(instant), zone);

/** Day and minute for a row of a table whose caption names the zone. */
export const formatRowInstant = (instant: string, zone: string): string =>
  formatter(zone, "row").format(new Date(instant));

/** A day soon, as people speak of a planning: without the year. */
export const formatPlanningDay = (instant: string, zone: string): string =>
  formatter(zone, "planning").format(new Date(instant));

/** Day and minute in the team's zone, which is named since readers sit elsewhere. */
export const formatInstant = (instant: string, zone: string): string =>
  `${formatKnown("time", Date.parse(instant), zone)} ${zoneName(zone)} time`;

/** @example zoneName("America/Argentina/Buenos_Aires") → "Buenos Aires" */
const zoneName = (zone: string): string => (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");

/** An end is exclusive: midnight at the end of a sprint belongs to the day before. */
export const formatLastDay = (end: string, zone: string): string =>
  formatKnown("date", Date.parse(end) - 1, zone);
