import { fromIso } from "../lib/dates.ts";
import type { Facts } from "../model/facts.ts";
import type { Run } from "../model/run.ts";
import type { History } from "./record.ts";
import { replay } from "./replay.ts";

/** One accepted observation, with what it showed. */
export type Seen = {
  run: Run;
  at: number;
  /** Items in it, open and closed, of a type that counts. */
  items: number;
  /** Ids with a place, top first; `null` where it shows no order. */
  order: readonly string[] | null;
};

/** The accepted observations at or before as-of, oldest first. */
export const observationsOf = (
  history: History,
  options: { asOf: number; isItem: (facts: Facts) => boolean },
): Seen[] => {
  const runs = history.runs.filter((run) => fromIso(run.at) <= options.asOf);
  const seen: Seen[] = [];
  /** Ids that count, kept from run to run: looking at every item each time would cost runs × items. */
  const counted = new Set<string>();
  for (const { run, changes, state } of replay(runs, history.changes)) {
    for (const change of changes) {
      if ("order" in change) continue;
      const known = state.items.get(change.id)!;
      if (known.present && options.isItem(known.facts)) counted.add(change.id);
      else counted.delete(change.id);
    }
    if (run.state !== "accepted") continue;
    seen.push({ run, at: fromIso(run.at), items: counted.size, order: run.ordered ? state.order : null });
  }
  return seen;
};
