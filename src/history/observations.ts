import { fromIso } from "../lib/dates.ts";
import type { ItemChange, OrderEdit } from "../model/change.ts";
import type { Facts } from "../model/facts.ts";
import type { Run } from "../model/run.ts";
import { type OrderPlaces, orderPlaces, ordersOf } from "./order/places.ts";
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

const places = new WeakMap<readonly Seen[], OrderPlaces>();

/** The places of all orders that observations show: laid once, and not before somebody asks for an order. */
export const placesOf = (observations: readonly Seen[]): OrderPlaces => {
  const known = places.get(observations);
  if (known) return known;
  const laid = orderPlaces(observations.map(({ edit }) => edit));
  places.set(observations, laid);
  return laid;
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
  let orders: ReturnType<typeof ordersOf> | null = null;
  const orderAt = (index: number): readonly string[] => {
    orders ??= ordersOf(placesOf(seen));
    return orders(index);
  };
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
    const index = seen.length;
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
