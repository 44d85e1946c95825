import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spanAt } from "../../src/history/spans.ts";
import type { Facts } from "../../src/model/facts.ts";
import { backlogOf, ms, productBacklogAt, SPRINTS, STAGES, stageAt } from "../support/history-builder.ts";
import { observe } from "../support/observation-builder.ts";
import { randomObservations } from "../support/random-observations.ts";

const OPEN: Partial<Facts> = Object.freeze({
  status: "New",
  category: "todo",
  createdAt: "2026-01-02T08:00:00Z",
});
const STARTED: Partial<Facts> = Object.freeze({ ...OPEN, status: "In Progress", category: "doing" });

const seenOnce = (facts: Partial<Facts>, options: Parameters<typeof backlogOf>[1] = {}) =>
  backlogOf([observe("2026-01-06", { A: facts })], options);

describe("an item that is assigned to a sprint", () => {
  const backlog = seenOnce({ ...OPEN, sprint: "Sprint 2" });

  test("stays in the Product Backlog until the sprint begins", () => {
    expect(stageAt(backlog, "A", "2026-01-06")).toBe("product-backlog");
    expect(stageAt(backlog, "A", "2026-01-18T23:59:59Z")).toBe("product-backlog");
  });

  test("is in the Sprint Backlog while it runs", () => {
    expect(stageAt(backlog, "A", "2026-01-19T00:00:00Z")).toBe("sprint-backlog");
    expect(stageAt(backlog, "A", "2026-02-01T23:59:59Z")).toBe("sprint-backlog");
  });

  test("is back when it has ended", () => {
    expect(stageAt(backlog, "A", "2026-02-02T00:00:00Z")).toBe("product-backlog");
  });

  test("stays in the Sprint Backlog after the end where it is started", () => {
    const started = seenOnce({ ...STARTED, sprint: "Sprint 1" });
    expect(stageAt(started, "A", "2026-02-10")).toBe("sprint-backlog");
  });

  test("counts as in the Product Backlog before planning, unless it is started", () => {
    const both = backlogOf([
      observe("2026-01-06", { A: { ...OPEN, sprint: "sprint  2" }, B: { ...STARTED, sprint: "Sprint 2" } }),
    ]);
    const start = "2026-01-19T00:00:00Z";
    expect(productBacklogAt(both, start)).toEqual([]);
    expect(productBacklogAt(both, start, true)).toEqual(["A"]);
  });

  test("counts before planning as returned when it is left over from the sprint that ends", () => {
    const leftOver = seenOnce({ ...OPEN, sprint: "Sprint 1" });
    expect(productBacklogAt(leftOver, "2026-01-19T00:00:00Z", true)).toEqual(["A"]);
    expect(productBacklogAt(leftOver, "2026-01-19T00:00:00Z")).toEqual(["A"]);
  });

  test("is not assigned by a name that no sprint has", () => {
    expect(stageAt(seenOnce({ ...OPEN, sprint: "Someday" }), "A", "2026-01-07")).toBe("product-backlog");
  });

  test("is found by a pattern's number", () => {
    const matched = seenOnce({ ...OPEN, sprint: "Board 01" }, { match: "Board {n}" });
    expect(stageAt(matched, "A", "2026-01-07")).toBe("sprint-backlog");
  });

  test("moves when an observation shows another sprint", () => {
    const moved = backlogOf([
      observe("2026-01-06", { A: { ...OPEN, sprint: "Sprint 1" } }),
      observe("2026-01-08", { A: { ...OPEN, sprint: "Sprint 2" } }),
    ]);
    expect(["2026-01-07", "2026-01-08", "2026-01-20"].map((day) => stageAt(moved, "A", day))).toEqual([
      "sprint-backlog",
      "product-backlog",
      "sprint-backlog",
    ]);
  });
});

describe("a started item", () => {
  test("is in the Sprint Backlog without any sprint", () => {
    expect(stageAt(seenOnce(STARTED), "A", "2026-01-06")).toBe("sprint-backlog");
  });

  test("is not started by a status that the ready rule names", () => {
    const stages = { ...STAGES, readyStatuses: ["In Progress"] };
    expect(stageAt(seenOnce(STARTED, { stages }), "A", "2026-01-06")).toBe("product-backlog");
  });
});

describe("the spans of any history", () => {
  test("lie one after the other without gap or overlap, to the end of time", () => {
    fc.assert(
      fc.property(randomObservations({ min: 1, max: 7 }), (observations) => {
        for (const { spans } of backlogOf(observations).items.values()) {
          spans.forEach((span, index) => {
            expect(span.from).toBeLessThan(span.to);
            expect(span.to).toBe(spans[index + 1]?.from ?? Number.POSITIVE_INFINITY);
          });
        }
      }),
    );
  });

  test("show at each observation what it shows: open items, by sprint and category", () => {
    fc.assert(
      fc.property(randomObservations({ min: 1, max: 5 }), (given) => {
        const observations = given.map((one) => ({ ...one, fields: [...one.fields, "category"] as const }));
        const backlog = backlogOf(observations);
        for (const { at, items } of observations) {
          for (const [id, facts] of items) {
            const stage = stageAt(backlog, id, at);
            if (facts.category === "done") expect(["finished", "dropped"]).toContain(stage);
            if (facts.category === "doing") expect(stage).toBe("sprint-backlog");
            if (facts.category === "todo") expect(["product-backlog", "sprint-backlog"]).toContain(stage);
          }
          for (const id of productBacklogAt(backlog, at)) expect(items.has(id)).toBe(true);
        }
      }),
    );
  });
});

test("the span at an instant is found by bisection", () => {
  const { spans } = seenOnce({ ...OPEN, sprint: SPRINTS[1]!.name }).items.get("A")!;
  expect(spanAt(spans, ms("2026-01-01"))).toBeUndefined();
  for (const span of spans) {
    expect(spanAt(spans, span.from)).toBe(span);
    expect(spanAt(spans, Math.min(span.to - 1, ms("2030-01-01")))).toBe(span);
  }
});
