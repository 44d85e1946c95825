import { dayOf } from "../../../lib/dates.ts";
import type { Session } from "../../../model/session.ts";
import { type Component, linesOf, textOf } from "./components.ts";
import { type Fault, isCancelled, timingOf } from "./event.ts";
import { type Exceptions, except, occurrencesOf } from "./occurrences.ts";
import { type FindZone, type Stamp, stampOf } from "./stamp.ts";

type Options = {
  zone: string;
  asOf: number;
  findZone: FindZone;
  matches: (event: Component) => boolean;
  /** A session that is not counted. */
  onFault: (fault: Fault) => void;
  /** A session that is counted, with something that could not be read. */
  onUnclear: (fault: Fault) => void;
};

const sequenceOf = (event: Component): number => Number(textOf(event, "SEQUENCE") ?? 0) || 0;

/** Of two versions of the same event the one with the higher sequence counts; of equals the later. */
const newest = (events: readonly Component[]): Component | undefined =>
  events.reduce<Component | undefined>(
    (best, event) => (best === undefined || sequenceOf(event) >= sequenceOf(best) ? event : best),
    undefined,
  );

const keyOf = (stamp: Stamp): string => (stamp.kind === "time" ? String(stamp.at) : stamp.day);

const isFault = (found: object): found is Fault => "line" in found;

const sessionsOfOne = (event: Component, exceptions: Exceptions, options: Options): Session[] => {
  if (isCancelled(event) || !options.matches(event)) return [];
  const timing = timingOf(event, options.findZone);
  if (timing === null) return [];
  const found = isFault(timing) ? timing : occurrencesOf(event, exceptions, { ...options, timing });
  if (isFault(timing) || isFault(found)) {
    options.onFault(found as Fault);
    return [];
  }
  if (timing.people === 0) return [];
  return found.map(({ at, minutes }) => ({ day: dayOf(at, options.zone), minutes, people: timing.people }));
};

/**
 * The sessions of one event with everything that changes it. An event with a RECURRENCE-ID stands in the place of the
 * series' date of that name, wherever it has been moved and whatever has become of it; a cancelled series takes them along.
 * @param events all of one UID
 */
export const sessionsOfSeries = (events: readonly Component[], options: Options): Session[] => {
  if (!events.some(options.matches)) return [];
  const series = newest(events.filter((event) => linesOf(event, "RECURRENCE-ID").length === 0));
  if (series && isCancelled(series)) return [];

  const replaced: Exceptions = { instants: new Set(), days: new Set() };
  const versions = new Map<string, Component[]>();
  for (const event of events) {
    const [line] = linesOf(event, "RECURRENCE-ID");
    if (!line) continue;
    const stamp = stampOf(line, options.findZone);
    if (stamp === null) {
      options.onFault({ line: line.line, text: "no readable date that it stands in for" });
      continue;
    }
    if (line.params.has("RANGE"))
      options.onUnclear({
        line: line.line,
        text: "a change of all later dates is counted for the first alone",
      });
    except(replaced, stamp);
    versions.set(keyOf(stamp), [...(versions.get(keyOf(stamp)) ?? []), event]);
  }
  const none: Exceptions = { instants: new Set(), days: new Set() };
  return [
    ...(series ? sessionsOfOne(series, replaced, options) : []),
    ...[...versions.values()].flatMap((same) => sessionsOfOne(newest(same)!, none, options)),
  ];
};
