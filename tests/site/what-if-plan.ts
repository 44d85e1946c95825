import type { Plan, PlanItem } from "../../src/components/what-if/plan.ts";
import { frozen } from "../support/team-builder.ts";

const item = (id: string, estimate: number | null, ...failed: string[]): PlanItem => ({
  id,
  estimate,
  failed,
});

/** The worked example of the metric definitions: 36 of 55 points are ready, the velocity is 20. */
export const samplePlan = (overrides: Partial<Plan> = {}): Plan =>
  frozen({
    unit: "points",
    zone: "Europe/Berlin",
    asOf: Date.parse("2026-04-20T09:43:49Z"),
    band: [2, 3],
    checks: ["status", "acceptanceCriteria", "maxSize"],
    maxSize: 20,
    items: [
      item("A", 5),
      item("B", 8),
      item("C", 3, "acceptanceCriteria"),
      item("D", null),
      item("E", 13),
      item("F", 8, "status", "acceptanceCriteria"),
      item("G", 5),
      item("H", 8, "status"),
    ],
    ordered: 8,
    sprints: 5,
    // 18, 22, 20, 16 and 24 points; half of the items had 5 or less.
    finished: [
      [50, 50],
      [5, 5, 5, 3],
      [5, 5, 5, 7],
      [5, 5, 5, 5],
      [5, 5, 6],
      [5, 5, 5, 9],
    ],
    ahead: {
      from: Date.parse("2026-04-26T22:00:00Z"),
      sprints: ["2026-05-10", "2026-05-24", "2026-06-07", "2026-06-21"].map((end, index) => ({
        name: index < 3 ? `Sprint ${index + 9}` : null,
        start: Date.parse(`${end}T22:00:00Z`) - 14 * 86_400_000,
        end: Date.parse(`${end}T22:00:00Z`),
      })),
    },
    effort: { sprint: "Sprint 7", people: 6, hours: 27, capacity: 360 },
    minutesPerItem: 25,
    ...overrides,
  });
