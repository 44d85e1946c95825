import { compareKeys, fold } from "../lib/text.ts";
import type { Change } from "../model/change.ts";
import { type Facts, FIELDS, type Field, sameValue } from "../model/facts.ts";
import type { Observation } from "../model/observation.ts";
import { orderEdit } from "./order/edit.ts";
import type { State } from "./state.ts";

/**
 * What an item's facts become by an observation. A column that is not there says nothing, so its value stays, but a
 * status category stays only while the status does: a new status with an old category would be a guess.
 */
const merge = (known: Facts, seen: Facts, fields: ReadonlySet<Field>): Partial<Facts> => {
  const set: Record<string, Facts[Field]> = {};
  for (const field of FIELDS) {
    if (fields.has(field) && !sameValue(known[field], seen[field])) set[field] = seen[field];
  }
  const renamed = "status" in set && fold(seen.status ?? "") !== fold(known.status ?? "");
  const isGuessed = renamed && !fields.has("category");
  if (isGuessed && known.category !== null) set.category = null;
  // A date of the category, or where there is none of the status, that was before would date a closing by something else.
  if (("category" in set || isGuessed) && !fields.has("categoryAt") && known.categoryAt !== null)
    set.categoryAt = null;
  return set;
};

/**
 * The changes that lead from what is known to what an observation shows, in a fixed order: items by key, then the
 * order. Equal input gives equal changes; nothing changed gives none.
 */
export const diff = (state: State, observation: Observation, run: number): Change[] => {
  const { at } = observation;
  const fields = new Set(observation.fields);
  const changes: Change[] = [];
  const ids = new Set([...state.items.keys(), ...observation.items.keys()]);
  for (const id of [...ids].sort(compareKeys)) {
    const known = state.items.get(id);
    const seen = observation.items.get(id);
    if (!known) {
      changes.push({ run, at, id, new: seen! });
      continue;
    }
    if (!seen) {
      if (known.present) changes.push({ run, at, id, gone: true });
      continue;
    }
    const set = merge(known.facts, seen, fields);
    if (!known.present) changes.push({ run, at, id, set, back: true });
    else if (Object.keys(set).length > 0) changes.push({ run, at, id, set });
  }
  if (observation.order !== null && observation.order.length > 0) {
    const order = orderEdit(state.order, observation.order);
    if (order) changes.push({ run, at, order });
  }
  return changes;
};
