import type { Backlog } from "../../history/backlog.ts";
import { spanAt } from "../../history/spans.ts";
import { DAY } from "../../lib/dates.ts";
import { createdAt } from "./created.ts";

/** metrics.md §3: a parent given later than this after the creation is no split. */
const SPLIT_WITHIN = DAY / 24;

/** How an item came into the backlog. */
export type Arrival = {
  kind: "arrived" | "split";
  at: number;
  created: number;
  /** The tracker dates the creation; else it is that of the look that first shows the item. */
  isDated: boolean;
};

const isItemAt = (backlog: Backlog, id: string, t: number): boolean => {
  const stage = spanAt(backlog.items.get(id)?.spans ?? [], t)?.stage;
  return stage !== undefined && stage !== "ignored";
};

/**
 * Whether an item was given a parent that is an item within one hour of its creation. What the first look shows was
 * so from the beginning, as far as anybody knows.
 */
const isSplit = (backlog: Backlog, id: string, created: number): boolean => {
  const { spans } = backlog.items.get(id)!;
  const first = spans.findIndex(({ facts }) => facts !== null);
  for (let index = 0; index < spans.length; index += 1) {
    const { facts, from } = spans[index]!;
    if (index > first && from > created + SPLIT_WITHIN) return false;
    const parent = facts?.parent ?? null;
    if (parent !== null && parent !== id && isItemAt(backlog, parent, from)) return true;
  }
  return false;
};

/**
 * The arrival of an item: its creation or transfer, else the look that first shows it after another that did not;
 * `null` where nobody knows when it was.
 * metrics.md §1, "a team's items"; §3, `backlog-flow`.
 */
export const arrivalOf = (backlog: Backlog, id: string): Arrival | null => {
  const { spans } = backlog.items.get(id)!;
  const at = spans.find(({ stage }) => stage !== "ignored")!.from;
  const own = createdAt(spans);
  const isTold = backlog.toldUntil > Number.NEGATIVE_INFINITY;
  const isNew = at > (backlog.observations[0]?.at ?? Number.POSITIVE_INFINITY);
  if (own === null && !isTold && !isNew) return null;
  const created = own ?? at;
  const kind = isSplit(backlog, id, created) ? "split" : "arrived";
  return { kind, at, created, isDated: own !== null || isTold };
};
