import { stringifyLines } from "../../../src/history/jsonl.ts";
import { orderChain } from "../../../src/history/order/chain.ts";
import type { History } from "../../../src/history/record.ts";
import { applyChange, emptyState, sortedIds } from "../../../src/history/state.ts";

/** The files of a store that one run writes anew, by their paths. */
export type Written = { at: string; files: Map<string, string> };

/**
 * The store after every run of a history, one after the other, as `saveHistory` would have left it each time; the last
 * one proves that against the store's own code. Only what a run touched is put into words again: so many whole stores
 * would take hours.
 */
export function* dailyStores(history: History): Generator<Written> {
  const state = emptyState();
  const order = orderChain();
  const lines = new Map<string, string>();
  let month = { file: "", text: "" };
  let runs = "";
  let next = 0;
  for (const run of history.runs) {
    const changes = history.changes.slice(next, next + run.changes);
    next += run.changes;
    for (const change of changes) {
      if ("order" in change) order.apply(change.order);
      else {
        applyChange(state, change);
        const { facts, present } = state.items.get(change.id)!;
        lines.set(change.id, stringifyLines([{ id: change.id, ...facts, present }]));
      }
    }
    const file = `changes/${run.at.slice(0, 7)}.jsonl`;
    if (month.file !== file) month = { file, text: "" };
    month.text += stringifyLines(changes);
    runs += stringifyLines([run]);
    yield {
      at: run.at,
      files: new Map([
        [month.file, month.text],
        [
          "items.jsonl",
          sortedIds(state)
            .map((id) => lines.get(id)!)
            .join(""),
        ],
        [
          "order.txt",
          order
            .ids()
            .map((id) => `${id}\n`)
            .join(""),
        ],
        ["runs.jsonl", runs],
      ]),
    };
  }
}
