import { describe, expect, test } from "vitest";
import type { Facts } from "../../src/model/facts.ts";
import { backlogOf, closingsOf, ms, productBacklogAt, STAGES, stageAt } from "../support/history-builder.ts";
import { observe, same } from "../support/observation-builder.ts";

const OPEN: Partial<Facts> = Object.freeze({
  status: "New",
  category: "todo",
  createdAt: "2026-01-02T08:00:00Z",
});
const DONE: Partial<Facts> = Object.freeze({ ...OPEN, status: "Done", category: "done" });

const on = (day: string, facts: Partial<Facts> | null) => observe(day, facts === null ? {} : { A: facts });

describe("an item that was created and not yet observed", () => {
  const first = observe("2026-01-06", { B: OPEN });
  const second = observe("2026-01-10", {
    B: OPEN,
    A: { ...OPEN, createdAt: "2026-01-07T08:00:00Z", estimate: 3 },
  });
  const backlog = () =>
    backlogOf([first, observe("2026-01-08", { B: OPEN }), second], {
      rule: { checks: ["maxSize", "estimate"], status: [], labels: [], descriptionMin: 1, maxSize: 8 },
    });

  test("is in the Product Backlog from its creation, with unknown fields", () => {
    expect(stageAt(backlog(), "A", "2026-01-07T07:59:59Z")).toBeNull();
    expect(backlog().at("A", ms("2026-01-07T08:00:00Z"))).toMatchObject({ id: "A", facts: null });
    expect(productBacklogAt(backlog(), "2026-01-07").sort()).toEqual(["A", "B"]);
    expect(backlog().at("A", ms("2026-01-10"))!.facts!.estimate).toBe(3);
  });

  test("is not ready: it fails every check", () => {
    const t = ms("2026-01-07");
    expect(backlog().failed(backlog().at("A", t)!, t)).toEqual(["maxSize", "estimate"]);
  });

  test("is not there at the very instant of an observation that does not show it", () => {
    expect(productBacklogAt(backlog(), "2026-01-08")).toEqual(["B"]);
    expect(productBacklogAt(backlog(), "2026-01-08T12:00:00.001Z").sort()).toEqual(["A", "B"]);
  });

  test("is there from its first observation on where no creation date is known", () => {
    const undated = backlogOf([first, observe("2026-01-10", { A: { status: "New" }, B: OPEN })]);
    expect(stageAt(undated, "A", "2026-01-10T11:59:59Z")).toBeNull();
    expect(stageAt(undated, "A", "2026-01-10")).toBe("product-backlog");
  });
});

test("an item is there from the observation that shows it, though its creation date lies after that", () => {
  const backlog = backlogOf([on("2026-01-06", { ...OPEN, createdAt: "2026-01-06T12:30:00Z" })]);
  expect(stageAt(backlog, "A", "2026-01-06T11:59:59Z")).toBeNull();
  expect(backlog.at("A", ms("2026-01-06"))!.facts).not.toBeNull();
  expect(backlog.at("A", ms("2026-01-07"))!.facts).not.toBeNull();
});

describe("an item that goes missing", () => {
  test("while open is dropped at that observation", () => {
    const backlog = backlogOf([
      on("2026-01-06", { ...OPEN, estimate: 3 }),
      on("2026-01-08", null),
      on("2026-01-10", null),
    ]);
    expect(stageAt(backlog, "A", "2026-01-08T11:59:59Z")).toBe("product-backlog");
    expect(stageAt(backlog, "A", "2026-01-08")).toBe("dropped");
    expect(closingsOf(backlog, "A")).toEqual(["dropped 2026-01-08T12:00:00Z 3"]);
  });

  test("while closed stays as it was", () => {
    const done = { ...DONE, resolvedAt: "2026-01-05T08:00:00Z" };
    const backlog = backlogOf([on("2026-01-06", done), on("2026-01-08", null)]);
    expect(stageAt(backlog, "A", "2026-01-20")).toBe("finished");
    expect(closingsOf(backlog, "A")).toEqual(["finished 2026-01-05T08:00:00Z –"]);
  });

  test.each(["Fixed", "Duplicate"])(
    "while closed stays as it was, though it comes back (%s)",
    (resolution) => {
      const done = { ...DONE, createdAt: null, resolution };
      const undated = [
        on("2026-01-04", OPEN),
        on("2026-01-06", done),
        on("2026-01-08", null),
        on("2026-01-10", done),
      ];
      expect(closingsOf(backlogOf(undated), "A")).toHaveLength(1);
      const dated = { ...done, resolvedAt: "2026-01-05T08:00:00Z" };
      const backlog = backlogOf([on("2026-01-06", dated), on("2026-01-08", null), on("2026-01-10", dated)]);
      expect(closingsOf(backlog, "A")).toEqual([
        `${resolution === "Fixed" ? "finished" : "dropped"} 2026-01-05T08:00:00Z –`,
      ]);
      expect(stageAt(backlog, "A", "2026-01-07")).not.toBeNull();
    },
  );

  test("and comes back is reopened", () => {
    const backlog = backlogOf([on("2026-01-06", OPEN), on("2026-01-08", null), on("2026-01-10", OPEN)]);
    expect(["2026-01-09", "2026-01-10", "2026-01-20"].map((day) => stageAt(backlog, "A", day))).toEqual([
      "dropped",
      "product-backlog",
      "product-backlog",
    ]);
  });

  test("and comes back closed before it went was finished, not dropped", () => {
    const done = { ...DONE, resolvedAt: "2026-01-07T08:00:00Z" };
    const backlog = backlogOf([on("2026-01-06", OPEN), on("2026-01-08", null), on("2026-01-10", done)]);
    expect(closingsOf(backlog, "A")).toEqual(["finished 2026-01-07T08:00:00Z –"]);
    expect(stageAt(backlog, "A", "2026-01-08")).toBe("finished");
  });

  test("and comes back closed after it went was dropped, and then finished", () => {
    const done = { ...DONE, resolvedAt: "2026-01-09T08:00:00Z" };
    const backlog = backlogOf([on("2026-01-06", OPEN), on("2026-01-08", null), on("2026-01-10", done)]);
    expect(closingsOf(backlog, "A")).toEqual([
      "dropped 2026-01-08T12:00:00Z –",
      "finished 2026-01-09T08:00:00Z –",
    ]);
  });

  test("from one that is held back is not missing", () => {
    const five = same(["A", "B", "C", "D", "E"], OPEN);
    const recording = { isOpen: () => true, acceptShrink: false };
    const backlog = backlogOf([observe("2026-01-06", five), observe("2026-01-08", { A: OPEN })], {
      recording,
    });
    expect(productBacklogAt(backlog, "2026-01-20")).toHaveLength(5);
    expect(backlog.observations).toHaveLength(1);
  });
});

describe("an item of an ignored type", () => {
  const epic = { ...OPEN, type: "Epic" };

  test("is no item at all", () => {
    const backlog = backlogOf([observe("2026-01-06", { A: epic, B: OPEN })]);
    expect([...backlog.items.keys()]).toEqual(["B"]);
    expect(backlog.observations[0]!.items).toBe(1);
    expect(stageAt(backlog, "A", "2026-01-06")).toBeNull();
  });

  test("leaves as dropped when it becomes one", () => {
    const backlog = backlogOf([on("2026-01-06", { ...OPEN, estimate: 5 }), on("2026-01-08", epic)]);
    expect(productBacklogAt(backlog, "2026-01-08T11:59:59Z")).toEqual(["A"]);
    expect(productBacklogAt(backlog, "2026-01-08")).toEqual([]);
    expect(closingsOf(backlog, "A")).toEqual(["dropped 2026-01-08T12:00:00Z 5"]);
  });

  test("is not dropped when it had been finished before", () => {
    const backlog = backlogOf([
      on("2026-01-06", { ...DONE, resolvedAt: "2026-01-05T08:00:00Z" }),
      on("2026-01-08", epic),
    ]);
    expect(closingsOf(backlog, "A")).toEqual(["finished 2026-01-05T08:00:00Z –"]);
  });

  test("arrives when it stops being one", () => {
    const backlog = backlogOf([on("2026-01-06", epic), on("2026-01-08", { ...OPEN, type: "Story" })]);
    expect(productBacklogAt(backlog, "2026-01-07")).toEqual([]);
    expect(productBacklogAt(backlog, "2026-01-08")).toEqual(["A"]);
    expect(backlog.begin).toBe(ms("2026-01-08"));
  });

  test("is what the team says", () => {
    const backlog = backlogOf([on("2026-01-06", epic)], {
      stages: { ...STAGES, ignoreTypes: ["Milestone"] },
    });
    expect(productBacklogAt(backlog, "2026-01-06")).toEqual(["A"]);
  });
});
