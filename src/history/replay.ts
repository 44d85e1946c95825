import type { Change } from "../model/change.ts";
import type { Run } from "../model/run.ts";
import { applyChange, emptyState, type State } from "./state.ts";

/** Walks a history run by run; the state that is handed over is the same object, changed in place, each time. */
export const replay = function* (
  runs: readonly Run[],
  changes: readonly Change[],
): Generator<{ run: Run; changes: readonly Change[]; state: State }> {
  const state = emptyState();
  let from = 0;
  for (const run of runs) {
    const own = changes.slice(from, from + run.changes);
    for (const change of own) applyChange(state, change);
    from += run.changes;
    yield { run, changes: own, state };
  }
};
