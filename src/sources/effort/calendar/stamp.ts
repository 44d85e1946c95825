import type { ContentLine } from "./content-lines.ts";
import type { Zone } from "./zone.ts";

/** A point in time as a calendar writes it. */
export type Stamp =
  | { kind: "day"; day: string }
  | { kind: "time"; wall: Temporal.PlainDateTime; at: number; zone: Zone };

/** The zone of a name, or of no name at all: floating times are those of whoever looks. */
export type FindZone = (name: string | null, line: number) => Zone;

const utc: Zone = {
  toInstant: (wall) => wall.toZonedDateTime("UTC").epochMilliseconds,
  toWall: (instant) =>
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO("UTC").toPlainDateTime(),
};

const readStamp = (text: string, zone: Zone): Stamp | null => {
  const value = text.trim();
  try {
    if (/^\d{8}$/.test(value)) return { kind: "day", day: Temporal.PlainDate.from(value).toString() };
    const [, local, z] = /^(\d{8}T\d{6})(Z?)$/i.exec(value) ?? [];
    if (local === undefined) return null;
    const wall = Temporal.PlainDateTime.from(local.toUpperCase());
    const own = z === "" ? zone : utc;
    return { kind: "time", wall, at: own.toInstant(wall), zone: own };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

/** Minutes of `PT1H30M` from a wall-clock time on: its days and weeks are the calendar's, not always of 24 hours. */
export const durationFrom = (
  text: string,
  from: { wall: Temporal.PlainDateTime; zone: Zone },
): number | null => {
  try {
    const { years, months, weeks, days, hours, minutes, seconds } = Temporal.Duration.from(text.trim());
    const start = from.zone.toInstant(from.wall);
    const end = from.zone.toInstant(from.wall.add({ years, months, weeks, days }));
    return (end - start) / 60_000 + hours * 60 + minutes + seconds / 60;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

/** The single stamp of a property. `null` where it is none. */
export const stampOf = (line: ContentLine, findZone: FindZone): Stamp | null =>
  readStamp(line.value, findZone(line.params.get("TZID") ?? null, line.line));

/**
 * The stamps of a property that lists them; of a period `20231125T090000Z/20231125T123000Z` also its own minutes.
 * `null` stands for each that is none.
 */
export const stampsOf = (
  line: ContentLine,
  findZone: FindZone,
): ({ stamp: Stamp; minutes: number | null } | null)[] => {
  const zone = findZone(line.params.get("TZID") ?? null, line.line);
  return line.value
    .split(",")
    .filter((text) => text.trim() !== "")
    .map((text) => {
      const [start, end, ...more] = text.split("/");
      const stamp = readStamp(start!, zone);
      if (stamp === null || more.length > 0) return null;
      if (end === undefined) return { stamp, minutes: null };
      if (stamp.kind === "day") return null;
      const last = readStamp(end, zone);
      const minutes = last?.kind === "time" ? (last.at - stamp.at) / 60_000 : durationFrom(end, stamp);
      return minutes === null || minutes <= 0 ? null : { stamp, minutes };
    });
};
