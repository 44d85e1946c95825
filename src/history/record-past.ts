import type { Observation, Past } from "../model/observation.ts";
import type { ItemRead, TrackerRead } from "../model/tracker-read.ts";
import type { History, RecordOptions } from "./record.ts";
import { recordRead } from "./record-read.ts";

/** An item of a file: by its own past, or as if it had begun as the file first shows it. */
const itemsOf = ({ at, items }: Observation, past: Past): Map<string, ItemRead> =>
  new Map(
    [...items].map(([id, now]) => {
      const { arrivedAt, first, events } = past.items.get(id) ?? { arrivedAt: at, first: now, events: [] };
      return [id, { arrivedAt, first, now, events: events.filter((event) => event.at <= at) }];
    }),
  );

/**
 * Appends an export that tells the past too, as a reading of a tracker with events: what it dates itself counts from
 * its date on, and the file is an observation like any other.
 */
export const recordPast = (
  history: History,
  observation: Observation & { past: Past },
  options: RecordOptions,
): void => {
  const { past, order, ...seen } = observation;
  const present = [...history.state.items].filter(([, { present }]) => present);
  const read: TrackerRead = {
    ...seen,
    whole: false,
    items: itemsOf(observation, past),
    gone: present.flatMap(([id]) => (observation.items.has(id) ? [] : [id])),
    board: order === null ? null : { fields: [], items: new Map(), order },
    names: history.names,
    told: { fields: past.told, statusUntil: null, isPublic: false, link: null, watermark: null },
    file: { sha256: seen.sha256, assumed: seen.assumed },
    statusEvents: null,
    due: true,
  };
  recordRead(history, read, options);
};
