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

export type Extra = Record<string, number | string | boolean | null>;

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
  limits: null,
  signals: [],
  explain: [{ title: "Velocity", text: "(18 + 22 + 20 + 16 + 24) ÷ 5 = 20 points a sprint" }],
  ...overrides,
});
