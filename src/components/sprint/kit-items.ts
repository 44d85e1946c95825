import type { Report } from "../../report/schema.ts";

type SprintItems = NonNullable<Report["metrics"]["backlog-flow"]>["items"][number];
type KitItem = NonNullable<SprintItems["arrived"]>[number] & { failed?: readonly string[] };

/** What happened to items in a sprint: one list of the retrospective. */
interface KitList {
  id: string;
  title: string;
  /** What the list is for, where its title does not say it. */
  note: string | null;
  items: KitItem[];
}

/** In the order in which a retrospective asks: the runway first, then the sprint, then the backlog around it. */
const LISTS: readonly { id: Exclude<keyof SprintItems, "sprint">; title: string; note: string | null }[] = [
  { id: "becameReady", title: "Became ready", note: null },
  {
    id: "fellOut",
    title: "Fell out of ready",
    note: "Passed the ready rule, and then no longer; with what each lacks.",
  },
  { id: "wentStale", title: "Went stale", note: "Ready for longer than three sprints." },
  {
    id: "pulledUnready",
    title: "Pulled before they were ready",
    note: "With what each lacked.",
  },
  { id: "returned", title: "Came back from the sprint", note: null },
  { id: "split", title: "Split off", note: "Made from a larger item." },
  { id: "arrived", title: "New in the backlog", note: null },
  { id: "finished", title: "Finished", note: null },
  { id: "dropped", title: "Dropped", note: null },
  { id: "reopened", title: "Reopened", note: null },
];

export interface KitItems {
  /** The lists that hold something. */
  lists: KitList[];
  /** Titles of the lists that are known to be empty. */
  empty: string[];
  /** Titles of the lists of which nothing is known. */
  unknown: string[];
}

const byReport = new WeakMap<Report, Map<string, SprintItems>>();

const itemsOf = (report: Report, sprint: string): SprintItems | null => {
  let known = byReport.get(report);
  if (known === undefined) {
    known = new Map((report.metrics["backlog-flow"]?.items ?? []).map((items) => [items.sprint, items]));
    byReport.set(report, known);
  }
  return known.get(sprint) ?? null;
};

/** The items behind a sprint's flows, or null where the report publishes none. */
export const kitItems = (report: Report, sprint: string): KitItems | null => {
  const flows = itemsOf(report, sprint);
  if (flows === null) return null;
  const found = LISTS.map(({ id, title, note }) => ({ id, title, note, items: flows[id] ?? null }));
  return {
    lists: found.flatMap((list) =>
      list.items === null || list.items.length === 0 ? [] : [{ ...list, items: list.items }],
    ),
    empty: found.filter(({ items }) => items?.length === 0).map(({ title }) => title.toLowerCase()),
    unknown: found.filter(({ items }) => items === null).map(({ title }) => title.toLowerCase()),
  };
};
