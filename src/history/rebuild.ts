import { type Change, isEvent } from "../model/change.ts";
import { type Facts, FIELDS } from "../model/facts.ts";
import type { ItemPast, Observation } from "../model/observation.ts";
import type { Run } from "../model/run.ts";
import type { DatedEvent } from "../model/tracker-read.ts";
import { byInstant } from "./plan.ts";
import { emptyHistory, type History, keepHeld, type RecordOptions, record } from "./record.ts";
import { replay } from "./replay.ts";
import type { State } from "./state.ts";

/** What a run told of the past, from the events that it recorded. */
const pastOf = (changes: readonly Change[], state: State): Map<string, ItemPast> => {
  const items = new Map<string, { arrivedAt: string; first: Facts; events: DatedEvent[] }>();
  for (const change of changes) {
    if ("order" in change || "gone" in change) continue;
    const { id, at } = change;
    const known = items.get(id) ?? { arrivedAt: at, first: state.items.get(id)!.facts, events: [] };
    items.set(id, known);
    if ("new" in change) Object.assign(known, { arrivedAt: at, first: change.new });
    else if (isEvent(change)) {
      const { run: _, id: __, ...event } = change;
      known.events.push(event);
    }
  }
  return items;
};

/** An accepted run as the observation it once was, from the state right after it. */
const toObservation = (run: Run, state: State, changes: readonly Change[]): Observation => {
  const items = new Map<string, Facts>();
  // What its columns did not tell came from other files, and must not come back as this one's word.
  const silent = FIELDS.filter((field) => !run.fields.includes(field));
  const blank = Object.fromEntries(silent.map((field) => [field, null])) as Partial<Facts>;
  for (const [id, known] of state.items) if (known.present) items.set(id, { ...known.facts, ...blank });
  return {
    at: run.at,
    source: run.source,
    sha256: run.sha256,
    settings: run.settings,
    fields: run.fields,
    assumed: run.assumed,
    items,
    order: run.ordered ? state.order : null,
    rows: run.rows,
    skipped: run.skipped,
    findings: run.findings,
    ...(run.told ? { past: { items: pastOf(changes, state), told: run.told.fields } } : {}),
  };
};

/**
 * The history that would have come of reading everything in its right order: observations that were read anew take
 * the place of what the store knew of the same file, and what is no longer in the exports folder is kept as it was.
 */
export const rebuild = (old: History, fresh: readonly Observation[], options: RecordOptions): History => {
  const replaced = new Set(fresh.map((observation) => observation.source));
  const kept: (Observation | Run)[] = [];
  for (const { run, state, changes } of replay(old.runs, old.changes)) {
    if (replaced.has(run.source)) continue;
    kept.push(run.state === "held" ? run : toObservation(run, state, changes));
  }
  const history = emptyHistory();
  // Accepted once by a person's word, a file stays accepted; another content of the same name is asked about anew.
  // What only the store still has was accepted when its file was there.
  const byWord = old.runs.filter(
    (run) => run.state === "accepted" && (run.missing || !replaced.has(run.source)),
  );
  const accepted = new Set(byWord.map((run) => `${run.sha256} ${run.source}`));
  for (const entry of [...kept, ...fresh].sort(byInstant)) {
    if ("run" in entry) keepHeld(history, entry);
    else {
      const acceptShrink = options.acceptShrink || accepted.has(`${entry.sha256} ${entry.source}`);
      record(history, entry, { ...options, acceptShrink });
    }
  }
  return history;
};
