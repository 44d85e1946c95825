import type { OrderEdit } from "../../model/change.ts";
import { movesBetween } from "./moves.ts";

/**
 * The smallest edit from one order to the next: departures and drags go out, arrivals and drags are put behind the
 * id they now follow. `null` when nothing changed.
 */
export const orderEdit = (a: readonly string[], b: readonly string[]): OrderEdit | null => {
  const { survivors, moved } = movesBetween(a, b);
  const stays = new Set(survivors);
  for (const id of moved) stays.delete(id);
  const out = a.filter((id) => !stays.has(id));
  const put = b.flatMap((id, index): [string, string | null][] =>
    stays.has(id) ? [] : [[id, index === 0 ? null : b[index - 1]!]],
  );
  return out.length === 0 && put.length === 0 ? null : { out, put };
};

/**
 * The order after an edit. Linear: what is put is chained behind its predecessor, then everything is read off once.
 * @throws Error when an id is put behind one that is not there: the history is damaged.
 */
export const applyOrderEdit = (order: readonly string[], edit: OrderEdit): string[] => {
  const out = new Set(edit.out);
  const behind = new Map<string | null, string>();
  for (const [id, previous] of edit.put) behind.set(previous, id);
  const result: string[] = [];
  const expected = order.length - out.size + edit.put.length;
  const follow = (previous: string | null): void => {
    for (let id = behind.get(previous); id !== undefined; id = behind.get(id)) {
      result.push(id);
      if (result.length > expected) throw new Error("an order edit puts an item behind itself");
    }
  };
  follow(null);
  for (const id of order) {
    if (out.has(id)) continue;
    result.push(id);
    follow(id);
  }
  if (result.length !== expected)
    throw new Error(`an order edit puts items behind ids that are not in the order`);
  return result;
};
