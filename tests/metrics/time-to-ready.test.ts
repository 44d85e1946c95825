import { describe, expect, test } from "vitest";
import { started, story } from "../support/flow-story.ts";
import { measured, pointOf, ready, readyWhen, seen, teamConfig, unready } from "../support/team-builder.ts";
import { measuredBy, toldBacklog } from "../support/told-story.ts";

const created = (day: number) => ({ createdAt: `2026-01-${String(day).padStart(2, "0")}T12:00:00Z` });

describe("time to ready", () => {
  const input = story(
    ["2026-01-05T00:00:00Z", { OLD: ready(1), A: unready(1, created(1)), B: unready(1, created(3)) }],
    [
      "2026-01-11",
      { OLD: ready(1), A: ready(1, created(1)), B: ready(1, created(3)), C: ready(1, created(10)) },
    ],
    [
      "2026-01-13",
      { OLD: ready(1), A: unready(1, created(1)), B: ready(1, created(3)), C: ready(1, created(10)) },
    ],
    [
      "2026-01-25",
      { OLD: unready(1), A: ready(1, created(1)), B: ready(1, created(3)), C: ready(1, created(10)) },
    ],
    [
      "2026-02-03",
      { OLD: ready(1), A: ready(1, created(1)), B: ready(1, created(3)), C: ready(1, created(10)) },
    ],
  );
  const result = () => measured("time-to-ready", input);

  test("is creation to first ready of the items that first became ready in the sprint", () => {
    // A took 10 days, B 8, C 1.
    const { value, more, basis } = pointOf(result(), "sprint-1");
    expect([value, basis]).toEqual([8, "observed"]);
    expect(more).toMatchObject({ median: 8, items: 3 });
    expect(more.p85).toBeCloseTo(8 + 0.7 * 2, 9);
  });

  test("and creation to latest ready as of now, of the same items", () => {
    const { more } = pointOf(result(), "sprint-1");
    expect(more.latestMedian).toBe(8);
    expect(more.latestP85).toBeCloseTo(8 + 0.7 * 16, 9);
  });

  test("leaves out what was ready at the first look, also when it becomes ready again", () => {
    expect(result().series.map(({ more }) => more.items)).toEqual([3, 0, 0]);
  });

  test("of a sprint in which nothing first became ready is unknown, and says so", () => {
    expect(pointOf(result(), "sprint-2")).toMatchObject({ value: null, basis: "gap", more: { items: 0 } });
    expect(result()).toMatchObject({
      state: "insufficient-data",
      reason: "0 items first became ready in Sprint 2",
    });
  });

  test("is explained for the last ended sprint", () => {
    const early = measured("time-to-ready", { ...input, asOf: "2026-01-26T00:00:00Z" });
    expect(early).toMatchObject({ state: "ok", value: 8, inputs: { sprint: "sprint-1", items: 3 } });
    expect(early.explain[0]!.text).toBe(
      "Of 3 items that first became ready, half took at most 8 days from creation, and 85 % at most 9.4.",
    );
  });
});

describe("time to ready leaves out", () => {
  test("items without a creation date", () => {
    const A = { createdAt: null };
    const input = story(
      ["2026-01-05T00:00:00Z", { A: unready(1, A) }],
      ["2026-01-11", { A: ready(1, A), B: ready(1, A) }],
      ["2026-01-20", { A: ready(1, A), B: ready(1, A) }],
    );
    expect(pointOf(measured("time-to-ready", input), "sprint-1").more.items).toBe(0);
  });

  test("items that come back ready from a sprint before which nobody saw them", () => {
    const input = story(
      ["2026-01-05T00:00:00Z", { A: started() }],
      ["2026-01-11", { A: ready(1) }],
      ["2026-01-20", { A: ready(1) }],
    );
    expect(pointOf(measured("time-to-ready", input), "sprint-1").more.items).toBe(0);
  });
});

test("time to ready is rebuilt from the tracker's events, to the second", () => {
  const backlog = toldBacklog(
    {
      A: [
        ["2026-01-08T00:00:00Z", {}],
        ["2026-01-09T18:00:00Z", { status: "Ready" }],
      ],
    },
    { readAt: "2026-02-10T12:00:00Z" },
  );
  const result = measuredBy("time-to-ready", backlog);
  expect(pointOf(result, "sprint-1")).toMatchObject({ value: 1.75, basis: "rebuilt" });
});

test("time to ready is a gap for sprints that nobody saw, and not applicable where the rule cannot be told", () => {
  const at = "2026-02-03T12:00:00Z";
  const one = { observations: [seen(at, { items: { A: ready(1) }, without: ["described"] })], asOf: at };
  const result = measured("time-to-ready", one);
  expect(result.series.map(({ value, basis }) => [value, basis])).toEqual(Array(3).fill([null, "gap"]));
  expect(result.inputs).toMatchObject({ median: null, items: null });
  const team = teamConfig({ ready: readyWhen({ checks: ["description"] }) });
  expect(measured("time-to-ready", { ...one, team })).toMatchObject({ state: "not-applicable", series: [] });
});
