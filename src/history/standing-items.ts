import { type ReadyRule, readyTest } from "../model/ready.ts";
import type { ItemAt, ItemHistory } from "./backlog.ts";
import { spanIndex } from "./span-index.ts";
import type { Span } from "./spans.ts";

type Moment = { t: number; beforePlanning: boolean };

export type StandingItems = {
  /** All items that have come into being. */
  known: (t: number) => readonly ItemAt[];
  /** Items in the Product Backlog. */
  all: (moment: Moment) => ItemAt[];
  /** Those of them that pass every check of a rule. */
  ready: (moment: Moment, rule: ReadyRule) => ItemAt[];
};

/** Before planning, only what is started has left for the Sprint Backlog. */
const stands = ({ stage, started }: Span, beforePlanning: boolean): boolean =>
  stage === "product-backlog" || (beforePlanning && stage === "sprint-backlog" && !started);

/**
 * What stands in the Product Backlog at an instant. A backlog of years is asked at every sprint what is ready, and most
 * of its items were closed long before or came later: they are not looked at.
 * @param options.borders starts of sprints, ascending
 */
export const standingItems = (
  items: ReadonlyMap<string, ItemHistory>,
  options: { borders: readonly number[]; itemAt: (item: ItemHistory, t: number) => ItemAt | null },
): StandingItems => {
  const { borders, itemAt } = options;
  const indexOf = (wants: (span: Span) => boolean) => spanIndex(items.values(), { borders, wants });
  const readyBy = new Map<ReadyRule, ReturnType<typeof indexOf>>();
  const pick = (candidates: Iterable<ItemHistory>, t: number, wants: (item: ItemAt) => boolean): ItemAt[] => {
    const picked: ItemAt[] = [];
    for (const candidate of candidates) {
      const item = itemAt(candidate, t);
      if (item && wants(item)) picked.push(item);
    }
    return picked;
  };
  // Only what is ready is asked for at every sprint; all of it at as-of alone, by many.
  let latest: { t: number; items: readonly ItemAt[] } | null = null;
  const known = (t: number): readonly ItemAt[] => {
    if (latest?.t !== t) latest = { t, items: pick(items.values(), t, () => true) };
    return latest.items;
  };
  return {
    known,
    all: ({ t, beforePlanning }) => known(t).filter(({ span }) => stands(span, beforePlanning)),
    ready: ({ t, beforePlanning }, rule) => {
      const isReady = readyTest(rule);
      const passes = ({ facts }: { facts: ItemAt["facts"] }): boolean => facts !== null && isReady(facts);
      let index = readyBy.get(rule);
      if (!index) {
        index = indexOf((span) => stands(span, true) && passes(span));
        readyBy.set(rule, index);
      }
      return pick(index(t), t, (item) => stands(item.span, beforePlanning) && passes(item));
    },
  };
};
