import type { Report } from "../../src/report/schema.ts";
import { sampleMetric, samplePoints } from "./sample-series.ts";

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
    limits: { centre: 2.15, upper: 3.2, lower: 1.1, clamped: false, meanRange: 0.4, rangeLimit: 1.3 },
    signals: [{ sprint: "sprint-3", rule: "outside" }],
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
  bridge: [
    {
      from: "2026-03-29T23:00:00Z",
      to: "2026-04-12T23:00:00Z",
      d0: 1.9,
      d1: 1.64,
      terms: {
        became: 0.5,
        returned: 0,
        fell: -0.1,
        pulled: -0.8,
        closed: 0,
        reestimated: 0,
        velocity: 0.14,
      },
    },
    {
      from: "2026-04-12T23:00:00Z",
      to: "2026-04-20T08:00:00Z",
      d0: 1.64,
      d1: 1.8,
      terms: { became: 0.4, returned: 0.1, fell: 0, pulled: -0.34, closed: 0, reestimated: 0, velocity: 0 },
    },
  ],
  depthByRule: { label: 2.85, estimate: 2.2, full: 1.8 },
  runsDry: { p50: "2026-05-22", p85: "2026-05-29" },
});
