import { type Component, linesOf } from "./components.ts";
import type { Fault, Timing } from "./event.ts";
import { openRule } from "./rule.ts";
import { type FindZone, type Stamp, stampsOf } from "./stamp.ts";

export type Occurrence = { at: number; minutes: number };

/** Instants, or whole days on the event's own clock, that an event does not take place at. */
export type Exceptions = { instants: Set<number>; days: Set<string> };

export const except = (exceptions: Exceptions, stamp: Stamp): void => {
  if (stamp.kind === "time") exceptions.instants.add(stamp.at);
  else exceptions.days.add(stamp.day);
};

/** Daily since then is about 20,000 dates; nothing older is refinement of a backlog that is there today. */
const FIRST_YEAR = 1970;

type Options = { timing: Timing; findZone: FindZone; asOf: number; onUnclear: (fault: Fault) => void };

/** The starts that the rules of one property give, up to as-of; or the rule that gives none. */
const startsBy = (event: Component, name: string, { timing, asOf }: Options): Set<number> | Fault => {
  const { wall, zone } = timing.start;
  const starts = new Set<number>();
  for (const { value, line } of linesOf(event, name)) {
    const toWall = (utc: Temporal.PlainDateTime) => zone.toWall(utc.toZonedDateTime("UTC").epochMilliseconds);
    const rule = wall.year < FIRST_YEAR ? null : openRule(value, { start: wall, toWall });
    const walls = rule?.upTo(zone.toWall(asOf)) ?? null;
    if (walls === null) return { line, text: "no readable recurrence rule" };
    for (const one of walls) starts.add(zone.toInstant(one));
  }
  return starts;
};

/**
 * When an event takes place up to as-of: its rules and further dates together, each instant once, less its exceptions.
 * Without a rule its own start is the first of them.
 */
export const occurrencesOf = (
  event: Component,
  exceptions: Exceptions,
  options: Options,
): Occurrence[] | Fault => {
  const { timing, findZone, asOf, onUnclear } = options;
  const { start, minutesFrom } = timing;
  const ruled = startsBy(event, "RRULE", options);
  const excluded = startsBy(event, "EXRULE", options);
  if ("line" in ruled) return ruled;
  if ("line" in excluded) return excluded;
  if (linesOf(event, "RRULE").length === 0) ruled.add(start.at);

  const minutesAt = new Map<number, number>();
  for (const at of ruled) minutesAt.set(at, minutesFrom({ wall: start.zone.toWall(at), zone: start.zone }));
  for (const line of linesOf(event, "RDATE")) {
    for (const entry of stampsOf(line, findZone)) {
      if (entry?.stamp.kind === "time")
        minutesAt.set(entry.stamp.at, entry.minutes ?? minutesFrom(entry.stamp));
      else
        onUnclear({
          line: line.line,
          text: "a further date cannot be read; the event is counted without it",
        });
    }
  }
  const out: Exceptions = {
    instants: new Set([...exceptions.instants, ...excluded]),
    days: new Set(exceptions.days),
  };
  for (const line of linesOf(event, "EXDATE")) {
    for (const entry of stampsOf(line, findZone)) {
      if (entry) except(out, entry.stamp);
      else
        onUnclear({
          line: line.line,
          text: "an exception cannot be read; the event is counted on that date",
        });
    }
  }
  return [...minutesAt]
    .filter(([at]) => at <= asOf && !out.instants.has(at))
    .filter(([at]) => out.days.size === 0 || !out.days.has(start.zone.toWall(at).toPlainDate().toString()))
    .map(([at, minutes]) => ({ at, minutes }));
};
