import { describe, expect, test } from "vitest";
import { closed, measuredEvents, tracked } from "../support/event-builder.ts";
import {
  cadence,
  type facts,
  finished,
  finishing,
  measured,
  pointOf,
  seen,
  teamConfig,
  unready,
} from "../support/team-builder.ts";

const NOW = "2026-03-20T12:00:00Z";
const items = {
  ...finishing([18, 22, 20, 16, 24]),
  MORE: finished("2026-02-24", null),
  RUNNING: finished("2026-03-18", 7),
};
const throughput = (given: Record<string, ReturnType<typeof facts>>, at = NOW, team = teamConfig()) =>
  measured("throughput", { team, observations: [seen(at, { items: given })], asOf: at });

describe("throughput", () => {
  test("is the mean count of what was finished in the velocity window, estimated or not", () => {
    expect(throughput(items)).toMatchObject({
      state: "ok",
      value: 1.2,
      inputs: { sprints: [1, 1, 1, 2, 1] },
      explain: [{ title: "The window", text: "(1 + 1 + 1 + 2 + 1) ÷ 5 sprints = 1.2 items." }],
    });
  });

  test("has a point for every begun sprint, the running one so far and outside the headline", () => {
    expect(throughput(items).series.map(({ value, basis, running }) => [value, basis, running])).toEqual([
      [1, "rebuilt", false],
      [1, "rebuilt", false],
      [1, "rebuilt", false],
      [2, "rebuilt", false],
      [1, "rebuilt", false],
      [1, "observed", true],
    ]);
  });

  test("leaves an excluded sprint out of the mean and in the series", () => {
    const result = throughput(items, NOW, teamConfig({ sprints: cadence({ exclude: ["Sprint 4"] }) }));
    expect(result.value).toBe(1);
    expect(pointOf(result, "sprint-4").value).toBe(2);
  });

  test("is a true 0 where nothing was finished in known sprints", () => {
    expect(throughput({ A: unready(3) })).toMatchObject({ state: "ok", value: 0 });
  });

  test("is unknown under 3 finished sprints", () => {
    const two = throughput(finishing([3, 5]), "2026-02-03T12:00:00Z");
    expect(two).toMatchObject({ state: "insufficient-data", reason: "2 of 3 finished sprints", value: null });
    const none = measured("throughput", { observations: [], asOf: NOW });
    expect(none).toMatchObject({
      state: "insufficient-data",
      reason: "0 of 3 finished sprints",
      value: null,
    });
    expect(none.series.every(({ value, basis }) => value === null && basis === "gap")).toBe(true);
  });

  test("is a gap where no observation covers the sprint's end", () => {
    const given = { observations: [seen("2026-03-05T12:00:00Z", { items })], asOf: NOW };
    expect(pointOf(measured("throughput", given), "sprint-5")).toMatchObject({ value: null, basis: "gap" });
  });

  test("is rebuilt from the tracker's own events", () => {
    const done = (day: string) => tracked("2025-12-20", closed(day));
    const result = measuredEvents("throughput", {
      items: { A: done("2026-01-06"), B: done("2026-01-20"), C: done("2026-01-21"), D: done("2026-02-03") },
      reads: ["2026-02-17"],
    });
    expect(result).toMatchObject({ value: 4 / 3, inputs: { sprints: [1, 2, 1] } });
    expect(pointOf(result, "sprint-1").basis).toBe("rebuilt");
  });
});
