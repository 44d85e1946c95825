import { type Backlog, begunSprints } from "../../history/backlog.ts";
import { compareKeys } from "../../lib/text.ts";
import { entriesBySprint } from "./sprint-entries.ts";
import { FLOWS, transitionsBySprint } from "./transitions.ts";
import { staleBySprint } from "./went-stale.ts";

/** The lists of a sprint page, in the order in which it shows them. */
const FLOW_LISTS = [...FLOWS, "pulledUnready", "wentStale"] as const;
export type FlowList = (typeof FLOW_LISTS)[number];

/** The items of each flow of a sprint, each once; `null` where the sprint's number is unknown too. */
export type FlowItems = { sprint: string } & Record<FlowList, { id: string }[] | null>;

/** The items behind the counts of every begun sprint, sorted by key. */
export const flowItems = (
  backlog: Backlog,
  isKnown: (index: number, list: FlowList) => boolean,
): FlowItems[] => {
  const bySprint = transitionsBySprint(backlog);
  const stale = staleBySprint(backlog);
  // Keys are compared once for all lists: to compare two keys takes longer than all else here.
  const rank = new Map([...backlog.items.keys()].sort(compareKeys).map((id, place) => [id, place]));
  const sorted = (ids: readonly string[]): { id: string }[] =>
    [...new Set(ids)].sort((a, b) => rank.get(a)! - rank.get(b)!).map((id) => ({ id }));
  const idsOf = (index: number): Map<FlowList, string[]> => {
    const ids = new Map<FlowList, string[]>([["wentStale", stale[index]!]]);
    const entries = entriesBySprint(backlog)[index]!.filter(({ born, ready }) => !born && !ready);
    ids.set(
      "pulledUnready",
      entries.map(({ id }) => id),
    );
    for (const { id, flows } of bySprint[index]!) {
      for (const flow of flows) {
        const list = ids.get(flow);
        if (list) list.push(id);
        else ids.set(flow, [id]);
      }
    }
    return ids;
  };
  return begunSprints(backlog).map(({ id }, index) => {
    const ids = idsOf(index);
    const lists = FLOW_LISTS.map((list) => [list, isKnown(index, list) ? sorted(ids.get(list) ?? []) : null]);
    return { sprint: id, ...Object.fromEntries(lists) } as FlowItems;
  });
};
