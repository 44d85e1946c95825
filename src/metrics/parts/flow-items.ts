import { type Backlog, begunSprints } from "../../history/backlog.ts";
import { compareKeys } from "../../lib/text.ts";
import type { Facts } from "../../model/facts.ts";
import { type CheckName, failedChecks } from "../../model/ready.ts";
import { entriesBySprint } from "./sprint-entries.ts";
import { FLOWS, transitionsBySprint } from "./transitions.ts";
import { staleBySprint } from "./went-stale.ts";

/** The lists of a sprint page, in the order in which it shows them. */
const FLOW_LISTS = [...FLOWS, "pulledUnready", "wentStale"] as const;
export type FlowList = (typeof FLOW_LISTS)[number];

/** An item, and what it lacked where the list is about that: the checks of the rule of then that it failed. */
type FlowItem = { id: string; failed?: readonly CheckName[] };

/** By item the checks that it failed. */
type Lacks = Map<string, readonly CheckName[]>;

/** The items of each flow of a sprint, each once; `null` where the sprint's number is unknown too. */
export type FlowItems = { sprint: string } & Record<FlowList, FlowItem[] | null>;

/** The items behind the counts of every begun sprint, sorted by key. */
export const flowItems = (
  backlog: Backlog,
  isKnown: (index: number, list: FlowList) => boolean,
): FlowItems[] => {
  const bySprint = transitionsBySprint(backlog);
  const stale = staleBySprint(backlog);
  // Keys are compared once for all lists: to compare two keys takes longer than all else here.
  const rank = new Map([...backlog.items.keys()].sort(compareKeys).map((id, place) => [id, place]));
  const failedBy = (facts: Facts | null, t: number): readonly CheckName[] => {
    const { rule } = backlog.ruleAt(t);
    return facts === null ? rule.checks : failedChecks(facts, rule);
  };
  const sorted = (ids: readonly string[], lacks: Lacks | undefined): FlowItem[] =>
    [...new Set(ids)]
      .sort((a, b) => rank.get(a)! - rank.get(b)!)
      .map((id) => (lacks ? { id, failed: lacks.get(id)! } : { id }));
  const movesIn = (index: number) => {
    const ids = new Map<FlowList, string[]>([["wentStale", stale[index]!]]);
    const lacks = new Map<FlowList, Lacks>([
      ["pulledUnready", new Map()],
      ["fellOut", new Map()],
    ]);
    const put = (list: FlowList, id: string): void => {
      const known = ids.get(list);
      if (known) known.push(id);
      else ids.set(list, [id]);
    };
    for (const { id, born, unreadyAt } of entriesBySprint(backlog)[index]!) {
      if (born || unreadyAt === null) continue;
      put("pulledUnready", id);
      lacks.get("pulledUnready")!.set(id, failedBy(unreadyAt.from?.last ?? null, unreadyAt.at));
    }
    for (const { id, at, flows } of bySprint[index]!) {
      for (const flow of flows) {
        put(flow, id);
        if (flow === "fellOut")
          lacks.get("fellOut")!.set(id, failedBy(backlog.at(id, at)?.facts ?? null, at));
      }
    }
    return { ids, lacks };
  };
  return begunSprints(backlog).map(({ id }, index) => {
    const { ids, lacks } = movesIn(index);
    const itemsOf = (list: FlowList): FlowItem[] => sorted(ids.get(list) ?? [], lacks.get(list));
    const lists = FLOW_LISTS.map((list) => [list, isKnown(index, list) ? itemsOf(list) : null]);
    return { sprint: id, ...Object.fromEntries(lists) } as FlowItems;
  });
};
