import { createHash } from "node:crypto";
import { fromIso } from "../lib/dates.ts";
import { compareKeys } from "../lib/text.ts";
import { type Change, isEvent } from "../model/change.ts";
import { type Facts, type Field, sameValue } from "../model/facts.ts";
import type { Run } from "../model/run.ts";
import type { BoardRead, ItemRead, TrackerRead } from "../model/tracker-read.ts";
import { sameNames } from "./names-lines.ts";
import { orderEdit } from "./order/edit.ts";
import { type History, missingOpen, type RecordOptions, SHRINK_LIMIT } from "./record.ts";
import { eventLine, renew } from "./renew.ts";
import { afterEvent, applyChange } from "./state.ts";
import { type LostStatus, lostFinding, statusGap } from "./status-gap.ts";

type Dated = { at: string; set: Partial<Facts> };

/** Labels in the order in which they were given, as far as that is known: a tracker lists them in another. */
const inKnownOrder = (known: Facts["labels"], wanted: Facts["labels"]): Facts["labels"] => {
  if (known === null || wanted === null) return wanted;
  const [had, has] = [new Set(known), new Set(wanted)];
  return [...known.filter((label) => has.has(label)), ...wanted.filter((label) => !had.has(label))];
};

/** Facts that differ from what is known, by the instant from which they hold. */
const differences = (options: {
  known: Facts;
  wanted: Facts;
  read: TrackerRead;
  before: string | null;
  id: string;
}): Dated[] => {
  const { known, wanted, read, before, id } = options;
  const byInstant = new Map<string, Record<string, Facts[Field]>>();
  for (const field of read.fields) {
    const value = field === "labels" ? inKnownOrder(known.labels, wanted.labels) : wanted[field];
    if (sameValue(known[field], value)) continue;
    const changed = read.board?.items.get(id)?.[field]?.updatedAt ?? null;
    // The board dates its own value; the date counts where it lies between two looks at it.
    const between = changed !== null && before !== null && before < changed && changed <= read.at;
    const at = between ? changed : read.at;
    byInstant.set(at, { ...byInstant.get(at), [field]: value });
  }
  return [...byInstant]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([at, set]) => ({ at, set: set as Partial<Facts> }));
};

/** What the board says of an item takes the place of what the item says itself. */
const withBoard = (facts: Facts, id: string, board: BoardRead | null): Facts => {
  if (board === null) return facts;
  const values = board.items.get(id);
  const told = Object.fromEntries(board.fields.map((field) => [field, values?.[field]?.value ?? null]));
  return { ...facts, ...told };
};

/** The changes of one item that a reading brings. `known` is what the history holds after its last run. */
const itemChanges = (options: {
  id: string;
  item: ItemRead | undefined;
  known: { facts: Facts; present: boolean } | undefined;
  seen: ReadonlySet<string>;
  read: TrackerRead;
  run: number;
  before: string | null;
}): { changes: Change[]; lost: LostStatus | null } => {
  const { id, item, known, seen, read, run, before } = options;
  const changes: Change[] = [];
  let facts = known?.facts ?? item!.first;
  if (!known) changes.push({ run, at: item!.arrivedAt, id, new: item!.first });
  for (const event of item?.events ?? []) {
    if (seen.has(event.event)) continue;
    changes.push(eventLine(run, id, event));
    facts = afterEvent(facts, event);
  }
  const wanted = withBoard(item?.now ?? facts, id, read.board);
  const set = differences({ known: facts, wanted, read, before, id });
  if (known && !known.present) changes.push({ run, at: read.at, id, set: {}, back: true });
  for (const { at, set: facts } of set) changes.push({ run, at, id, set: facts });
  const isLost = read.statusEvents !== null && wanted.category !== "done" && facts.status !== wanted.status;
  return { changes, lost: isLost ? lastStatus({ id, item, read, before: known ? before : null }) : null };
};

/** When the status of an item was last known: by an event, or by the last reading. */
const lastStatus = (options: {
  id: string;
  item: ItemRead | undefined;
  read: TrackerRead;
  before: string | null;
}): LostStatus => {
  const { id, item, read, before } = options;
  const event = item?.events.findLast(({ kind, set }) => kind === "status" && set !== undefined)?.at;
  const instants = [event, before ?? undefined, event === undefined ? item?.arrivedAt : undefined];
  const knownAt =
    instants
      .filter((at) => at !== undefined)
      .toSorted()
      .at(-1) ?? read.at;
  return { id, knownAt, hadEvents: event !== undefined || before !== null };
};

/** Ids of all events that the history holds. */
const eventIds = (changes: readonly Change[]): Set<string> => {
  const ids = new Set<string>();
  for (const change of changes) if (isEvent(change)) ids.add(change.event);
  return ids;
};

const isSameHold = (
  last: Run,
  { read, missing }: { read: TrackerRead; missing: NonNullable<Run["missing"]> },
): boolean =>
  last.rows === read.rows &&
  last.settings === read.settings &&
  last.missing?.ids === missing.ids &&
  last.missing.of === missing.of;

const digest = (read: TrackerRead, changes: readonly Change[]): string =>
  createHash("sha256")
    .update(JSON.stringify([read.source, read.at, changes.length, read.rows]))
    .digest("hex");

/**
 * Appends one reading of a tracker with events to a history, in place. The tracker's own events come first, each once,
 * by its id; what they don't explain is found by comparing with what is known. A reading that brings nothing new
 * leaves the history as it is, unless an observation is due.
 * @returns whether the history changed
 */
export const recordRead = (history: History, read: TrackerRead, options: RecordOptions): boolean => {
  const run = history.runs.length + 1;
  const accepted = history.runs.filter(({ state }) => state === "accepted");
  if (read.whole && accepted.length > 0) renew(history, read);
  const before = accepted.at(-1)?.at ?? null;
  const seen = eventIds(history.changes);
  const gone = new Set(read.gone);
  const changes: Change[] = [];
  const lost: LostStatus[] = [];
  const ids = new Set([...history.state.items.keys(), ...read.items.keys()]);
  for (const id of [...ids].sort(compareKeys)) {
    const known = history.state.items.get(id);
    const item = read.items.get(id);
    if (gone.has(id)) {
      if (known?.present) changes.push({ run, at: read.at, id, gone: true });
      continue;
    }
    if (!item && !known!.present) continue;
    const found = itemChanges({ id, item, known, seen, read, run, before });
    changes.push(...found.changes);
    if (found.lost !== null) lost.push(found.lost);
  }
  if (read.board !== null && read.board.order.length > 0) {
    const order = orderEdit(history.state.order, read.board.order);
    if (order) changes.push({ run, at: read.at, order });
  }

  const renamed = !sameNames(history.names, read.names);
  const settled = accepted.at(-1)?.settings === read.settings;
  const last = history.runs.at(-1);
  const wasHeld = last?.state === "held";
  if (changes.length === 0 && !renamed && !read.due && settled && before !== null && !wasHeld) return false;

  const present = new Set(
    [...ids].filter((id) => !gone.has(id) && (read.items.has(id) || history.state.items.get(id)!.present)),
  );
  const missing = before === null ? { ids: 0, of: 0 } : missingOpen(history.state, present, options.isOpen);
  const statusUntil = read.statusEvents === null ? null : statusGap(lost, read.statusEvents);
  const shrunk = missing.ids > SHRINK_LIMIT * missing.of;
  const held = shrunk && !options.acceptShrink;
  // Held back already, and nothing has come since: a line each time would say no more.
  if (held && wasHeld && isSameHold(last, { read, missing })) return false;
  const recorded = held ? [] : changes;
  for (const change of recorded) applyChange(history.state, change);
  for (const change of recorded) history.changes.push(change);
  if (!held) history.names = read.names;
  history.runs.push({
    run,
    at: read.at,
    source: read.source,
    sha256: read.file?.sha256 ?? digest(read, recorded),
    settings: read.settings,
    state: held ? "held" : "accepted",
    rows: read.rows,
    items: present.size,
    skipped: read.skipped,
    fields: read.fields,
    assumed: read.file?.assumed ?? [],
    ordered: read.board !== null && read.board.order.length > 0,
    missing: shrunk ? missing : null,
    changes: recorded.length,
    findings: [...read.findings, ...lostFinding(lost, statusUntil)],
    told: { ...read.told, statusUntil },
  });
  return true;
};

/** The instant before which a change cannot have been recorded by a reading: that of the last accepted run. */
export const lastReadAt = (history: History): number | null => {
  const at = history.runs.findLast(({ state, told }) => state === "accepted" && told !== undefined)?.at;
  return at === undefined ? null : fromIso(at);
};
