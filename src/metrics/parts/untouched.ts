import type { Backlog, ItemAt } from "../../history/backlog.ts";
import { DAY } from "../../lib/dates.ts";
import { BOT } from "../../model/change.ts";

type Acts = { person: number; bots: Set<number> };

/** What persons and bots did to some items, by id: a reminder from a bot is nobody's look at an item. */
const actsOn = (backlog: Backlog, ids: ReadonlySet<string>): Map<string, Acts> => {
  const acts = new Map<string, Acts>();
  for (const { id, at, by } of backlog.activity ?? []) {
    if (!ids.has(id)) continue;
    const own = acts.get(id) ?? { person: Number.NEGATIVE_INFINITY, bots: new Set() };
    if (by === BOT) own.bots.add(at);
    else own.person = at;
    acts.set(id, own);
  }
  return acts;
};

/**
 * How many of some items nobody has changed for so many days, and that were there for as long; `null` where the
 * history does not reach back far enough to say. Creating an item is a change, crossing a sprint border is none.
 */
export const untouchedFor = (backlog: Backlog, items: readonly ItemAt[], days: number): number | null => {
  const since = backlog.asOf - days * DAY;
  const watchedFrom =
    backlog.activity === null
      ? (backlog.observations[0]?.at ?? Number.POSITIVE_INFINITY)
      : Number.NEGATIVE_INFINITY;
  const acts = actsOn(backlog, new Set(items.map(({ id }) => id)));
  let untouched = 0;
  for (const { id } of items) {
    const { spans } = backlog.items.get(id)!;
    const own = acts.get(id);
    const isTouch = (index: number): boolean => {
      const { from, facts } = spans[index]!;
      const before = spans[index - 1];
      if (before === undefined) return facts === null || from > watchedFrom;
      // The first look at an item, and a border that it crosses, are nobody's doing.
      if (before.facts === null || before.facts === facts) return false;
      return !own?.bots.has(from) || own.person === from;
    };
    const latest = Math.max(own?.person ?? Number.NEGATIVE_INFINITY, backlog.changedAside(id) ?? since);
    let touched = latest > since;
    for (let index = spans.length - 1; !touched && index >= 0 && spans[index]!.from > since; index -= 1)
      touched = isTouch(index);
    if (touched) continue;
    if (watchedFrom > since) return null;
    untouched += 1;
  }
  return untouched;
};
