import { compareKeys } from "../lib/text.ts";
import { type Change, isEvent, type TrackerEvent } from "../model/change.ts";
import type { Facts } from "../model/facts.ts";
import { applyOrderEdit } from "./order/edit.ts";

/** One item as the store knows it now. `present`: it was in the last accepted observation. */
type Known = { facts: Facts; present: boolean };

/** What is known after the last accepted observation: the fold of all changes. */
export type State = { items: Map<string, Known>; order: string[] };

export const emptyState = (): State => ({ items: new Map(), order: [] });

/** What an item's facts become by an event; the same object when it says nothing about them. */
export const afterEvent = (facts: Facts, { set, label }: TrackerEvent): Facts => {
  if (!set && !label) return facts;
  const next = { ...facts, ...set };
  if (!label) return next;
  const [sign, id] = label;
  const others = (next.labels ?? []).filter((one) => one !== id);
  // Labels stay in the order in which they were given: the estimate is the one added last.
  return { ...next, labels: sign === "+" ? [...others, id] : others };
};

/**
 * Applies one change in place.
 * @throws Error on a change that cannot follow (an unknown id, one that arrives twice): the history is damaged.
 */
export const applyChange = (state: State, change: Change): void => {
  if ("order" in change) {
    state.order = applyOrderEdit(state.order, change.order);
    return;
  }
  const known = state.items.get(change.id);
  if ("new" in change) {
    if (known) throw new Error(`${change.id} arrives a second time`);
    state.items.set(change.id, { facts: change.new, present: true });
    return;
  }
  if (!known) throw new Error(`${change.id} changes before it arrived`);
  if ("gone" in change) {
    known.present = false;
    return;
  }
  if (isEvent(change)) {
    known.facts = afterEvent(known.facts, change);
    return;
  }
  known.facts = { ...known.facts, ...change.set };
  if (change.back) known.present = true;
};

/** Ids in the store's order: keys with their numbers as numbers. */
export const sortedIds = (state: State): string[] => [...state.items.keys()].sort(compareKeys);
