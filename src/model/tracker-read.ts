import type { TrackerEvent } from "./change.ts";
import type { Facts, Field } from "./facts.ts";
import type { Names } from "./names.ts";
import type { Finding } from "./observation.ts";
import type { Told } from "./run.ts";

export type DatedEvent = TrackerEvent & {
  /** ISO, UTC, whole seconds. */
  at: string;
};

/** One item as a tracker with events tells it: how it began, what happened, how it stands. */
export type ItemRead = {
  /** Creation, or the transfer that brought it here. */
  arrivedAt: string;
  /** Its facts when it arrived, worked out backwards from how it stands. */
  first: Facts;
  now: Facts;
  /** Oldest first. */
  events: readonly DatedEvent[];
};

/** One value of a board's field: known only from our looking at it, and when it was last changed. */
export type BoardValue = { value: Facts[Field]; updatedAt: string | null };

/** A board as it stands: it has no history of its own. */
export type BoardRead = {
  /** Facts that come from the board; of an item that is not on it they are null. */
  fields: readonly Field[];
  items: ReadonlyMap<string, Partial<Record<Field, BoardValue>>>;
  /** Ids top first. */
  order: readonly string[];
};

/** What one reading of a tracker with events brought. */
export type TrackerRead = {
  /** The instant of the observation. ISO, UTC. */
  at: string;
  source: string;
  /** Fingerprint of the settings that shaped the reading. */
  settings: string;
  /** Everything was read, not only what changed since the last reading. */
  whole: boolean;
  /** Items that were read, by id. */
  items: ReadonlyMap<string, ItemRead>;
  /** Ids of items that the tracker no longer has here. */
  gone: readonly string[];
  board: BoardRead | null;
  names: Names;
  /** Fields that it tells at this instant. */
  fields: readonly Field[];
  told: Told;
  rows: number;
  skipped: Readonly<Record<string, number>>;
  findings: readonly Finding[];
  /** Of a file: its bytes' fingerprint, and the fields that it leaves out when they are empty everywhere. */
  file?: { sha256: string; assumed: readonly Field[] };
  /** Of events of the status: since when there are any, and since when some are missing; `null` where there are none. */
  statusEvents: { since: string; lostSince: string } | null;
  /** An observation is due though nothing changed: an unchanged backlog must not be taken for an unwatched one. */
  due: boolean;
};
