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
  const sorted = (items: ReadonlyMap<string, FlowItem>): FlowItem[] =>
    [...items.values()].sort((a, b) => rank.get(a.id)! - rank.get(b.id)!);
  const failedBy = (facts: Facts | null, t: number): readonly CheckName[] => {
    const { rule } = backlog.ruleAt(t);
    return facts === null ? rule.checks : failedChecks(facts, rule);
  };
  const itemsOf = (index: number): Map<FlowList, Map<string, FlowItem>> => {
    const lists = new Map<FlowList, Map<string, FlowItem>>(FLOW_LISTS.map((list) => [list, new Map()]));
    for (const id of stale[index]!) lists.get("wentStale")!.set(id, { id });
    for (const { id, born, unreadyAt } of entriesBySprint(backlog)[index]!) {
      if (born || unreadyAt === null) continue;
      const { at, from } = unreadyAt;
      lists.get("pulledUnready")!.set(id, { id, failed: failedBy(from?.last ?? null, at) });
    }
    for (const { id, at, flows } of bySprint[index]!) {
      for (const flow of flows) {
        const fell = flow === "fellOut" ? { failed: failedBy(backlog.at(id, at)?.facts ?? null, at) } : {};
        lists.get(flow)!.set(id, { id, ...fell });
      }
    }
    return lists;
  };
  return begunSprints(backlog).map(({ id }, index) => {
    const items = itemsOf(index);
    const lists = FLOW_LISTS.map((list) => [list, isKnown(index, list) ? sorted(items.get(list)!) : null]);
    return { sprint: id, ...Object.fromEntries(lists) } as FlowItems;
  });
};
