import { fromIso } from "../lib/dates.ts";
import { type ItemChange, isEvent } from "../model/change.ts";
import type { Facts } from "../model/facts.ts";
import type { Standing } from "../model/stage.ts";
import { type Closing, closeAt, closingDate } from "./closing.ts";
import { afterEvent } from "./state.ts";

/** How an item stands from an instant on. */
export type Version = {
  from: number;
  /** What nothing follows through time is right in the last version alone. `null`: created, but not observed yet. */
  facts: Facts | null;
  kind: "open" | "finished" | "dropped" | "ignored";
  started: boolean;
  closing: Closing | null;
};

type Options = {
  standing: (facts: Facts) => Standing;
  /** Facts as they are measured, from facts as they are stored: ids of labels and sprints become today's names. */
  view: (facts: Facts) => Facts;
  /** The accepted observation right before a run's; `null` for the first. */
  before: (run: number) => number | null;
  /** When a change holds from. */
  instantOf: (change: ItemChange) => number;
};

type Closed = "finished" | "dropped";

/**
 * A date that only a later observation of the same closing brings (a column that was added to the export) dates the
 * closing itself, unless it lies after it: then it is a second closing.
 */
const lateDate = (
  changes: readonly ItemChange[],
  from: number,
  facts: Facts,
  options: Options,
): { date: number; kind: Closed } | null => {
  const at = options.instantOf(changes[from]!);
  let known = facts;
  for (const change of changes.slice(from + 1)) {
    if (!("set" in change)) continue;
    known = { ...known, ...change.set };
    const { kind } = options.standing(known);
    if (kind === "open" || kind === "ignored") return null;
    const date = closingDate(known);
    if (date !== null) return date <= at ? { date, kind } : null;
  }
  return null;
};

/** Of two versions of one instant the later counts. */
const push = (versions: Version[], version: Version): void => {
  if (versions.at(-1)?.from === version.from) versions.pop();
  versions.push(version);
};

/**
 * A second closing of an item that was seen closed before and since: its date may lie before changes that were seen
 * in the meantime, so it is put where it belongs, and what followed belongs to it.
 */
const closeAgain = (versions: Version[], closing: Closing): void => {
  const stretch = versions.findLastIndex(({ kind }) => kind === "open" || kind === "ignored") + 1;
  const from = Math.max(closing.at!, versions[stretch]!.from);
  const place = versions.findIndex((version, index) => index >= stretch && version.from >= from);
  const index = place === -1 ? versions.length : place;
  const { facts } = versions[Math.max(stretch, index - 1)]!;
  for (const version of versions.slice(index)) version.closing = closing;
  if (versions[index]?.from !== from) {
    versions.splice(index, 0, { from, facts, kind: closing.kind, started: false, closing });
  }
};

/**
 * What is known of an item between its creation and the first look at it: that it was there, and when it was closed.
 * One that was first seen as a container counts only where the look at it as an item says that it ended before.
 */
const unseen = (changes: readonly ItemChange[], { standing, instantOf }: Options): Version[] => {
  let facts: Facts | null = null;
  const at = instantOf(changes[0]!);
  for (const change of changes) {
    if ("gone" in change) continue;
    facts = "new" in change ? change.new : { ...facts!, ...change.set };
    const { kind } = standing(facts);
    if (kind === "ignored") continue;
    const created = facts.createdAt === null ? null : fromIso(facts.createdAt);
    if (created === null || created >= at) return [];
    const open: Version = { from: created, facts: null, kind: "open", started: false, closing: null };
    if (change === changes[0]) return [open];
    const date = closingDate(facts);
    if (kind === "open" || date === null || date >= at) return [];
    const closing: Closing = { at: date, kind, estimate: facts.estimate };
    return [open, { from: Math.max(date, created), facts: null, kind, started: false, closing }];
  }
  return [];
};

/** The changes of one item, in order, as versions in the order of their instants. */
export const versionsOf = (changes: readonly ItemChange[], options: Options): Version[] => {
  const versions: Version[] = unseen(changes, options);
  /** The version that says "dropped" only because the item was missing from an observation. */
  let missing: { version: Version; run: number } | null = null;
  let wasOpen = false;

  const close = (seen: { index: number; previous: Facts | null; next: Facts; kind: Closed }): void => {
    const { index, previous, next, kind } = seen;
    const change = changes[index]!;
    const at = options.instantOf(change);
    const own = closingDate(next);
    // What brings the date brings the kind of that closing too.
    const late = own === null ? lateDate(changes, index, next, options) : null;
    const date = own ?? late?.date ?? null;
    let now = versions.at(-1);
    // Only an item that went missing while open was taken for dropped by that; one seen closed stays as it was.
    const isBack = missing !== null && now === missing.version;
    // An event is dated by the tracker itself: no observation contradicts it.
    const wasSeen = now?.kind === "open" && previous !== null && !isEvent(change);
    let openAt = wasSeen ? options.before(change.run) : null;
    if (isBack && date !== null && date <= missing!.version.from) {
      // Missing for a while and now closed at an earlier date: it was finished then, not dropped when it went missing.
      versions.pop();
      now = versions.at(-1);
      openAt = options.before(missing!.run);
    } else if (isBack) openAt = missing!.version.from;
    else if (now?.closing && now.kind !== "ignored") {
      const { closing } = now;
      const again = date !== null && date <= at && (closing.at === null || date > closing.at);
      if (again) closeAgain(versions, { at: date, kind, estimate: (now.facts ?? next).estimate });
      // Else the same closing in other words: finished may turn into dropped, never into a second finish.
      const kept = versions.at(-1)!.closing!;
      const same = kept.kind === kind ? kept : { ...kept, kind };
      push(versions, { from: at, facts: next, kind, started: false, closing: same });
      return;
    }
    if (now?.kind === "ignored") {
      // Nothing of it was an item before: the date says when, and holds from here.
      const closing: Closing = { at: date ?? (wasOpen ? at : null), kind, estimate: next.estimate };
      push(versions, { from: at, facts: next, kind, started: false, closing });
      return;
    }
    const { from, closing } = closeAt({
      at,
      date,
      openAt,
      wasOpen,
      previous,
      next,
      kind: late?.kind ?? kind,
    });
    // A resolution before the creation is a slip of the tracker: an item cannot end before it begins.
    const start = Math.max(from, now?.from ?? from);
    if (start < at) push(versions, { from: start, facts: previous, kind, started: false, closing });
    push(versions, { from: at, facts: next, kind, started: false, closing });
  };

  /** First observed after it was closed, an item was closed with its first estimate: metrics.md §1, "velocity at t". */
  const fillEstimates = (estimate: number | null): void => {
    for (const { closing } of versions) if (closing !== null) closing.estimate ??= estimate;
  };

  let stored: Facts | null = null;
  let judged: Facts | null = null;
  let facts: Facts | null = null;
  for (let index = 0; index < changes.length; index += 1) {
    const change = changes[index]!;
    const at = options.instantOf(change);
    const now = versions.at(-1);
    if (!("gone" in change)) {
      stored =
        "new" in change
          ? change.new
          : isEvent(change)
            ? afterEvent(stored!, change)
            : { ...stored!, ...change.set };
      const following = changes[index + 1];
      // All events of one second are applied before anything is measured; one that sets nothing is no version.
      if (following && isEvent(following) && following.at === change.at) continue;
      if (stored === judged) continue;
      judged = stored;
    }
    if ("gone" in change) {
      // Seen closed and missing: stays as it was.
      if (now?.kind !== "open") continue;
      const closing: Closing = { at, kind: "dropped", estimate: facts?.estimate ?? null };
      missing = { version: { from: at, facts, kind: "dropped", started: false, closing }, run: change.run };
      push(versions, missing.version);
      continue;
    }
    const previous: Facts | null = facts;
    const next = options.view(stored!);
    facts = next;
    const standing = options.standing(next);
    if (standing.kind === "ignored") {
      // An item that becomes a container or a sub-task leaves the backlog as dropped.
      const left = now?.kind === "open";
      const closing: Closing | null = left
        ? { at, kind: "dropped", estimate: previous?.estimate ?? null }
        : null;
      push(versions, { from: at, facts: next, kind: "ignored", started: false, closing });
      continue;
    }
    if (standing.kind === "open") {
      push(versions, { from: at, facts: next, kind: "open", started: standing.started, closing: null });
      wasOpen = true;
    } else close({ index, previous, next, kind: standing.kind });
    const isFirstLook = !isEvent(change) && "set" in change && change.run === changes[0]!.run;
    if (isFirstLook && change.set.estimate !== undefined) fillEstimates(next.estimate);
  }
  return versions;
};
