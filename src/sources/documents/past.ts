import { type Facts, type Field, NO_FACTS, sameValue } from "../../model/facts.ts";
import type { ItemPast } from "../../model/observation.ts";
import type { DatedEvent } from "../../model/tracker-read.ts";

/** An event of a log, with the values that it took the place of: they tell how the item stood until then. */
export type LogEvent = DatedEvent & { before?: Partial<Facts> };

const isEarlier = (a: LogEvent, b: LogEvent): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);

/** Facts before the first of some events: what is now, and where an event set a field, what that was before. */
const factsBefore = (now: Facts, events: readonly LogEvent[]): Facts => {
  const first: Record<string, Facts[Field]> = { ...now };
  const walked = new Set<string>();
  for (const { set, before } of events) {
    for (const field of Object.keys(set ?? {}) as Field[]) {
      if (walked.has(field)) continue;
      walked.add(field);
      first[field] = before?.[field] ?? null;
    }
  }
  return first as Facts;
};

/** Facts that differ between two states. */
const difference = (from: Facts, to: Facts): Partial<Facts> =>
  Object.fromEntries(
    (Object.keys(to) as Field[])
      .filter((field) => !sameValue(from[field], to[field]))
      .map((field) => [field, to[field]]),
  );

const withoutBefore = ({ before: _, ...event }: LogEvent): DatedEvent => event;

type PastOptions = {
  arrivedAt: string;
  /** How the item stands. */
  now: Facts;
  /** In the order in which they happened within one second. */
  events: readonly LogEvent[];
  /** Where the log does not go back to the arrival: the instant from which it does, and a name for an event then. */
  since: { at: string; event: string } | null;
};

/**
 * The past of an item from its log: what it was at first is worked out backwards from how it stands. Where the log
 * begins later than the item, nothing is said of the time between but that it was there.
 */
export const pastOf = ({ arrivedAt, now, events, since }: PastOptions): ItemPast => {
  const once = new Map(events.map((event) => [event.event, event]));
  const own = [...once.values()].filter(({ at }) => at >= arrivedAt).sort(isEarlier);
  const first = factsBefore(now, own);
  if (since === null || since.at <= arrivedAt) return { arrivedAt, first, events: own.map(withoutBefore) };
  const unknown: Facts = { ...NO_FACTS, createdAt: first.createdAt };
  const begin: DatedEvent = {
    at: since.at,
    event: since.event,
    kind: "other",
    by: null,
    set: difference(unknown, first),
  };
  return { arrivedAt, first: unknown, events: [begin, ...own.map(withoutBefore)] };
};
