import { describe, expect, test } from "vitest";
import { started, story } from "../support/flow-story.ts";
import {
  cadence,
  facts,
  finished,
  measured,
  pointOf,
  ready,
  readyWhen,
  seen,
  teamConfig,
  unready,
} from "../support/team-builder.ts";
import { measuredBy, toldBacklog } from "../support/told-story.ts";

const START = "2026-01-05T00:00:00Z";
const pulls = (input: Parameters<typeof measured>[1], sprint = "sprint-1") =>
  pointOf(measured("unready-pulls", input), sprint);

describe("unready pulls", () => {
  const born = started({ createdAt: "2026-01-07T08:00:00Z" });
  const input = story(
    [START, { A: ready(1), B: ready(1), C: unready(1), D: ready(1), E: unready(1) }],
    [
      "2026-01-08",
      { A: started(), B: started(), C: started(), D: finished("2026-01-07", 1), E: unready(1), F: born },
    ],
    [
      "2026-01-20",
      { A: started(), B: started(), C: started(), D: finished("2026-01-07", 1), E: unready(1), F: born },
    ],
  );
  const result = () => measured("unready-pulls", input);

  test("are items not ready immediately before ÷ items that entered, those born in the sprint counted apart", () => {
    expect(pointOf(result(), "sprint-1")).toMatchObject({
      basis: "observed",
      more: { entered: 3, unready: 1, born: 1 },
    });
    expect(result().value).toBeCloseTo(100 / 3, 9);
    expect(result()).toMatchObject({ state: "ok", inputs: { sprint: "sprint-1", entered: 3 } });
    expect(result().explain[0]!.text).toBe(
      "1 item not ready ÷ 3 items that entered = 33.3 %. Born in the sprint, and not counted here: 1.",
    );
  });

  test("do not count what is carried over, or in progress across the border", () => {
    expect(pointOf(result(), "sprint-2")).toMatchObject({
      value: null,
      more: { entered: 0, unready: 0, born: 0 },
    });
  });

  test("count what was finished between two looks, by the sprint of the look that shows it", () => {
    const done = (sprint: string | null) =>
      story(
        [START, { A: unready(1), B: ready(1) }],
        ["2026-01-20", { A: finished("2026-01-09", 1, { sprint }), B: ready(1) }],
      );
    expect(pulls(done("Sprint 1"))).toMatchObject({ value: 100, more: { entered: 1, unready: 1 } });
    expect(pulls(done(null))).toMatchObject({ value: null, more: { entered: 0 } });
  });

  test("count an item once, as unready when any of its entries was", () => {
    const backAndForth = story(
      [START, { A: unready(1), B: ready(1) }],
      ["2026-01-06", { A: started(), B: started() }],
      ["2026-01-07", { A: ready(1), B: ready(1) }],
      ["2026-01-08", { A: started(), B: started() }],
      ["2026-01-20", { A: started(), B: started() }],
    );
    expect(pulls(backAndForth)).toMatchObject({ value: 50, more: { entered: 2, unready: 1 } });
  });

  test("count what is reopened into the sprint as not ready", () => {
    const reopened = story(
      [START, { A: finished("2026-01-02", 1), B: ready(1) }],
      ["2026-01-08", { A: started(), B: started() }],
      ["2026-01-20", { A: started(), B: started() }],
    );
    expect(pulls(reopened)).toMatchObject({ value: 50 });
  });

  test("look at an item right before its sprint begins", () => {
    const planned = story(
      [START, { A: unready(1, { sprint: "Sprint 2" }), B: ready(1, { sprint: "Sprint 2" }) }],
      ["2026-01-17", { A: ready(1, { sprint: "Sprint 2" }), B: unready(1, { sprint: "Sprint 2" }) }],
      ["2026-01-25", { A: ready(1, { sprint: "Sprint 2" }), B: ready(1, { sprint: "Sprint 2" }) }],
      ["2026-02-03", { A: ready(1), B: ready(1) }],
    );
    expect(pulls(planned, "sprint-2")).toMatchObject({ value: 50, more: { entered: 2, unready: 1 } });
  });
});

test("unready pulls of a team in the Chatham Islands are those of its own days, also across a change of the clocks", () => {
  // Clocks go back on 5 April 2026: the sprint from 30 March to 12 April is an hour longer.
  const team = teamConfig({ timezone: "Pacific/Chatham", sprints: cadence({ first: "2026-03-30" }) });
  const at = (instant: string, items: Record<string, ReturnType<typeof facts>>) => seen(instant, { items });
  const start = "2026-03-29T10:15:00Z";
  const planned = { A: unready(1, { sprint: "Sprint 2" }) };
  const observations = [
    at(start, planned),
    at("2026-04-12T11:14:59Z", planned),
    at("2026-04-26T11:15:00Z", planned),
  ];
  const result = measured("unready-pulls", { team, observations, asOf: "2026-04-26T11:15:00Z" });
  expect(result.series.map(({ at: end, more }) => [new Date(end).toISOString(), more.entered])).toEqual([
    ["2026-04-12T11:15:00.000Z", 0],
    ["2026-04-26T11:15:00.000Z", 1],
    ["2026-04-26T11:15:00.000Z", 0],
  ]);
});

describe("unready pulls are not known", () => {
  const at = "2026-01-20T12:00:00Z";
  test("from one export", () => {
    const result = measured("unready-pulls", {
      observations: [seen(at, { items: { A: started() } })],
      asOf: at,
    });
    expect(result).toMatchObject({
      state: "insufficient-data",
      reason: "0 of 1 observations at or before the start of Sprint 1",
      inputs: { entered: null, unready: null, born: null },
    });
  });

  test("of a sprint that nothing entered", () => {
    expect(measured("unready-pulls", story([START, {}], ["2026-01-20", {}])).reason).toBe(
      "0 items entered Sprint 1",
    );
  });

  test("only where nothing at all tells what is in a sprint", () => {
    const state = (...without: ("sprint" | "category" | "status")[]) => {
      const team = teamConfig({ ready: readyWhen({ checks: ["estimate"] }) });
      const observations = [seen(at, { items: { A: facts() }, without })];
      return measured("unready-pulls", { team, observations, asOf: at }).state;
    };
    expect([state("sprint", "category"), state("category", "status"), state("sprint", "status")]).toEqual([
      "insufficient-data",
      "insufficient-data",
      "insufficient-data",
    ]);
    expect(state("sprint", "category", "status")).toBe("not-applicable");
  });

  test("where neither sprints nor what is in progress is told", () => {
    const team = teamConfig({ ready: readyWhen({ checks: ["estimate"] }) });
    const observations = [seen(at, { items: { A: facts() }, without: ["sprint", "category", "status"] })];
    expect(measured("unready-pulls", { team, observations, asOf: at })).toMatchObject({
      state: "not-applicable",
      reason: "the source does not tell what is in a sprint (field: sprint)",
      series: [],
    });
  });
});

test("unready pulls are rebuilt from the tracker's events", () => {
  const backlog = toldBacklog(
    {
      A: [
        ["2026-01-01T00:00:00Z", {}],
        ["2026-01-07T00:00:00Z", { sprint: "Sprint 1" }],
      ],
      B: [
        ["2026-01-06T00:00:00Z", {}],
        ["2026-01-06T00:00:05Z", { sprint: "Sprint 1" }],
      ],
    },
    { readAt: "2026-02-10T12:00:00Z" },
  );
  expect(pointOf(measuredBy("unready-pulls", backlog), "sprint-1")).toMatchObject({
    value: 100,
    basis: "rebuilt",
    more: { entered: 1, unready: 1, born: 1 },
  });
});
