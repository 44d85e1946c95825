import { fromIso } from "../lib/dates.ts";
import type { Change } from "../model/change.ts";
import type { Facts } from "../model/facts.ts";
import type { Standing } from "../model/stage.ts";
import { type Closing, closeAt, closingDate } from "./closing.ts";

/** How an item stands from an instant on. */
export type Version = {
  from: number;
  /** `null`: created, but no observation has shown it yet. */
  facts: Facts | null;
  kind: "open" | "finished" | "dropped" | "ignored";
  started: boolean;
  closing: Closing | null;
};

export type ItemChange = Exclude<Change, { order: unknown }>;

type Options = {
  standing: (facts: Facts) => Standing;
  /** The accepted observation right before a run's; `null` for the first. */
  before: (run: number) => number | null;
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
): number | null => {
  const at = fromIso(changes[from]!.at);
  let known = facts;
  for (const change of changes.slice(from + 1)) {
    if (!("set" in change)) continue;
    known = { ...known, ...change.set };
    const { kind } = options.standing(known);
    if (kind === "open" || kind === "ignored") return null;
    const date = closingDate(known);
    if (date !== null) return date <= at ? date : null;
  }
  return null;
};

/** Whether an item that was seen closed has been closed a second time since: it carries a later date. */
const isAgain = (closing: Closing, date: number | null, before: number | null): boolean =>
  date !== null && before !== null && date > before && (closing.at === null || date > closing.at);

/** The changes of one item, in order, as versions in the order of their instants. */
export const versionsOf = (changes: readonly ItemChange[], options: Options): Version[] => {
  const versions: Version[] = [];
  /** The version that says "dropped" only because the item was missing from an observation. */
  let missing: Version | null = null;
  // Of two versions of one instant the later counts.
  const push = (version: Version): void => {
    if (versions.at(-1)?.from === version.from) versions.pop();
    versions.push(version);
  };
  const close = (seen: { index: number; previous: Facts | null; next: Facts; kind: Closed }): void => {
    const { index, previous, next, kind } = seen;
    const change = changes[index]!;
    const at = fromIso(change.at);
    const before = options.before(change.run);
    const date = closingDate(next) ?? lateDate(changes, index, next, options);
    let now = versions.at(-1);
    // Only an item that went missing while open was taken for dropped by that; one seen closed stays as it was.
    const isBack = now !== undefined && now === missing;
    // Missing for a while and now closed at an earlier date: it was finished then, not dropped when it went missing.
    if (isBack && date !== null && now?.closing?.at != null && date <= now.closing.at) {
      versions.pop();
      now = versions.at(-1);
    } else if (now?.closing && !isBack && !isAgain(now.closing, date, before)) {
      // The same closing in other words: finished may turn into dropped, never into a second finish.
      const closing = now.closing.kind === kind ? now.closing : { ...now.closing, kind };
      push({ from: at, facts: next, kind, started: false, closing });
      return;
    }
    const openAt =
      previous === null ? null : isBack || now?.kind === "ignored" ? (now?.from ?? before) : before;
    const { from, closing } = closeAt({ at, date, openAt, previous, next, kind });
    // A resolution before the creation is a slip of the tracker: an item cannot end before it begins.
    if (from < at)
      push({ from: Math.max(from, now?.from ?? from), facts: previous, kind, started: false, closing });
    push({ from: at, facts: next, kind, started: false, closing });
  };

  let facts: Facts | null = null;
  for (const [index, change] of changes.entries()) {
    const at = fromIso(change.at);
    const now = versions.at(-1);
    if ("gone" in change) {
      // Seen closed and missing: stays as it was.
      if (now?.kind !== "open") continue;
      const closing: Closing = { at, kind: "dropped", estimate: facts?.estimate ?? null };
      missing = { from: at, facts, kind: "dropped", started: false, closing };
      push(missing);
      continue;
    }
    const previous = facts;
    const next: Facts = "new" in change ? change.new : { ...facts!, ...change.set };
    facts = next;
    const standing = options.standing(next);
    if (standing.kind === "ignored") {
      // An item that becomes a container or a sub-task leaves the backlog as dropped.
      const wasOpen = now?.kind === "open";
      const closing: Closing | null = wasOpen
        ? { at, kind: "dropped", estimate: previous?.estimate ?? null }
        : null;
      push({ from: at, facts: next, kind: "ignored", started: false, closing });
      continue;
    }
    const created = next.createdAt === null ? null : fromIso(next.createdAt);
    if (previous === null && created !== null && created < at) {
      push({ from: created, facts: null, kind: "open", started: false, closing: null });
    }
    if (standing.kind === "open")
      push({ from: at, facts: next, kind: "open", started: standing.started, closing: null });
    else close({ index, previous, next, kind: standing.kind });
  }
  return versions;
};
