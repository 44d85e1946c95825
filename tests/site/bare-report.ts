import type { Report, ReportMetric } from "../../src/report/schema.ts";
import { sampleDepth } from "./sample-depth.ts";
import { sampleReport } from "./sample-report.ts";
import { sampleMetric, samplePoints } from "./sample-series.ts";

const unknown = (title: string, state: ReportMetric["state"], reason: string): ReportMetric =>
  sampleMetric({
    title,
    state,
    reason,
    value: null,
    columns: [],
    explain: [],
    series: samplePoints([], { at: "end" }),
  });

/** A team at its start: one export, no velocity, no order, no session log, no titles. */
export const bareReport = (): Report =>
  sampleReport({
    team: { id: "newcomers", name: "Newcomers", timezone: "America/New_York", unit: "items" },
    metrics: {
      "ready-depth": {
        ...sampleDepth(),
        ...unknown("Ready depth", "insufficient-data", "needs 3 finished sprints, has 2"),
        unit: "sprints",
        chart: "line",
        band: [2, 3],
        nextSprints: null,
        window: null,
        firstUnreadyFailed: [],
        inputs: { velocity: null, readySize: 12 },
        depthByRule: { label: null, estimate: null, full: null },
        runsDry: { p50: null, p85: null },
        bridge: [],
      },
      "refinement-effort": {
        ...unknown("Refinement effort", "insufficient-data", "no session log"),
        unit: "%",
        effortDepth: [],
        instead: null,
      },
      "order-churn": {
        ...unknown("Order churn", "not-applicable", "the export has no Rank column"),
        unit: "% per sprint",
        series: [],
        movers: [],
        moversBySprint: [],
      },
      velocity: unknown("Velocity", "insufficient-data", "needs 3 finished sprints, has 2"),
      readiness: { ...unknown("Readiness of the window", "error", "an unexpected value"), unit: "%" },
    },
    worklist: [
      {
        id: "#12",
        title: null,
        url: "https://tracker.example/12",
        failed: ["estimate"],
        size: null,
        ageDays: 3,
      },
    ],
    agenda: null,
    verdict: {
      level: "unknown",
      headline: "Ready depth is not known yet.",
      detail: "It needs 3 finished sprints, and the data has 2.",
    },
    insights: [],
    questions: [],
    annotations: [],
    quality: [],
    withheld: [{ what: "titles", why: "the source is private", count: null }],
  });
