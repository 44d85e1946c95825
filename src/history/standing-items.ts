import { passesAll, type ReadyRule } from "../model/ready.ts";
import type { ItemAt, ItemHistory } from "./backlog.ts";
import { spanIndex } from "./span-index.ts";
import type { Span } from "./spans.ts";

type Moment = { t: number; beforePlanning: boolean };

export type StandingItems = {
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
  const pick = (
    candidates: Iterable<ItemHistory>,
    { t, beforePlanning }: Moment,
    wants: (item: ItemAt) => boolean,
  ): ItemAt[] => {
    const picked: ItemAt[] = [];
    for (const candidate of candidates) {
      const item = itemAt(candidate, t);
      if (item && stands(item.span, beforePlanning) && wants(item)) picked.push(item);
    }
    return picked;
  };
  return {
    // Only what is ready is asked for at every sprint; all of it at as-of alone.
    all: (moment) => pick(items.values(), moment, () => true),
    ready: (moment, rule) => {
      const passes = ({ facts }: { facts: ItemAt["facts"] }): boolean =>
        facts !== null && passesAll(facts, rule);
      let index = readyBy.get(rule);
      if (!index) {
        index = indexOf((span) => stands(span, true) && passes(span));
        readyBy.set(rule, index);
      }
      return pick(index(moment.t), moment, passes);
    },
  };
};
