import { type Backlog, begunSprints } from "../history/backlog.ts";
import { spanAt } from "../history/spans.ts";
import { plural, shown } from "../lib/words.ts";
import type { Sprint } from "../model/sprint.ts";
import { defineMetric } from "./define.ts";
import { periodBasis } from "./parts/period-basis.ts";
import { entriesBySprint } from "./parts/sprint-entries.ts";
import { ruleFields, sprintSeries } from "./parts/sprint-series.ts";
import { unknownSprint } from "./parts/unknown-sprint.ts";

/** metrics.md §3: needs so many items of each kind over so many sprints. */
const FEWEST_ITEMS = 10;
const SPRINTS = 10;

type Counts = { ready: number; readyFinished: number; unready: number; unreadyFinished: number };

const NOTHING: Counts = { ready: 0, readyFinished: 0, unready: 0, unreadyFinished: 0 };
const BLANK = { ready: null, readyFinished: null, unready: null, unreadyFinished: null };

/** Finished as of the sprint's end, as velocity counts it: an item that is reopened by then was not. */
const isFinished = (backlog: Backlog, id: string, sprint: Sprint): boolean => {
  const span = spanAt(backlog.items.get(id)!.spans, Math.min(sprint.end, backlog.asOf));
  const at = span?.stage === "finished" ? (span.closing?.at ?? null) : null;
  return at !== null && at < sprint.end;
};

/** Items that entered the Sprint Backlog of a sprint, those born in it left out, and how many were finished there. */
const countsOf = (backlog: Backlog, sprint: Sprint, index: number): Counts => {
  const counts = { ...NOTHING };
  for (const { id, born, ready } of entriesBySprint(backlog)[index]!) {
    if (born) continue;
    const finished = Number(isFinished(backlog, id, sprint));
    counts[ready ? "ready" : "unready"] += 1;
    counts[ready ? "readyFinished" : "unreadyFinished"] += finished;
  }
  return counts;
};

const add = (a: Counts, b: Counts): Counts => ({
  ready: a.ready + b.ready,
  readyFinished: a.readyFinished + b.readyFinished,
  unready: a.unready + b.unready,
  unreadyFinished: a.unreadyFinished + b.unreadyFinished,
});

const whyNot = ({ ready, unready }: Counts): string | null => {
  if (ready < FEWEST_ITEMS) return `${ready} of ${FEWEST_ITEMS} items that were ready when pulled`;
  if (unready < FEWEST_ITEMS) return `${unready} of ${FEWEST_ITEMS} items that were not ready when pulled`;
  return null;
};

/** Does it pay to pull only what is ready? metrics.md §3. */
export const readyPayoff = defineMetric({
  id: "ready-payoff",
  title: "Ready payoff",
  unit: "% points",
  question: "Is ready work finished within its sprint more often?",
  needs: ["ready"],
  chart: "line",
  columns: [
    { key: "ready", title: "Ready when pulled", unit: "items" },
    { key: "readyFinished", title: "Of those finished", unit: "items" },
    { key: "unready", title: "Not ready when pulled", unit: "items" },
    { key: "unreadyFinished", title: "Of those finished", unit: "items" },
  ],
  // Neighbouring points share nine of ten sprints: their differences say nothing about what the process does.
  process: null,
  band: () => null,
  measure: (backlog) => {
    const unknown = unknownSprint(backlog);
    if (unknown !== null) return unknown;
    const own = begunSprints(backlog).map((sprint, index) =>
      periodBasis(backlog, sprint, ruleFields(backlog, sprint)) === "gap"
        ? NOTHING
        : countsOf(backlog, sprint, index),
    );
    const { last, ...result } = sprintSeries(backlog, {
      fields: (sprint) => ruleFields(backlog, sprint),
      blank: () => BLANK,
      measure: (_, index) => {
        const counts = own.slice(Math.max(0, index + 1 - SPRINTS), index + 1).reduce(add, NOTHING);
        const why = whyNot(counts);
        const { ready, readyFinished, unready, unreadyFinished } = counts;
        const value = why === null ? (readyFinished / ready - unreadyFinished / unready) * 100 : null;
        return { value, more: counts, why };
      },
    });
    const share = (kind: "ready" | "unready"): string =>
      `${shown(last!.more[`${kind}Finished`]!)} of ${plural(last!.more[kind]!, "item")}`;
    return {
      ...result,
      inputs: { sprint: last?.sprint.id ?? null, ...(last?.more ?? BLANK) },
      extra: {},
      explain:
        result.value === null
          ? []
          : [
              {
                title: "The last ten sprints",
                text: `Finished within the sprint: ${share("ready")} that were ready when pulled, ${share("unready")} that were not. The difference is ${shown(result.value)} percentage points.`,
              },
            ],
    };
  },
});
