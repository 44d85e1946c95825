import type { Report } from "../../src/report/schema.ts";
import { sampleMetric, samplePoints, sampleSprints } from "./sample-series.ts";

type Flow = NonNullable<Report["metrics"]["backlog-flow"]>;
export type FlowItem = NonNullable<Flow["items"][number]["arrived"]>[number];

export const flowItem = (
  id: string,
  title: string | null = `Item ${id} of the worked example`,
): FlowItem => ({
  id,
  title,
  url: `https://tracker.example/browse/${id}`,
});

const keys = (count: number): FlowItem[] =>
  Array.from({ length: count }, (_, index) => flowItem(`SHOP-${index + 1}`));

const lacking = (items: FlowItem[] | null, failed: string[]) =>
  items?.map((item) => ({ ...item, failed })) ?? null;

/** What came and went, with the items of each sprint; nothing is known of the first. */
export const sampleFlow = (): Flow => ({
  ...sampleMetric({
    title: "Backlog flow",
    question: "What comes into the backlog, and what leaves it?",
    unit: "items",
    value: -2,
    series: samplePoints([null, 3, -1, 4, 0, 2, -2, 1], { at: "end" }),
    columns: [],
    explain: [],
  }),
  items: sampleSprints().map(({ id }, index) => {
    const known = (count: number): FlowItem[] | null => (index === 0 ? null : keys(count));
    return {
      sprint: id,
      arrived: known(9),
      split: known(1),
      becameReady: known(4),
      returnedReady: known(0),
      fellOut: lacking(known(1), ["estimate"]),
      pulled: known(5),
      pulledUnready: lacking(known(2), ["acceptanceCriteria", "maxSize"]),
      returned: known(0),
      finished: known(5),
      dropped: known(0),
      reopened: known(0),
      wentStale: index < 4 ? null : keys(1),
    };
  }),
});

export const sampleQuestions = (): Report["questions"] => [
  {
    sprint: "sprint-7",
    metric: "order-churn",
    text: "Two items moved. What did we learn between the looks?",
  },
  {
    sprint: "sprint-7",
    metric: "ready-depth",
    text: "Ready depth fell. What kept items from becoming ready?",
  },
  { sprint: "sprint-6", metric: "velocity", text: "A question of another sprint?" },
];

export const sampleEffortDepth = (): Report["metrics"]["refinement-effort"]["effortDepth"] => [
  { sprint: "sprint-5", effort: 11.4, depth: 1.8, quadrant: "not converging" },
  { sprint: "sprint-6", effort: null, depth: 1.9, quadrant: null },
  { sprint: "sprint-7", effort: 7.5, depth: 1.64, quadrant: "under-invested" },
];
