import { type Backlog, begunSprints } from "../history/backlog.ts";
import { plural, shown } from "../lib/words.ts";
import type { Sprint } from "../model/sprint.ts";
import { defineMetric, type Point } from "./define.ts";
import { flowItems } from "./parts/flow-items.ts";
import { flowTotals, netGrowth } from "./parts/flow-sizes.ts";
import { isSeen, periodBasis } from "./parts/period-basis.ts";
import type { Sizing } from "./parts/sizing.ts";
import { ruleFields, sprintSeries } from "./parts/sprint-series.ts";
import { FLOWS, type Flow, transitionsBySprint } from "./parts/transitions.ts";

const TITLES: Record<Flow, string> = {
  arrived: "Arrived",
  split: "Split off",
  becameReady: "Became ready",
  returnedReady: "Returned ready",
  fellOut: "Fell out of ready",
  pulled: "Pulled into a sprint",
  returned: "Returned",
  finished: "Finished",
  dropped: "Dropped",
  reopened: "Reopened",
};

const OF_READINESS: ReadonlySet<string> = new Set([
  "becameReady",
  "returnedReady",
  "fellOut",
  "pulledUnready",
  "wentStale",
]);

/** What dates alone tell of a sprint that nobody looked at when it began: when items came, and when they ended. */
const isDated = (backlog: Backlog, sprint: Sprint, flow: string): boolean => {
  const { begin, asOf } = backlog;
  if (begin === null || sprint.end <= begin || !isSeen(backlog, sprint)) return false;
  if (flow === "arrived" || flow === "split") return backlog.knows("createdAt", asOf);
  const ends = flow === "finished" || flow === "dropped";
  return ends && (backlog.knows("resolvedAt", asOf) || backlog.knows("categoryAt", asOf));
};

const isKnownIn = (backlog: Backlog, sprint: Sprint): ((flow: string) => boolean) => {
  const seen = periodBasis(backlog, sprint, []) !== "gap";
  const judged =
    backlog.ruleAt(backlog.asOf).unknown === null &&
    periodBasis(backlog, sprint, ruleFields(backlog, sprint)) !== "gap";
  return (flow) => (OF_READINESS.has(flow) ? judged : seen || isDated(backlog, sprint, flow));
};

type CountOptions = { sprint: Sprint; index: number; sizing: Sizing; isKnown: (flow: string) => boolean };

const countsOf = (backlog: Backlog, { index, isKnown, ...options }: CountOptions): Point["more"] => {
  const transitions = transitionsBySprint(backlog)[index]!;
  const totals = flowTotals(transitions, options);
  const more: Point["more"] = {};
  for (const flow of FLOWS) {
    const total = totals.get(flow) ?? { items: 0, size: 0 };
    more[flow] = isKnown(flow) ? total.items : null;
    more[`${flow}Size`] = isKnown(flow) ? total.size : null;
  }
  return more;
};

const describe = (name: string, more: Point["more"]) => {
  const parts = FLOWS.flatMap((flow) =>
    more[flow] ? [`${shown(more[flow])} ${TITLES[flow].toLowerCase()}`] : [],
  );
  const net = more.net!;
  return [
    {
      title: name,
      text: `The Product Backlog ${net === 0 ? "kept its number of items" : `${net > 0 ? "grew" : "shrank"} by ${plural(Math.abs(net), "item")}`}. ${parts.length === 0 ? "Nothing moved." : `Of items: ${parts.join(", ")}.`}`,
    },
  ];
};

/** What came into the backlog, became ready and left it, and by how much the Product Backlog grew: metrics.md §3. */
export const backlogFlow = defineMetric({
  id: "backlog-flow",
  title: "Backlog flow",
  unit: "items",
  question: "What comes into the backlog, and what leaves it?",
  needs: [],
  chart: "bar",
  columns: FLOWS.map((key) => ({ key, title: TITLES[key], unit: "items" })),
  process: { minimum: Number.NEGATIVE_INFINITY, wholeAtStart: false },
  band: () => null,
  blank: { inputs: {}, extra: { items: [] } },
  measure: (backlog, { sizing }) => {
    const known = new Map(begunSprints(backlog).map((sprint) => [sprint, isKnownIn(backlog, sprint)]));
    const counts = (sprint: Sprint, index: number): Point["more"] =>
      countsOf(backlog, { sprint, index, sizing, isKnown: known.get(sprint)! });
    const { last, ...result } = sprintSeries(backlog, {
      fields: () => [],
      blank: (sprint, index) => ({ ...counts(sprint, index), net: null, netSize: null }),
      measure: (sprint, index) => {
        const net = netGrowth(transitionsBySprint(backlog)[index]!, { sizing, sprint });
        const more = { ...counts(sprint, index), net: net.items, netSize: net.size };
        return { value: net.items, more, why: null };
      },
    });
    return {
      ...result,
      inputs: { sprint: last?.sprint.id ?? null, unit: sizing.unit, ...last?.more },
      extra: {
        items: flowItems(backlog, (index, list) => known.get(backlog.sprints[index]!)!(list)),
      },
      explain: result.value === null ? [] : describe(last!.sprint.name, last!.more),
    };
  },
});
