import { type Component, linesOf, textOf } from "./components.ts";
import { openRule, type Rule } from "./rule.ts";
import type { Zone } from "./zone.ts";

/** When one of a zone's offsets sets in, and what it changes, in minutes east of UTC. */
type Observance = {
  start: Temporal.PlainDateTime;
  rules: Rule[];
  dates: Temporal.PlainDateTime[];
  from: number;
  to: number;
};

const MINUTE = 60_000;

const offsetOf = (text: string | null): number | null => {
  const [, sign, hours, minutes] = /^([+-])(\d{2})(\d{2})(?:\d{2})?$/.exec(text ?? "") ?? [];
  return hours === undefined ? null : (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
};

const wallOf = (text: string): Temporal.PlainDateTime | null => {
  if (!/^\d{8}T\d{6}$/.test(text)) return null;
  try {
    return Temporal.PlainDateTime.from(text);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

const observanceOf = (component: Component): Observance | null => {
  const start = wallOf(textOf(component, "DTSTART") ?? "");
  const from = offsetOf(textOf(component, "TZOFFSETFROM"));
  const to = offsetOf(textOf(component, "TZOFFSETTO"));
  if (start === null || from === null || to === null) return null;
  // The end of such a rule is in UTC, its dates are on the clock that goes by the old offset.
  const toWall = (utc: Temporal.PlainDateTime) => utc.add({ minutes: from });
  const rules = linesOf(component, "RRULE").map(({ value }) => openRule(value, { start, toWall }));
  if (rules.includes(null)) return null;
  const dates = linesOf(component, "RDATE").flatMap(({ value }) => value.split(",").map(wallOf));
  return {
    start,
    rules: rules.filter((rule) => rule !== null),
    dates: [start, ...dates.filter((date) => date !== null)],
    from,
    to,
  };
};

const latest = (
  walls: readonly (Temporal.PlainDateTime | null)[],
  at: Temporal.PlainDateTime,
): Temporal.PlainDateTime | null =>
  walls.reduce<Temporal.PlainDateTime | null>(
    (best, wall) =>
      wall !== null &&
      Temporal.PlainDateTime.compare(wall, at) <= 0 &&
      (best === null || Temporal.PlainDateTime.compare(wall, best) > 0)
        ? wall
        : best,
    null,
  );

/**
 * The zone that a calendar spells out itself as VTIMEZONE, for names that nobody else knows (`Customized Time Zone`):
 * of its observances that one holds which set in last. `null` where it cannot be read.
 */
export const zoneByRules = (component: Component): Zone | null => {
  const observances = component.children
    .filter(({ name }) => name === "STANDARD" || name === "DAYLIGHT")
    .map(observanceOf)
    .filter((one) => one !== null)
    .sort((a, b) => Temporal.PlainDateTime.compare(a.start, b.start));
  if (observances.length === 0) return null;

  const utcOf = (instant: number): Temporal.PlainDateTime =>
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO("UTC").toPlainDateTime();
  const offsetAt = (instant: number): number => {
    const utc = utcOf(instant);
    let held = { since: null as Temporal.PlainDateTime | null, offset: observances[0]!.from };
    for (const { rules, dates, from, to } of observances) {
      const clock = utc.add({ minutes: from });
      const onset = latest([...dates, ...rules.map((rule) => rule.before(clock))], clock)?.subtract({
        minutes: from,
      });
      if (onset && (held.since === null || Temporal.PlainDateTime.compare(onset, held.since) > 0))
        held = { since: onset, offset: to };
    }
    return held.offset;
  };
  return {
    toWall: (instant) => utcOf(instant).add({ minutes: offsetAt(instant) }),
    toInstant: (wall) => {
      const utc = wall.toZonedDateTime("UTC").epochMilliseconds;
      const guess = utc - offsetAt(utc) * MINUTE;
      return utc - offsetAt(guess) * MINUTE;
    },
  };
};
