import type { Report, ReportMetric } from "../../src/report/schema.ts";
import { sampleDepth } from "./sample-depth.ts";
import { type Extra, sampleMetric, samplePoints, sampleSprints } from "./sample-series.ts";
import { sampleEffortDepth, sampleFlow, sampleQuestions } from "./sample-sprint.ts";

const MOVERS = [
  {
    id: "SHOP-D",
    title: "Item SHOP-D of the worked example",
    url: "https://tracker.example/browse/SHOP-D",
    times: 1,
    distance: 3,
  },
  { id: "SHOP-C", title: null, url: null, times: 1, distance: 2 },
];

const sampleChurn = (): Report["metrics"]["order-churn"] => ({
  ...sampleMetric({
    title: "Reorder churn",
    question: "How much is the order being rearranged?",
    unit: "% per sprint",
    chart: "bar",
    value: 40,
    limits: { centre: 17, upper: 61, lower: 0, clamped: true, meanRange: 17, rangeLimit: 54 },
    series: samplePoints([null, null, 12, 8, 31, 0, 40, 10], {
      at: "end",
      extra: (index): Extra =>
        index < 2
          ? {}
          : { moves: index - 4 === 2 ? 2 : 1, netMoves: 1, thrash: 0.5, survivors: 5, observations: 2 },
    }),
    columns: [
      { key: "moves", title: "Moves", unit: "moves" },
      { key: "netMoves", title: "Net moves", unit: "moves" },
      { key: "thrash", title: "Thrash", unit: "share" },
      { key: "survivors", title: "Survivors", unit: "items" },
      { key: "observations", title: "Observations", unit: "" },
    ],
    explain: [{ title: "Order churn", text: "2 moves ÷ 5 survivors = 40 %" }],
  }),
  movers: MOVERS,
  moversBySprint: [{ sprint: "sprint-7", movers: MOVERS }],
});

const sampleEffort = (): ReportMetric =>
  sampleMetric({
    title: "Refinement effort",
    question: "What share of capacity goes into refinement?",
    unit: "%",
    chart: "line",
    value: 7.5,
    band: [null, 10],
    series: samplePoints([null, 4, 6.2, 8.1, 11.4, 5.1, 7.5, 3.3], {
      at: "end",
      extra: (index) => ({ hours: index === 0 ? null : 21 + index, capacity: 360 }),
    }),
    columns: [
      { key: "hours", title: "Refinement", unit: "hours" },
      { key: "capacity", title: "Capacity", unit: "hours" },
    ],
    explain: [{ title: "Refinement effort", text: "27 ÷ 360 hours × 100 = 7.5 %" }],
  });

/** The worked example of the metric definitions as a report; every part can be replaced. */
export const sampleReport = (overrides: Partial<Report> = {}): Report => ({
  schemaVersion: 1,
  asOf: "2026-04-20T09:43:49Z",
  dataAsOf: "2026-04-20T04:17:00Z",
  team: { id: "checkout", name: "Checkout", timezone: "Europe/Berlin", unit: "points" },
  rule: [
    { check: "status", text: "status is Ready" },
    { check: "estimate", text: "has an estimate" },
    { check: "acceptanceCriteria", text: "has acceptance criteria" },
    { check: "maxSize", text: "is at most 8 points" },
  ],
  sprints: sampleSprints(),
  observations: [
    {
      at: "2026-04-13T21:59:59Z",
      source: "exports/2026-04-13.csv",
      rows: 57,
      items: 57,
      backlog: 31,
      ordered: 31,
      survivors: null,
      moves: null,
      discordance: null,
    },
    {
      at: "2026-04-20T04:17:00Z",
      source: "exports/2026-04-20T061700.csv",
      rows: 60,
      items: 59,
      backlog: 30,
      ordered: 30,
      survivors: 28,
      moves: 2,
      discordance: 0.1,
    },
  ],
  metrics: {
    "ready-depth": sampleDepth(),
    "refinement-effort": { ...sampleEffort(), effortDepth: sampleEffortDepth(), instead: null },
    "order-churn": sampleChurn(),
    "backlog-flow": sampleFlow(),
    velocity: sampleMetric(),
    readiness: sampleMetric({
      title: "Readiness",
      question: "How much of what comes next passes the ready rule?",
      unit: "%",
      value: 65.45,
      chart: "line",
      series: [],
      inputs: {
        windowSize: 55,
        windowItems: 8,
        checks: { status: 80, estimate: 85.5, acceptanceCriteria: null },
      },
      columns: [],
      explain: [{ title: "Readiness", text: "36 of 55 points in the window = 65.5 %" }],
    }),
  },
  worklist: [
    {
      id: "SHOP-C",
      title: "Keep the basket when signing in",
      url: "https://tracker.example/browse/SHOP-C",
      failed: ["acceptanceCriteria"],
      size: 3,
      ageDays: 12.4,
    },
    {
      id: "SHOP-F",
      title: "Refund part of an order",
      url: "https://tracker.example/browse/SHOP-F",
      failed: ["estimate", "acceptanceCriteria"],
      size: null,
      ageDays: 41,
    },
    {
      id: "SHOP-H",
      title: "Invoice for companies",
      url: null,
      failed: ["maxSize", "notBlocked"],
      size: 8,
      ageDays: null,
    },
  ],
  agenda: { ids: ["SHOP-C", "SHOP-F"], depth: 2.35, minutes: 48 },
  verdict: {
    level: "below",
    headline: "1.8 sprints of work are ready. Planning needs two.",
    detail: "Below the band of 2 to 3 sprints since Sprint 7.",
  },
  insights: [
    { metric: "ready-depth", text: "Ready depth has been below the band for the second sprint." },
    { metric: "order-churn", text: "2 of 5 items changed places in Sprint 7." },
  ],
  questions: sampleQuestions(),
  annotations: [{ on: "2026-03-02", text: "New Product Owner" }],
  quality: [
    {
      id: "row-unreadable",
      level: "warning",
      count: 3,
      where: ["exports/2026-04-20T061700.csv:148"],
      text: "Rows could not be read",
    },
    { id: "status-unmapped", level: "info", count: 1, where: [], text: "A status has no category" },
  ],
  withheld: [{ what: "people", why: "names of people are never published", count: null }],
  ...overrides,
});
