import { describe, expect, test } from "vitest";
import { type Day, story } from "../support/flow-story.ts";
import {
  finishing,
  MID_SPRINT,
  measured,
  pointOf,
  ready,
  readyWhen,
  seen,
  teamConfig,
  unready,
} from "../support/team-builder.ts";

const DONE = finishing([10, 10, 10, 10, 10]);
/** Exports of the middle of every sprint, then of the end of Sprint 5; in it A, B and C become ready. */
const looks = (last: Day[1]) =>
  story(
    ...MID_SPRINT.map((on) => [on, { ...DONE, A: unready(8), B: unready(null), C: ready(3) }] as const),
    ["2026-03-15", { ...DONE, ...last }],
    ["2026-03-17", { ...DONE, ...last }],
  );

describe("refinement rate", () => {
  const result = () => measured("refinement-rate", looks({ A: ready(8), B: ready(null), C: ready(3) }));

  test("is the size that became ready ÷ velocity at the end of the sprint, imputed like any size", () => {
    expect(pointOf(result(), "sprint-5")).toMatchObject({
      value: 18 / 10,
      basis: "observed",
      more: { becameReady: 2, becameReadySize: 18, velocity: 10 },
    });
    expect(result()).toMatchObject({ state: "ok", value: 1.8, inputs: { sprint: "sprint-5" } });
    expect(result().explain[0]!.text).toBe("18 points became ready ÷ velocity 10 = 1.8.");
  });

  test("is a true 0 when nothing became ready", () => {
    expect(pointOf(result(), "sprint-4")).toMatchObject({ value: 0, more: { becameReady: 0 } });
  });

  test("counts each entry, and not what returned", () => {
    const input = story(
      ["2026-03-01", { ...DONE, A: unready(8), B: unready(1, { category: "doing", status: "Doing" }) }],
      ["2026-03-05", { ...DONE, A: ready(8), B: ready(1) }],
      ["2026-03-06", { ...DONE, A: unready(8), B: ready(1) }],
      ["2026-03-07", { ...DONE, A: ready(5), B: ready(1) }],
      ["2026-03-17", { ...DONE, A: ready(5), B: ready(1) }],
    );
    expect(pointOf(measured("refinement-rate", input), "sprint-5").more.becameReadySize).toBe(13);
  });

  test("counts items for a team that does", () => {
    const input = { ...looks({ A: ready(8), B: ready(null) }), team: teamConfig({ unit: "items" }) };
    expect(measured("refinement-rate", input).value).toBe(2);
  });
});

describe("refinement rate is not known", () => {
  test("without a velocity, counted", () => {
    const input = story(
      ["2026-01-05T00:00:00Z", { ...finishing([4]), A: unready(1) }],
      ["2026-01-18", { ...finishing([4]), A: ready(1) }],
      ["2026-01-20", { ...finishing([4]), A: ready(1) }],
    );
    expect(measured("refinement-rate", input)).toMatchObject({
      state: "insufficient-data",
      reason: "1 of 3 finished sprints",
      value: null,
      inputs: { becameReady: 1, velocity: null },
    });
  });

  test("when nothing was finished: never infinite", () => {
    const input = story(
      ...["2026-01-05", "2026-01-18", "2026-02-01", "2026-02-15"].map(
        (on) => [on, { A: unready(1) }] as const,
      ),
      ["2026-02-22", { A: ready(1) }],
      ["2026-03-02T00:00:00Z", { A: ready(1) }],
    );
    const result = measured("refinement-rate", input);
    expect(result).toMatchObject({ value: null, reason: "nothing was finished in the last 4 sprints" });
    expect(pointOf(result, "sprint-4")).toMatchObject({
      value: null,
      basis: "gap",
      more: { becameReady: 1 },
    });
  });

  test("from one export", () => {
    const one = { observations: [seen("2026-03-17T12:00:00Z", { items: { ...DONE, A: ready(1) } })] };
    const result = measured("refinement-rate", { ...one, asOf: "2026-03-17T12:00:00Z" });
    expect(result.reason).toBe("0 of 1 observations at or before the start of Sprint 5");
    expect(result.series.every(({ value, basis }) => value === null && basis === "gap")).toBe(true);
  });

  test("where the rule cannot be told", () => {
    const team = teamConfig({ ready: readyWhen({ checks: ["labels"], labels: ["ready"] }) });
    const observations = [seen("2026-03-17T12:00:00Z", { items: DONE, without: ["labels"] })];
    expect(measured("refinement-rate", { team, observations, asOf: "2026-03-17T12:00:00Z" })).toMatchObject({
      state: "not-applicable",
      reason: "the source does not tell labels (field: labels)",
      series: [],
    });
  });
});
