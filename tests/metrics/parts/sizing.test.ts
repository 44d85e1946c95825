import { describe, expect, test } from "vitest";
import { sizingOf } from "../../../src/metrics/parts/sizing.ts";
import type { Facts } from "../../../src/model/facts.ts";
import { closed, type Happening, reopened, tracked, trackedBacklog } from "../../support/event-builder.ts";
import {
  cadence,
  finished,
  finishing,
  MID_SPRINT,
  seen,
  sizingFor,
  teamConfig,
} from "../../support/team-builder.ts";

const NOW = "2026-03-16T12:00:00Z";
const at = Date.parse(NOW);
const sizing = (items: Record<string, Facts>, team = teamConfig()) =>
  sizingFor({ team, observations: [seen(NOW, { items })], asOf: NOW });
const estimates = (...list: (number | null)[]): Record<string, Facts> =>
  Object.fromEntries(
    list.map((estimate, index) => [`DONE-${index}`, finished(MID_SPRINT[index % 5]!, estimate)]),
  );

describe("the unit", () => {
  const auto = teamConfig({ unit: "auto" });
  test("is points from 60 % of finished items with an estimate on", () => {
    expect(sizing(estimates(3, 5, 8, null, null), auto).unit).toBe("points");
  });

  test("is items below 60 %", () => {
    expect(sizing(estimates(3, 5, null, null, 8, null, null), auto).unit).toBe("items");
  });

  test("is items with nothing finished", () => {
    expect(sizing({}, auto).unit).toBe("items");
  });

  test("is the configured one whatever the estimates", () => {
    expect(sizing(estimates(3, 5, 8), teamConfig({ unit: "items" })).unit).toBe("items");
    expect(sizing(estimates(null, null), teamConfig({ unit: "points" })).unit).toBe("points");
  });

  test("is decided by the finished items of the window alone", () => {
    const window = teamConfig({ unit: "auto", velocity: { sprints: 3 } });
    expect(sizing(estimates(null, null, 5, 5, 5), window).unit).toBe("points");
    expect(sizing(estimates(5, 5, null, null, null), window).unit).toBe("items");
  });
});

describe("the size of an item", () => {
  test("is its estimate, else the median estimate of what was finished in the window", () => {
    const points = sizing(estimates(1, 3, 5, 13, null));
    expect(points.sizeOf(8, at)).toEqual({ size: 8, imputed: false });
    // 1, 3, 5 and 13: the mean of the middle two.
    expect(points.sizeOf(null, at)).toEqual({ size: 4, imputed: true });
  });

  test("is 1 when items are counted", () => {
    const items = sizing(estimates(1, 3, 5), teamConfig({ unit: "items" }));
    expect(items.sizeOf(8, at)).toEqual({ size: 1, imputed: false });
    expect(items.sizeOf(null, at)).toEqual({ size: 1, imputed: false });
  });

  test("is unknown in points while no finished item has an estimate", () => {
    const none = sizing(estimates(null, null, null));
    expect(none.sizeOf(null, at)).toEqual({ size: null, imputed: true });
    expect(none.velocityAt(at)).toMatchObject({ value: null, reason: "no finished item has an estimate" });
  });

  test("is taken from the window as it was at an earlier instant", () => {
    const window = sizing(finishing([2, 4, 6, 100, 100]));
    expect(window.sizeOf(null, Date.parse("2026-02-16T00:00:00Z")).size).toBe(4);
    expect(window.sizeOf(null, at).size).toBe(6);
  });
});

describe("the velocity", () => {
  test("is the mean of the last five ended sprints, oldest first", () => {
    expect(sizing(finishing([18, 22, 20, 16, 24])).velocityAt(at)).toEqual({
      value: 20,
      sprints: [18, 22, 20, 16, 24],
      median: 20,
      reason: null,
    });
  });

  test("imputes an item without an estimate", () => {
    const { value, sprints } = sizing(estimates(4, 4, 4, null, 6)).velocityAt(at);
    expect([value, sprints]).toEqual([22 / 5, [4, 4, 4, 4, 6]]);
  });

  test("counts a sprint in which nothing was finished as 0", () => {
    const items = { ...finishing([10, 0, 0, 0, 20]) };
    expect(sizing(items).velocityAt(at).sprints).toEqual([10, 0, 0, 0, 20]);
  });

  test("is unknown with fewer than three sprints, counted in its reason", () => {
    const early = "2026-02-02T12:00:00Z";
    const two = sizingFor({ observations: [seen(early, { items: finishing([18, 22]) })], asOf: early });
    expect(two.velocityAt(Date.parse(early))).toMatchObject({
      value: null,
      reason: "2 of 3 finished sprints",
    });
  });

  test("is unknown, not 0, when nothing was finished", () => {
    const open = {
      A: { ...finished("2026-01-12", 5), status: "Backlog", category: "todo" as const, resolution: null },
    };
    const { value, reason } = sizing(open).velocityAt(at);
    expect([value, reason]).toEqual([null, "nothing was finished in the last 5 sprints"]);
  });

  test("leaves out sprints that are marked so and reaches further back for them", () => {
    const team = teamConfig({ velocity: { sprints: 3 }, sprints: cadence({ exclude: ["sprint  4"] }) });
    expect(sizing(finishing([18, 22, 20, 16, 24]), team).velocityAt(at).sprints).toEqual([22, 20, 24]);
  });

  test("skips a sprint whose end no observation covers", () => {
    const observations = [seen("2026-03-05T12:00:00Z", { items: finishing([18, 22, 20, 16]) })];
    expect(sizingFor({ observations, asOf: NOW }).velocityAt(at).sprints).toEqual([18, 22, 20, 16]);
  });

  test("counts a sprint that is covered at its very end", () => {
    const observations = [seen("2026-03-02T00:00:00Z", { items: finishing([18, 22, 20, 16]) })];
    expect(sizingFor({ observations, asOf: NOW }).velocityAt(at).sprints).toHaveLength(4);
  });

  test("does not count sprints that ended before the first item was created", () => {
    const late = { createdAt: "2026-01-20T09:00:00Z" };
    const items = Object.fromEntries(
      Object.entries(finishing([0, 22, 20, 16, 24])).map(([id, item]) => [id, { ...item, ...late }]),
    );
    expect(sizing(items).velocityAt(at).sprints).toEqual([22, 20, 16, 24]);
  });
});

describe("what a sprint finished", () => {
  const count = (...events: Happening[]): number[] => {
    const items = { A: tracked("2025-12-10", ...events), B: tracked("2025-12-10") };
    const given = { items, reads: ["2026-02-05"] };
    const backlog = trackedBacklog(given);
    const sizing = sizingOf(backlog, { sprints: 5, unit: "items" });
    return backlog.sprints.slice(0, 2).map((sprint) => sizing.finishedItems(sprint));
  };

  test("is counted once, however often it was finished in it", () => {
    expect(count(closed("2026-01-12"), reopened("2026-01-13"), closed("2026-01-14"))).toEqual([1, 0]);
  });

  test("is as of its end: what was reopened before it is not, what was reopened at it or later is", () => {
    expect(count(closed("2026-01-12"), reopened("2026-01-13"))).toEqual([0, 0]);
    expect(count(closed("2026-01-12"), reopened("2026-01-19T00:00:00Z"))).toEqual([0, 0]);
    expect(count(closed("2026-01-12"), reopened("2026-01-19T00:00:01Z"))).toEqual([1, 0]);
  });

  test("belongs to the sprint that begins when it was finished at its border", () => {
    expect(count(closed("2026-01-19T00:00:00Z"))).toEqual([0, 1]);
    expect(count(closed("2026-01-18T23:59:59Z"))).toEqual([1, 0]);
  });
});

describe("a backlog that begins late", () => {
  const begun = (createdAt: string) => {
    const items = { A: finished("2026-01-20", 3, { createdAt }) };
    return sizing(items).velocityAt(at).sprints.length;
  };

  test("counts the first sprint that ends after its beginning, not one that ends with it", () => {
    expect(begun("2026-01-18T23:59:59Z")).toBe(5);
    expect(begun("2026-01-19T00:00:00Z")).toBe(4);
  });

  test("counts no sprint while it has no item", () => {
    expect(sizing({}).velocityAt(at)).toMatchObject({ sprints: [], reason: "0 of 3 finished sprints" });
  });
});
