import type { Change } from "../model/change.ts";
import type { Facts } from "../model/facts.ts";
import { type Names, NO_NAMES } from "../model/names.ts";
import type { Observation } from "../model/observation.ts";
import type { Run } from "../model/run.ts";
import { diff } from "./diff.ts";
import { recordPast } from "./record-past.ts";
import { applyChange, emptyState, type State } from "./state.ts";

/** Everything a team's store holds, in memory. */
export type History = { runs: Run[]; changes: Change[]; state: State; names: Names };

export const emptyHistory = (): History => ({
  runs: [],
  changes: [],
  state: emptyState(),
  names: NO_NAMES,
});

/** metrics.md §1, "held back": strictly more than this share of the open ids missing. */
export const SHRINK_LIMIT = 0.2;

export type RecordOptions = {
  /** Whether facts describe an open item of a type that counts. */
  isOpen: (facts: Facts) => boolean;
  /** Take an observation even though it shrank. */
  acceptShrink: boolean;
};

/** How many of the items that were open are not among those that are there now. */
export const missingOpen = (
  state: State,
  present: { has: (id: string) => boolean },
  isOpen: RecordOptions["isOpen"],
): { ids: number; of: number } => {
  let of = 0;
  let ids = 0;
  for (const [id, known] of state.items) {
    if (!known.present || !isOpen(known.facts)) continue;
    of += 1;
    if (!present.has(id)) ids += 1;
  }
  return { ids, of };
};

/**
 * Appends one observation to a history, in place. Observations must come in the order of their instants.
 * A first observation is not held back for what it misses: there is nothing to compare it with. A file without a single
 * item always is, whatever is accepted: an empty read never replaces good data.
 */
export const record = (history: History, observation: Observation, options: RecordOptions): void => {
  const { past } = observation;
  if (past !== undefined) {
    recordPast(history, { ...observation, past }, options);
    return;
  }
  const first = history.runs.every((run) => run.state !== "accepted");
  const missing = first ? { ids: 0, of: 0 } : missingOpen(history.state, observation.items, options.isOpen);
  const shrunk = missing.ids > SHRINK_LIMIT * missing.of;
  const held = observation.empty === true || (shrunk && !options.acceptShrink);
  const number = history.runs.length + 1;
  const changes = held ? [] : diff(history.state, observation, number);
  for (const change of changes) applyChange(history.state, change);
  for (const change of changes) history.changes.push(change);
  history.runs.push({
    run: number,
    at: observation.at,
    source: observation.source,
    sha256: observation.sha256,
    settings: observation.settings,
    state: held ? "held" : "accepted",
    rows: observation.rows,
    items: observation.items.size,
    skipped: observation.skipped,
    fields: observation.fields,
    assumed: observation.assumed,
    ordered: observation.order !== null && observation.order.length > 0,
    missing: held || shrunk ? missing : null,
    changes: changes.length,
    findings: observation.findings,
  });
};

/** Keeps a held-back run whose file is no longer there, under its new number. */
export const keepHeld = (history: History, run: Run): void => {
  history.runs.push({ ...run, run: history.runs.length + 1 });
};
