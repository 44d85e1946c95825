import type { Report } from "../../src/report/schema.ts";
import { sampleReport } from "./sample-report.ts";
import { sampleMetric } from "./sample-series.ts";
import { flowItem } from "./sample-sprint.ts";

const MANY = 40;
const METRICS = 9;

const limits = { centre: 15, upper: 30, lower: 0, clamped: false, meanRange: 5, rangeLimit: 16 };

/** The most that a sprint's page has to hold: every list long, every number known, long titles and questions. */
export const fullSprintReport = (): Report => {
  const report = sampleReport({ team: { id: "full", name: "Full", timezone: "UTC", unit: "points" } });
  const flow = report.metrics["backlog-flow"]!;
  const title = "A title as long as people write them when they are in a hurry and nobody minds";
  const failed = ["status", "estimate", "acceptanceCriteria"];
  const many = Array.from({ length: MANY }, (_, index) => ({ ...flowItem(`FULL-${index}`, title), failed }));
  const others = Array.from({ length: METRICS }, (_, index) => [
    `other-${index}`,
    sampleMetric({ title: `Another number ${index}`, limits }),
  ]);
  return {
    ...report,
    metrics: {
      ...report.metrics,
      ...Object.fromEntries(others),
      "order-churn": {
        ...report.metrics["order-churn"],
        moversBySprint: [
          { sprint: "sprint-7", movers: many.map((item) => ({ ...item, times: 3, distance: 12 })) },
        ],
      },
      "backlog-flow": {
        ...flow,
        items: flow.items.map(({ sprint, ...lists }) => ({
          ...lists,
          ...Object.fromEntries(Object.keys(lists).map((list) => [list, many])),
          sprint,
        })),
      },
    },
    questions: ["ready-depth", "order-churn", "velocity"].map((metric) => ({
      sprint: "sprint-7",
      metric,
      text: `${title}. ${title}. What was different?`,
    })),
  };
};
