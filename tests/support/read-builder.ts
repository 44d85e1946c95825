import { emptyHistory, type History } from "../../src/history/record.ts";
import { recordRead } from "../../src/history/record-read.ts";
import type { TrackerEvent } from "../../src/model/change.ts";
import type { Facts, Field } from "../../src/model/facts.ts";
import { NO_NAMES } from "../../src/model/names.ts";
import type { DatedEvent, ItemRead, TrackerRead } from "../../src/model/tracker-read.ts";
import { ACCEPT } from "./history-builder.ts";
import { item } from "./item-builder.ts";
import { instant } from "./observation-builder.ts";

/** Facts that the events of these readings tell. */
export const TOLD: readonly Field[] = Object.freeze([
  "type",
  "status",
  "category",
  "resolution",
  "createdAt",
  "resolvedAt",
  "labels",
  "sprint",
  "blocked",
]);

/** One event; a person did it unless told otherwise. */
export const event = (at: string, given: Partial<TrackerEvent> & { event: string }): DatedEvent =>
  Object.freeze({ at: instant(at), kind: "other" as const, by: "ana", ...given });

/** An item that arrived at an instant with some facts, and what happened to it since. */
export const itemRead = (
  arrived: string,
  given: { first?: Partial<Facts>; now?: Partial<Facts>; events?: readonly DatedEvent[] } = {},
): ItemRead => {
  const arrivedAt = instant(arrived);
  const first = item({ createdAt: arrivedAt, labels: [], blocked: false, ...given.first });
  const events = Object.freeze([...(given.events ?? [])]);
  const set = Object.assign({}, ...events.map((one) => one.set));
  return Object.freeze({ arrivedAt, first, now: item({ ...first, ...set, ...given.now }), events });
};

export const readAt = (
  at: string,
  items: Readonly<Record<string, ItemRead>>,
  given: Partial<TrackerRead> = {},
): TrackerRead =>
  Object.freeze({
    at: instant(at),
    source: "github:acme/shop",
    settings: "settings",
    whole: false,
    items: new Map(Object.entries(items)),
    gone: [],
    board: null,
    names: NO_NAMES,
    fields: TOLD,
    told: { fields: TOLD, statusUntil: null, isPublic: false, link: null, watermark: null },
    rows: Object.keys(items).length,
    skipped: {},
    findings: [],
    statusEvents: null,
    due: false,
    ...given,
  });

/** The history of readings recorded one after the other. */
export const historyOfReads = (...reads: readonly TrackerRead[]): History => {
  const history = emptyHistory();
  for (const read of reads) recordRead(history, read, ACCEPT);
  return history;
};
