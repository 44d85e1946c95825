import { describe, expect, test } from "vitest";
import { workDays } from "../../../src/metrics/parts/work-days.ts";
import { planSprints, type Sprint } from "../../../src/model/sprint.ts";
import { cadence } from "../../support/team-builder.ts";

const sprintFrom = (first: string, zone = "UTC"): Sprint =>
  planSprints(cadence({ first }), { zone, asOf: Date.parse(`${first}T12:00:00Z`) })[0]!;
const count = (sprint: Sprint, zone: string, daysOff: string[] = [], until: string | null = null): number =>
  workDays(sprint, { zone, sprints: [sprint], daysOff, until: until === null ? null : Date.parse(until) });

describe("working days of a sprint", () => {
  test("are Monday to Friday", () => {
    expect(count(sprintFrom("2026-01-05"), "UTC")).toBe(10);
    expect(count(sprintFrom("2026-01-08"), "UTC")).toBe(10);
  });

  test("leave out a day off once, however often it is written, and none on a weekend", () => {
    expect(
      count(sprintFrom("2026-01-05"), "UTC", ["2026-01-06", "2026-01-06", "2026-01-10", "2026-02-02"]),
    ).toBe(9);
  });

  test.each(["Europe/Berlin", "Pacific/Chatham", "America/Sao_Paulo", "Africa/Cairo", "Australia/Lord_Howe"])(
    "are ten in every fortnight of the year in %s, with daylight saving or without",
    (zone) => {
      for (const sprint of planSprints(cadence(), { zone, asOf: Date.parse("2026-01-05T12:00:00Z") }).slice(
        0,
        26,
      )) {
        expect(count(sprint, zone), sprint.name).toBe(10);
      }
    },
  );

  test("count as far as an instant's day in the zone, that day included", () => {
    const berlin = sprintFrom("2026-01-05", "Europe/Berlin");
    expect(count(berlin, "Europe/Berlin", [], "2026-01-07T22:59:00Z")).toBe(3);
    expect(count(berlin, "Europe/Berlin", [], "2026-01-07T23:00:00Z")).toBe(4);
    expect(count(berlin, "Europe/Berlin", [], "2026-01-11T12:00:00Z")).toBe(5);
  });
});
