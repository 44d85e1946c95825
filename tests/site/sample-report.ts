import type { Report, ReportMetric, ReportPoint } from "../../src/report/schema.ts";

const DAY = 86_400_000;
const FIRST_START = Date.parse("2026-01-04T23:00:00Z");
const SPRINT_DAYS = 14;

const iso = (time: number): string => new Date(time).toISOString().replace(".000Z", "Z");

/** Eight two-week sprints of a team in Berlin; the last one is running. */
export const sampleSprints = (): Report["sprints"] =>
  Array.from({ length: 8 }, (_, index) => ({
    id: `sprint-${index + 1}`,
    name: `Sprint ${index + 1}`,
    start: iso(FIRST_START + index * SPRINT_DAYS * DAY),
    end: iso(FIRST_START + (index + 1) * SPRINT_DAYS * DAY),
  }));

type Extra = Record<string, number | string | boolean | null>;

/** One point a sprint; null becomes a gap. */
export const samplePoints = (
  values: readonly (number | null)[],
  { at, extra }: { at: "start" | "end"; extra?: (index: number) => Extra },
): ReportPoint[] =>
  sampleSprints().map((sprint, index) => {
    const value = values[index] ?? null;
    return {
      sprint: sprint.id,
      at: sprint[at],
      value,
      basis: value === null ? "gap" : index < 2 ? "rebuilt" : "observed",
      running: index === 7,
      ...extra?.(index),
    };
  });

export const sampleMetric = (overrides: Partial<ReportMetric> = {}): ReportMetric => ({
  title: "Velocity",
  question: "How much does the team usually finish in a sprint?",
  unit: "points",
  chart: "bar",
  state: "ok",
  reason: null,
  value: 20,
  band: null,
  interval: null,
  series: samplePoints([null, 14, 18, 22, 20, 16, 24, 9], {
    at: "end",
    extra: (index) => ({ items: index + 3 }),
  }),
  columns: [{ key: "items", title: "Finished", unit: "items" }],
  inputs: {},
  explain: [{ title: "Velocity", text: "(18 + 22 + 20 + 16 + 24) ÷ 5 = 20 points a sprint" }],
  ...overrides,
});

const shelfItem = (
  id: string,
  size: number,
  failed: string[] = [],
  imputed = false,
): NonNullable<Report["metrics"]["ready-depth"]["nextSprints"]>[number]["items"][number] => ({
  id,
  title: `Item ${id} of the worked example`,
  url: `https://tracker.example/browse/${id}`,
  size,
  imputed,
  ready: failed.length === 0,
  failed,
});

export const sampleDepth = (): Report["metrics"]["ready-depth"] => ({
  ...sampleMetric({
    title: "Ready depth",
    question: "How many sprints of ready work do we have?",
    unit: "sprints",
    chart: "line",
    value: 1.8,
    band: [2, 3],
    interval: [1.52, 2.13],
    series: samplePoints([null, null, 2.61, 2.4, null, 2.2, 1.9, 1.64], {
      at: "start",
      extra: (index) => ({ readySize: index < 2 || index === 4 ? null : 30 + index }),
    }),
    columns: [{ key: "readySize", title: "Ready size", unit: "points" }],
    inputs: {
      readySize: 36,
      readyItems: 5,
      imputedItems: 1,
      velocity: 20,
      velocitySprints: [18, 22, 20, 16, 24],
      fromTop: 0.65,
      firstUnready: "SHOP-C",
    },
    explain: [
      { title: "Ready depth", text: "36 points ready ÷ 20 points a sprint = 1.8 sprints" },
      { title: "Imputed", text: "1 of 5 ready items has no estimate and counts as 5 points, the median" },
    ],
  }),
  nextSprints: [
    {
      sprint: 1,
      name: "Sprint 9",
      start: "2026-04-26T22:00:00Z",
      ready: 18,
      unready: 3,
      items: [
        shelfItem("SHOP-A", 5),
        shelfItem("SHOP-B", 8),
        shelfItem("SHOP-C", 3, ["acceptanceCriteria"]),
        shelfItem("SHOP-D", 5, [], true),
      ],
    },
    {
      sprint: 2,
      name: "Sprint 10",
      start: "2026-05-10T22:00:00Z",
      ready: 13,
      unready: 8,
      items: [shelfItem("SHOP-E", 13), shelfItem("SHOP-F", 8, ["estimate", "acceptanceCriteria"], true)],
    },
    {
      sprint: 3,
      name: "Sprint 11",
      start: null,
      ready: 5,
      unready: 8,
      items: [shelfItem("SHOP-G", 5), shelfItem("SHOP-H", 8, ["maxSize", "notBlocked"])],
    },
  ],
  window: ["A", "B", "C", "D", "E", "F", "G", "H"].map((letter) => `SHOP-${letter}`),
  firstUnreadyFailed: ["acceptanceCriteria"],
  depthByRule: { label: 2.85, estimate: 2.2, full: 1.8 },
  runsDry: { p50: "2026-05-22", p85: "2026-05-29" },
});

const sampleChurn = (): Report["metrics"]["order-churn"] => ({
  ...sampleMetric({
    title: "Order churn",
    question: "How much is the order being rearranged?",
    unit: "% per sprint",
    chart: "bar",
    value: 40,
    series: samplePoints([null, null, 12, 8, 31, 0, 40, 10], {
      at: "end",
      extra: (index): Extra =>
        index < 2
          ? {}
          : { moves: index - 4 === 2 ? 2 : 1, netMoves: 1, thrash: 50, survivors: 5, observations: 2 },
    }),
    columns: [
      { key: "moves", title: "Moves", unit: "moves" },
      { key: "netMoves", title: "Net moves", unit: "moves" },
      { key: "thrash", title: "Thrash", unit: "%" },
      { key: "survivors", title: "Survivors", unit: "items" },
      { key: "observations", title: "Observations", unit: "" },
    ],
    explain: [{ title: "Order churn", text: "2 moves ÷ 5 survivors = 40 %" }],
  }),
  movers: [
    {
      id: "SHOP-D",
      title: "Item SHOP-D of the worked example",
      url: "https://tracker.example/browse/SHOP-D",
      times: 1,
      distance: 3,
    },
    { id: "SHOP-C", title: null, url: null, times: 1, distance: 2 },
  ],
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
    "refinement-effort": sampleEffort(),
    "order-churn": sampleChurn(),
    velocity: sampleMetric(),
    readiness: sampleMetric({
      title: "Readiness of the window",
      question: "How much of what comes next passes the ready rule?",
      unit: "%",
      value: 65.45,
      chart: "line",
      series: samplePoints([null, null, 80, 74, null, 70, 66, 65.45], { at: "start" }),
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
  withheld: [{ what: "people", why: "names of people are never published" }],
  ...overrides,
});
