import { siteLocale } from "../../lib/locale.ts";
import { remember } from "../../lib/remember.ts";

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

/** The same few instants stand on every page of a team: its sprints' days, and when its data was taken. */
const rememberByZone = (
  write: (instant: string, zone: string) => string,
): ((instant: string, zone: string) => string) => {
  const zones = new Map<string, (instant: string) => string>();
  return (instant, zone) => {
    let words = zones.get(zone);
    if (words === undefined) {
      words = remember((text) => write(text, zone));
      zones.set(zone, words);
    }
    return words(instant);
  };
};

/** The day on which an instant falls in the team's zone. */
export const formatDate = rememberByZone((instant, zone) =>
  formatter(zone, "date").format(new Date(instant)),
);

/** Day and minute for a row of a table whose caption names the zone. */
export const formatRowInstant = (instant: string, zone: string): string =>
  formatter(zone, "row").format(new Date(instant));

/** A day soon, as people speak of a planning: without the year. */
export const formatPlanningDay = (instant: string, zone: string): string =>
  formatter(zone, "planning").format(new Date(instant));

/** @example zoneName("America/Argentina/Buenos_Aires") → "Buenos Aires" */
const zoneName = (zone: string): string => (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");

/** Day and minute in the team's zone, which is named since readers sit elsewhere. */
export const formatInstant = rememberByZone(
  (instant, zone) => `${formatter(zone, "time").format(new Date(instant))} ${zoneName(zone)} time`,
);

/** An end is exclusive: midnight at the end of a sprint belongs to the day before. */
export const formatLastDay = rememberByZone((end, zone) =>
  formatter(zone, "date").format(Date.parse(end) - 1),
);
