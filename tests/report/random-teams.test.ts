import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reportSchema } from "../../src/report/schema.ts";
import { randomObservations } from "../support/random-observations.ts";
import { cadence, reportOf, teamConfig } from "../support/team-builder.ts";

/** Where in a value a number is none: NaN or infinite, or something is left undefined. */
const odd = (value: unknown, path = "report"): string[] => {
  if (value === undefined || (typeof value === "number" && !Number.isFinite(value))) return [path];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => odd(inner, `${path}.${key}`));
};

const TEAMS = {
  "of points": {},
  "of items": { unit: "items" },
  "with the default rule": { ready: null },
  "with short sprints in Chatham": { timezone: "Pacific/Chatham", sprints: cadence({ days: 7 }) },
} as const;

describe("whatever exports tell", () => {
  test.each(Object.entries(TEAMS))(
    "every metric of a team %s has a value or says why not",
    (_, overrides) => {
      const team = teamConfig(overrides);
      const sessions = [{ day: "2026-01-20", minutes: 60, people: 3 }];
      fc.assert(
        fc.property(randomObservations({ min: 0, max: 8 }), (observations) => {
          const report = reportOf({ team, observations, sessions, asOf: "2026-03-20T12:00:00Z" });
          expect(odd(report)).toEqual([]);
          expect(() => reportSchema.parse(report)).not.toThrow();
          for (const [id, { state, reason, value, series }] of Object.entries(report.metrics)) {
            expect([id, state === "ok"]).toEqual([id, value !== null]);
            expect([id, reason === null]).toEqual([id, state === "ok"]);
            expect([id, state]).not.toEqual([id, "error"]);
            for (const point of series) expect(point.basis === "gap").toBe(point.value === null);
          }
        }),
        { numRuns: 40 },
      );
    },
  );
});
