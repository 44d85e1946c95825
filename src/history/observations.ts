import { fromIso } from "../lib/dates.ts";
import type { ItemChange, OrderEdit } from "../model/change.ts";
import type { Facts } from "../model/facts.ts";
import type { Run } from "../model/run.ts";
import { orderChain } from "./order-chain.ts";
import type { History } from "./record.ts";

/** One accepted observation, with what it showed. */
export type Seen = {
  run: Run;
  at: number;
  /** Items in it, open and closed, of a type that counts. */
  items: number;
  /** How the order was rearranged since the one before; `null` where it was not, or is not shown. */
  edit: OrderEdit | null;
  /** Ids with a place, top first; `null` where it shows no order. Put together when asked for. */
  readonly order: readonly string[] | null;
};

/** Orders by the index of their observation. The last one is kept: thousands of orders of thousands of ids are not. */
const ordersOf = (edits: readonly (OrderEdit | null)[]): ((index: number) => readonly string[]) => {
  let chain = orderChain();
  let applied = 0;
  let kept: readonly string[] | null = null;
  return (index) => {
    if (applied > index + 1) [chain, applied, kept] = [orderChain(), 0, null];
    for (; applied <= index; applied += 1) {
      const edit = edits[applied];
      if (!edit) continue;
      chain.apply(edit);
      kept = null;
    }
    kept ??= chain.ids();
    return kept;
  };
};

/** What decides whether an item counts: its type and its sub-task flag, and whether the last observation has it. */
type Counted = { facts: Facts; isItem: boolean; present: boolean };

/** Keeps count of the items that are there, change by change: looking at all of them each time would cost runs × items. */
const itemCounter = (isItem: (facts: Facts) => boolean) => {
  const known = new Map<string, Counted>();
  let count = 0;
  const judge = (one: Counted, facts: Facts): void => {
    one.facts = facts;
    one.isItem = isItem(facts);
  };
  const take = (change: ItemChange): void => {
    if ("new" in change) {
      const one = { facts: change.new, isItem: isItem(change.new), present: true };
      known.set(change.id, one);
      if (one.isItem) count += 1;
      return;
    }
    const set = "gone" in change ? undefined : change.set;
    const isTyped = set !== undefined && ("type" in set || "subtask" in set);
    if (!isTyped && !("gone" in change) && !("back" in change)) return;
    const one = known.get(change.id)!;
    const did = one.isItem && one.present;
    if (isTyped) judge(one, { ...one.facts, ...set });
    if ("gone" in change) one.present = false;
    else if ("back" in change) one.present = true;
    count += Number(one.isItem && one.present) - Number(did);
  };
  return { take, count: () => count };
};

/**
 * The accepted observations at or before as-of, oldest first.
 * @param options.isItem asks nothing but the type and the sub-task flag, by which alone an item is one
 */
export const observationsOf = (
  history: History,
  options: { asOf: number; isItem: (facts: Facts) => boolean },
): Seen[] => {
  const seen: Seen[] = [];
  const counter = itemCounter(options.isItem);
  const edits: (OrderEdit | null)[] = [];
  const orderAt = ordersOf(edits);
  let next = 0;
  for (const run of history.runs) {
    const at = fromIso(run.at);
    if (at > options.asOf) break;
    let edit: OrderEdit | null = null;
    for (const end = next + run.changes; next < end; next += 1) {
      const change = history.changes[next]!;
      if ("order" in change) edit = change.order;
      else counter.take(change);
    }
    if (run.state !== "accepted") continue;
    const index = edits.push(edit) - 1;
    seen.push({
      run,
      at,
      items: counter.count(),
      edit,
      get order() {
        return run.ordered ? orderAt(index) : null;
      },
    });
  }
  return seen;
};
