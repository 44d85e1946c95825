import { isTimeZone } from "../../../lib/dates.ts";
import { fold } from "../../../lib/text.ts";
import windowsZones from "./windows-zones.json" with { type: "json" };

/** What a clock on the wall of some place shows, and when. */
export type Zone = {
  toInstant: (wall: Temporal.PlainDateTime) => number;
  toWall: (instant: number) => Temporal.PlainDateTime;
};

/** Windows' and Outlook's names (Unicode CLDR, windowsZones, and the names that Outlook shows), folded, to IANA's. */
const windows = new Map(Object.entries(windowsZones).map(([name, zone]) => [fold(name), zone]));

/** Evolution and others put their own path before the name: `/freeassociation.sourceforge.net/Europe/Berlin`. */
const withoutPath = (name: string): string[] => {
  const steps = name.startsWith("/") ? name.slice(1).split("/") : [];
  return steps.map((_, index) => steps.slice(index).join("/"));
};

const offsetOf = (name: string): string | null => {
  const [, sign, hours, minutes] = /^(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(name) ?? [];
  return hours === undefined ? null : `${sign}${hours.padStart(2, "0")}:${minutes ?? "00"}`;
};

/**
 * The IANA name or offset that a calendar's name of a zone stands for: itself, a Windows name (`W. Europe Standard Time`),
 * what Outlook shows (`(UTC+01:00) Amsterdam, Berlin, …`), or an offset. `null` where it is none of them.
 */
export const knownZone = (name: string): string | null => {
  const trimmed = name.trim();
  const shown = trimmed.replace(/^\((?:UTC|GMT)[^)]*\)\s*/i, "");
  return (
    windows.get(fold(trimmed)) ??
    windows.get(fold(shown)) ??
    [trimmed, ...withoutPath(trimmed), offsetOf(trimmed)].find((one) => one !== null && isTimeZone(one)) ??
    null
  );
};

/** The zone of an IANA name or an offset. An hour that comes twice is the earlier one, one that is skipped moves forward. */
export const zoneNamed = (name: string): Zone => ({
  toInstant: (wall) => wall.toZonedDateTime(name, { disambiguation: "compatible" }).epochMilliseconds,
  toWall: (instant) =>
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(name).toPlainDateTime(),
});
