import { describe, expect, test } from "vitest";
import { type EffortDepth, quadrantOf } from "../../../src/metrics/parts/effort-depth.ts";
import {
  facts,
  finishing,
  measured,
  ready,
  readyWhen,
  seen,
  type TeamInput,
  teamConfig,
} from "../../support/team-builder.ts";

describe("a sprint's quadrant", () => {
  const quadrant = (effort: number, before: number | null, depth: number) =>
    quadrantOf({ effort, before, depth, band: [2, 3], guideline: 10 });

  test.each([
    ["in the band, whatever it cost", 14, 2.5, 2, "converging"],
    ["at the upper end of the band", 14, 2.5, 3, "converging"],
    ["below and risen", 14, 1, 1.2, "converging"],
    ["above and fallen", 4, 4, 3.5, "converging"],
    ["from below to a place above but nearer", 4, 1, 3.5, "converging"],
    ["below, fallen, for little", 4, 1.5, 1.2, "under-invested"],
    ["below and steady, at the guideline", 10, 1.2, 1.2, "under-invested"],
    ["below and steady, above the guideline", 10.1, 1.2, 1.2, "not converging"],
    ["above and risen, for little", 4, 3.2, 3.5, "over-refining"],
    ["above and steady, for much", 14, 3.5, 3.5, "over-refining"],
    ["below, before unknown", 4, null, 1.2, "under-invested"],
  ] as const)("%s", (_, effort, before, depth, expected) => {
    expect(quadrant(effort, before, depth)).toBe(expected);
  });
});

describe("effort × depth", () => {
  const NOW = "2026-03-17T12:00:00Z";
  const DONE = finishing([10, 10, 10, 10, 10]);
  const at = (instant: string, size: number) =>
    seen(instant, { items: { ...DONE, A: ready(size, { sprint: "Sprint 6" }), B: facts() } });
  const given: TeamInput = {
    team: teamConfig({ capacity: { people: 6, hoursPerDay: 6, daysOff: [], perSprint: {} } }),
    observations: [at("2026-03-01T12:00:00Z", 10), at("2026-03-15T12:00:00Z", 15), at(NOW, 15)],
    sessions: [{ day: "2026-02-17", minutes: 60, people: 6 }],
    asOf: NOW,
  };
  const points = (input: TeamInput) =>
    measured("refinement-effort", input).extra.effortDepth as EffortDepth[];

  test("is every ended sprint with its depth at its end, before the next one's planning", () => {
    const effort = (6 / 360) * 100;
    expect(points(given)).toEqual([
      { sprint: "sprint-1", effort: null, depth: null, quadrant: null },
      { sprint: "sprint-2", effort: null, depth: null, quadrant: null },
      { sprint: "sprint-3", effort: null, depth: null, quadrant: null },
      { sprint: "sprint-4", effort, depth: 1, quadrant: "under-invested" },
      { sprint: "sprint-5", effort: 0, depth: 1.5, quadrant: "converging" },
    ]);
  });

  test("has the depth of the next sprint's start where one follows at once", () => {
    const { series } = measured("ready-depth", given);
    expect(points(given).map(({ depth }) => depth)).toEqual(series.slice(1).map(({ value }) => value));
  });

  test("has no quadrant where only the depth is known", () => {
    const silent = points({ ...given, sessions: null }).slice(-2);
    expect(silent).toEqual([
      { sprint: "sprint-4", effort: null, depth: 1, quadrant: null },
      { sprint: "sprint-5", effort: null, depth: 1.5, quadrant: null },
    ]);
  });

  test("knows no depth where readiness is not applicable", () => {
    const team = teamConfig({ ...given.team!, ready: readyWhen({ checks: ["description"] }) });
    const observations = given.observations.map((one) => ({
      ...one,
      fields: one.fields.filter((field) => field !== "described"),
    }));
    const depths = points({ ...given, team, observations }).map(({ depth, quadrant }) => [depth, quadrant]);
    expect(depths).toEqual(Array(5).fill([null, null]));
  });
});
