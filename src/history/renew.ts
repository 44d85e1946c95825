import { type Change, isEvent } from "../model/change.ts";
import { type Facts, FIELDS, type Field } from "../model/facts.ts";
import type { DatedEvent, TrackerRead } from "../model/tracker-read.ts";
import type { History } from "./record.ts";
import { applyChange, emptyState } from "./state.ts";

/** Facts without those that are no longer read: a title must not stay once it may not be kept. */
const only = (facts: Partial<Facts>, fields: ReadonlySet<Field>): Partial<Facts> =>
  Object.fromEntries(Object.entries(facts).filter(([field]) => fields.has(field as Field)));

const blanked = (facts: Facts, fields: ReadonlySet<Field>): Facts => {
  const silent = FIELDS.filter((field) => !fields.has(field));
  return { ...facts, ...Object.fromEntries(silent.map((field) => [field, null])) };
};

/** An event as a line of the store, its keys in their fixed order. */
export const eventLine = (run: number, id: string, event: DatedEvent): Change => {
  const { at, event: own, kind, by, set, label, blocker } = event;
  return {
    run,
    at,
    id,
    event: own,
    kind,
    by,
    ...(set ? { set } : {}),
    ...(label ? { label } : {}),
    ...(blocker ? { blocker } : {}),
  };
};

/**
 * A sprint that was found by its name once and no longer is, because it was renamed since, stays found: by now nothing
 * may tell any more what it was called then.
 */
const withSprint = <Some extends Partial<Facts>>(fresh: Some, known: Partial<Facts> | undefined): Some =>
  fresh.sprint === null && typeof known?.sprint === "string" ? { ...fresh, sprint: known.sprint } : fresh;

/**
 * Reads the past anew, in place: with other settings the same events say other things (what counts as acceptance
 * criteria, which field is the estimate). Events that the tracker no longer returns stay as they were.
 */
export const renew = (history: History, read: TrackerRead): void => {
  const fields = new Set(read.fields);
  // A sprint that events do not tell comes from a board, and has another id.
  const keep = read.told.fields.includes("sprint") ? withSprint : <Some>(set: Some): Some => set;
  const fresh = new Map(
    [...read.items].map(([id, { events }]) => [id, new Map(events.map((one) => [one.event, one]))]),
  );
  history.changes = history.changes.map((change): Change => {
    if ("order" in change || "gone" in change) return change;
    const { run, id } = change;
    if (isEvent(change)) {
      const event = fresh.get(id)?.get(change.event);
      if (event)
        return eventLine(run, id, event.set ? { ...event, set: keep(event.set, change.set) } : event);
      return change.set ? { ...change, set: only(change.set, fields) } : change;
    }
    if ("new" in change) {
      const item = read.items.get(id);
      return item
        ? { run, at: item.arrivedAt, id, new: keep(item.first, change.new) }
        : { ...change, new: blanked(change.new, fields) };
    }
    return { ...change, set: only(change.set, fields) };
  });
  history.state = emptyState();
  for (const change of history.changes) applyChange(history.state, change);
};
