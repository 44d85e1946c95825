import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TeamConfig } from "../../../src/config/team-config.ts";
import { dayAfterSprints } from "../../../src/metrics/parts/runs-dry.ts";
import { backlogOf, cadence, sprintList, teamConfig } from "../../support/team-builder.ts";

const dry = (asOf: string, sprints: number, overrides: Partial<TeamConfig> = {}): string | null =>
  dayAfterSprints(backlogOf({ team: teamConfig(overrides), observations: [], asOf }), sprints);

describe("the day on which ready work runs dry", () => {
  // Sprint 1 runs from 5 to 18 January, Sprint 2 from 19 January to 1 February.
  test("is counted from the end of the running sprint", () => {
    expect(dry("2026-01-07T10:00:00Z", 0.5)).toBe("2026-01-25");
    expect(dry("2026-01-07T10:00:00Z", 0.6)).toBe("2026-01-27");
  });

  test("is the last day of a sprint that ends at 00:00 of the next", () => {
    expect(dry("2026-01-07T10:00:00Z", 1)).toBe("2026-02-01");
    expect(dry("2026-01-07T10:00:00Z", 2)).toBe("2026-02-15");
  });

  test("is the last day of the running sprint when nothing is left", () => {
    expect(dry("2026-01-07T10:00:00Z", 0)).toBe("2026-01-18");
  });

  test("is counted from as-of while no sprint runs", () => {
    const sprints = sprintList("S1 2026-01-05 2026-01-11", "S2 2026-01-19 2026-01-25");
    expect(dry("2026-01-14T10:00:00Z", 0, { sprints })).toBe("2026-01-14");
    expect(dry("2026-01-14T10:00:00Z", 1, { sprints })).toBe("2026-01-25");
    expect(dry("2026-01-14T10:00:00Z", 3 / 7, { sprints })).toBe("2026-01-21");
  });

  test("follows sprints of the last length behind the calendar's end", () => {
    const sprints = sprintList("S1 2026-01-05 2026-01-11", "S2 2026-01-12 2026-01-18");
    expect(dry("2026-01-14T10:00:00Z", 1, { sprints })).toBe("2026-01-25");
    expect(dry("2026-01-14T10:00:00Z", 2.5, { sprints })).toBe("2026-02-05");
    expect(dry("2026-02-02T12:00:00Z", 1, { sprints })).toBe("2026-02-09");
  });

  test("is a day of the team's zone", () => {
    const timezone = "Pacific/Auckland";
    expect(dry("2026-01-07T10:00:00Z", 1, { timezone })).toBe("2026-02-01");
    expect(dry("2026-01-07T10:00:00Z", 0.5, { timezone })).toBe("2026-01-25");
  });

  test("stays on the calendar's days across the start of daylight saving", () => {
    // In Berlin the night to 29 March is an hour short.
    const timezone = "Europe/Berlin";
    expect(dry("2026-03-10T10:00:00Z", 2, { timezone, sprints: cadence({ first: "2026-03-02" }) })).toBe(
      "2026-04-12",
    );
  });

  test("stays on whole days across the start of daylight saving behind the calendar's end", () => {
    const sprints = sprintList("S1 2026-02-16 2026-03-01", "S2 2026-03-02 2026-03-15");
    expect(dry("2026-03-10T10:00:00Z", 1, { timezone: "Europe/Berlin", sprints })).toBe("2026-03-29");
  });

  test("stays on whole days across the end of daylight saving behind the calendar's end", () => {
    const sprints = sprintList("S1 2026-10-05 2026-10-18");
    expect(dry("2026-10-10T10:00:00Z", 1, { timezone: "Europe/Berlin", sprints })).toBe("2026-11-01");
  });

  test("is a day for every fraction of a sprint, and never earlier for more work", () => {
    const amount = fc.double({ min: 0, max: 40, noNaN: true });
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map(
          (sprints) => dry("2026-01-07T10:00:00Z", sprints)!,
        );
        expect(less).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(less! <= more!).toBe(true);
      }),
      { seed: 7, numRuns: 50 },
    );
  });

  test("is not known without sprints", () => {
    expect(dry("2026-01-07T10:00:00Z", 1, { sprints: null })).toBeNull();
  });
});
