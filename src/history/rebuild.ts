import { type Facts, FIELDS } from "../model/facts.ts";
import type { Observation } from "../model/observation.ts";
import type { Run } from "../model/run.ts";
import { byInstant } from "./plan.ts";
import { emptyHistory, type History, keepHeld, type RecordOptions, record } from "./record.ts";
import { replay } from "./replay.ts";
import type { State } from "./state.ts";

/** An accepted run as the observation it once was, from the state right after it. */
const toObservation = (run: Run, state: State): Observation => {
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
  };
};

/**
 * The history that would have come of reading everything in its right order: observations that were read anew take
 * the place of what the store knew of the same file, and what is no longer in the exports folder is kept as it was.
 */
export const rebuild = (old: History, fresh: readonly Observation[], options: RecordOptions): History => {
  const replaced = new Set(fresh.map((observation) => observation.source));
  const kept: (Observation | Run)[] = [];
  for (const { run, state } of replay(old.runs, old.changes)) {
    if (replaced.has(run.source)) continue;
    kept.push(run.state === "held" ? run : toObservation(run, state));
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
