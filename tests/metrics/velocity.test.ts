import { describe, expect, test } from "vitest";
import {
  cadence,
  finished,
  finishing,
  measured,
  pointOf,
  seen,
  teamConfig,
} from "../support/team-builder.ts";

const NOW = "2026-03-20T12:00:00Z";
const items = {
  ...finishing([18, 22, 20, 16, 24]),
  RUNNING: finished("2026-03-18", 7),
};

describe("velocity", () => {
  const result = () => measured("velocity", { observations: [seen(NOW, { items })], asOf: NOW });

  test("is the mean of the window, with its sum explained", () => {
    expect(result()).toMatchObject({
      state: "ok",
      value: 20,
      inputs: { velocitySprints: [18, 22, 20, 16, 24], unit: "points" },
      explain: [{ title: "The window", text: "(18 + 22 + 20 + 16 + 24) ÷ 5 sprints = 20 points." }],
    });
  });

  test("has a point for every begun sprint, the running one so far and outside the headline", () => {
    expect(result().series.map(({ sprint, value, running }) => [sprint, value, running])).toEqual([
      ["sprint-1", 18, false],
      ["sprint-2", 22, false],
      ["sprint-3", 20, false],
      ["sprint-4", 16, false],
      ["sprint-5", 24, false],
      ["sprint-6", 7, true],
    ]);
    expect(pointOf(result(), "sprint-6").at).toBe(Date.parse(NOW));
    expect(pointOf(result(), "sprint-5")).toMatchObject({
      at: Date.parse("2026-03-16T00:00:00Z"),
      more: { items: 1 },
    });
  });

  test("is rebuilt from dates where no observation stood behind the end of the sprint", () => {
    expect(result().series.map(({ basis }) => basis)).toEqual([
      "rebuilt",
      "rebuilt",
      "rebuilt",
      "rebuilt",
      "rebuilt",
      "observed",
    ]);
  });

  test("says how many sprints are missing", () => {
    const early = "2026-02-03T12:00:00Z";
    const given = { observations: [seen(early, { items: finishing([18, 22]) })], asOf: early };
    expect(measured("velocity", given)).toMatchObject({
      state: "insufficient-data",
      reason: "2 of 3 finished sprints",
      value: null,
      explain: [],
    });
  });

  test("is unknown, never 0, when nothing was finished", () => {
    const open = {
      A: {
        ...finished("2026-01-12", 5),
        status: "Backlog",
        category: "todo" as const,
        resolvedAt: null,
        resolution: null,
      },
    };
    const given = { observations: [seen(NOW, { items: open })], asOf: NOW };
    expect(measured("velocity", given)).toMatchObject({
      state: "insufficient-data",
      reason: "nothing was finished in the last 5 sprints",
      value: null,
    });
  });

  test("is a gap where no observation covers the sprint's end", () => {
    const given = { observations: [seen("2026-03-05T12:00:00Z", { items })], asOf: NOW };
    const result = measured("velocity", given);
    expect(pointOf(result, "sprint-4")).toMatchObject({ value: 16 });
    expect(pointOf(result, "sprint-5")).toMatchObject({ value: null, basis: "gap", more: { items: null } });
  });

  test("is a gap for a sprint that ended before the first item was created", () => {
    const late = { createdAt: "2026-01-20T09:00:00Z" };
    const given = {
      observations: [seen(NOW, { items: { B: finished("2026-01-26", 22, late) } })],
      asOf: NOW,
    };
    const result = measured("velocity", given);
    expect(pointOf(result, "sprint-1")).toMatchObject({ value: null, basis: "gap" });
    expect(pointOf(result, "sprint-2")).toMatchObject({ value: 22 });
  });

  test("shows an excluded sprint and leaves it out of the mean", () => {
    const team = teamConfig({ sprints: cadence({ exclude: ["Sprint 5"] }) });
    const result = measured("velocity", { team, observations: [seen(NOW, { items })], asOf: NOW });
    expect(result.value).toBe((18 + 22 + 20 + 16) / 4);
    expect(pointOf(result, "sprint-5").value).toBe(24);
  });

  test("does not count what was dropped, or an epic", () => {
    const more = {
      ...items,
      GONE: finished("2026-03-10", 40, { resolution: "Won’t do" }),
      EPIC: finished("2026-03-10", 40, { type: "Epic" }),
    };
    expect(measured("velocity", { observations: [seen(NOW, { items: more })], asOf: NOW }).value).toBe(20);
  });

  test("keeps what was finished although it is reopened in a later sprint, and counts a second finish again", () => {
    const reopened = finished("2026-03-09", 24, {
      status: "Backlog",
      category: "todo",
      resolution: null,
      resolvedAt: null,
    });
    const given = {
      observations: [
        seen("2026-03-16T00:00:00Z", { items }),
        seen("2026-03-17T12:00:00Z", { items: { ...items, "DONE-5": reopened } }),
        seen("2026-03-20T12:00:00Z", { items: { ...items, "DONE-5": finished("2026-03-19", 30) } }),
      ],
      asOf: NOW,
    };
    const result = measured("velocity", given);
    expect(pointOf(result, "sprint-5").value).toBe(24);
    expect(pointOf(result, "sprint-6").value).toBe(7 + 24);
  });
});
