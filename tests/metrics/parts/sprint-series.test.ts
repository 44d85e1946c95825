import { describe, expect, test } from "vitest";
import { type Day, story } from "../../support/flow-story.ts";
import { facts, measured, ready, readyWhen, teamConfig, unready } from "../../support/team-builder.ts";

const reason = (...days: Day[]): string | null => measured("unready-pulls", story(...days)).reason;
const A = { A: unready(1) };

describe("a metric by sprint says why the last ended sprint is unknown", () => {
  test("before a sprint has ended", () => {
    expect(reason(["2026-01-05", A])).toBe("0 of 1 ended sprints");
  });

  test("when no look covers its end", () => {
    const looks = story(["2026-01-05T00:00:00Z", A], ["2026-01-18T23:59:59Z", A]);
    const of = (asOf: string) => measured("unready-pulls", { ...looks, asOf }).reason;
    expect(of("2026-01-19T00:00:00Z")).toBe("0 of 1 observations at or after the end of Sprint 1");
    expect(reason(["2026-01-05T00:00:00Z", A], ["2026-01-19T00:00:00Z", A])).toBe("0 items entered Sprint 1");
  });

  test("when no look was at or before its start", () => {
    expect(reason(["2026-01-05T00:00:01Z", A], ["2026-01-20", A])).toBe(
      "0 of 1 observations at or before the start of Sprint 1",
    );
  });

  test("when the last look was too old at its start", () => {
    expect(reason(["2025-12-20", A], ["2026-01-20", A])).toBe(
      "the last observation is more than one sprint old at the start or end of Sprint 1",
    );
  });

  test("when it ended before anything was created, or in that instant", () => {
    const born = (createdAt: string) => {
      const { observations, asOf } = story(["2026-01-05T00:00:00Z", {}], ["2026-01-20", {}]);
      const only = observations.map((one, index) => ({
        ...one,
        items: new Map(index === 0 ? [] : [["A", unready(1, { createdAt })]]),
      }));
      return measured("unready-pulls", { observations: only, asOf }).reason;
    };
    expect(born("2026-01-19T12:00:00Z")).toBe("Sprint 1 ended before the first item was created");
    expect(born("2026-01-19T00:00:00Z")).toBe("Sprint 1 ended before the first item was created");
    expect(born("2026-01-18T12:00:00Z")).toBe("0 items entered Sprint 1");
  });

  test("when a field that the rule asks for came to be known after its start", () => {
    const days = story(["2026-01-05T00:00:00Z", A], ["2026-01-20", A]);
    const observations = days.observations.map((one, index) =>
      index === 0 ? { ...one, fields: one.fields.filter((field) => field !== "estimate") } : one,
    );
    const team = teamConfig({ ready: readyWhen({ checks: ["estimate"] }) });
    expect(measured("unready-pulls", { ...days, observations, team }).reason).toBe(
      "estimates not known yet at the start of Sprint 1 (field: estimate)",
    );
  });

  test("when nothing entered it, counted", () => {
    expect(reason(["2026-01-05T00:00:00Z", A], ["2026-01-20", A])).toBe("0 items entered Sprint 1");
  });
});

test("a sprint is read by the rule of its end, and not by one of later", () => {
  // From the second look on the default rule asks for a description too.
  const days = story(
    ["2026-01-05T00:00:00Z", { A: facts({ estimate: 1 }) }],
    ["2026-01-19T00:00:00Z", { A: facts({ estimate: 1, described: true }) }],
    ["2026-02-03", { A: facts({ estimate: 1, described: true }) }],
  );
  const observations = days.observations.map((one, index) =>
    index === 2 ? one : { ...one, fields: one.fields.filter((field) => field !== "described") },
  );
  const pulls = measured("unready-pulls", { ...days, observations, team: teamConfig({ ready: null }) });
  expect(pulls.series.map(({ more }) => more.entered)).toEqual([0, 0, null]);
  const asked = teamConfig({ ready: readyWhen({ checks: ["description"] }) });
  const unknown = measured("unready-pulls", { ...days, observations, team: asked });
  expect(unknown.series.map(({ more }) => more.entered)).toEqual([null, null, null]);
});

test("a rate of items of unknown size says what is missing", () => {
  const before = { A: unready(null), B: unready(null) };
  const after = { A: ready(null), B: unready(null) };
  const days = story(["2026-01-05T00:00:00Z", before], ["2026-01-08", after], ["2026-01-20", after]);
  expect(measured("refinement-rate", days)).toMatchObject({
    state: "insufficient-data",
    reason: "1 of 3 finished sprints",
    inputs: { becameReady: 1, becameReadySize: null, velocity: null },
  });
});
