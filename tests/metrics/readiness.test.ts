import { describe, expect, test } from "vitest";
import {
  type facts,
  finishing,
  measured,
  ready,
  readyWhen,
  seen,
  type TeamInput,
  teamConfig,
  unready,
} from "../support/team-builder.ts";

const NOW = "2026-03-16T12:00:00Z";
const DONE = finishing([10, 10, 10, 10, 10]);
const given = (items: Record<string, ReturnType<typeof facts>>, team = teamConfig()): TeamInput => ({
  team,
  observations: [seen(NOW, { items: { ...DONE, ...items }, order: Object.keys(items) })],
  asOf: NOW,
});

describe("readiness", () => {
  test("is the share of the window's size that passes every check, and each check alone", () => {
    const team = teamConfig({
      ready: readyWhen({ checks: ["status", "estimate", "acceptanceCriteria"], status: ["Ready"] }),
    });
    const items = {
      A: ready(8, { acceptanceCriteria: true }),
      B: ready(4),
      C: unready(4, { acceptanceCriteria: true }),
      D: ready(null, { acceptanceCriteria: true }),
    };
    // D counts as the median 10: 26 in all.
    const result = measured("readiness", given(items, team));
    expect(result.value).toBeCloseTo((8 / 26) * 100, 10);
    expect(result.inputs).toEqual({
      windowSize: 26,
      windowItems: 4,
      checks: {
        status: (22 / 26) * 100,
        estimate: (16 / 26) * 100,
        acceptanceCriteria: (22 / 26) * 100,
      },
    });
    expect(result.series).toEqual([]);
  });

  test("looks no further than the window", () => {
    const result = measured(
      "readiness",
      given({ A: ready(20), B: unready(10), C: unready(30), D: unready(100) }),
    );
    expect(result.inputs).toMatchObject({ windowSize: 30, windowItems: 2 });
    expect(result.value).toBeCloseTo((20 / 30) * 100, 10);
  });

  test("lacks data without a velocity", () => {
    const early = "2026-01-06T12:00:00Z";
    const observations = [seen(early, { items: { A: ready(5) } })];
    expect(measured("readiness", { observations, asOf: early })).toMatchObject({
      state: "insufficient-data",
      reason: "0 of 3 finished sprints",
      value: null,
    });
  });

  test("lacks data with nothing in the backlog", () => {
    const observations = [seen(NOW, { items: DONE })];
    expect(measured("readiness", { observations, asOf: NOW })).toMatchObject({
      state: "insufficient-data",
      reason: "the window is empty",
      value: null,
    });
  });
});
