import { describe, expect, test } from "vitest";
import type { Facts } from "../../src/model/facts.ts";
import { type StageRules, standingBy } from "../../src/model/stage.ts";
import { STAGES } from "../support/history-builder.ts";
import { item } from "../support/item-builder.ts";

const stand = (facts: Partial<Facts>, rules: Partial<StageRules> = {}): string => {
  const standing = standingBy(Object.freeze({ ...STAGES, ...rules }))(item(facts));
  return standing.kind === "open" && standing.started ? "started" : standing.kind;
};

const DATE = "2026-01-08T10:00:00Z";

describe("closed or open", () => {
  test("is what the tracker's category says, whatever the status is called", () => {
    expect(stand({ status: "Done", category: "todo" })).toBe("open");
    expect(stand({ status: "Parked", category: "done" })).toBe("finished");
    expect(stand({ status: "New", category: "doing" })).toBe("started");
  });

  test("goes by the team's mapping before the category", () => {
    expect(stand({ status: "In Test", category: "todo" }, { finished: ["in test"] })).toBe("finished");
    expect(stand({ status: "In Test", category: "done" }, { started: ["In Test"] })).toBe("started");
    expect(stand({ status: "In Test", category: "todo" }, { started: ["In Test"] })).toBe("started");
  });

  test("without category and mapping goes by a well-known name, a resolution or a closing date", () => {
    expect(stand({ status: "Erledigt" })).toBe("finished");
    expect(stand({ status: "Parked", resolution: "Fixed" })).toBe("finished");
    expect(stand({ status: "Parked", resolvedAt: DATE })).toBe("finished");
    expect(stand({ status: "Parked" })).toBe("open");
    expect(stand({})).toBe("open");
  });

  test("is not changed by a resolution or its date on an item whose category is open", () => {
    expect(stand({ status: "New", category: "todo", resolution: "Fixed", resolvedAt: DATE })).toBe("open");
    expect(stand({ status: "Busy", category: "doing", resolvedAt: DATE })).toBe("started");
  });
});

describe("finished or dropped", () => {
  test("is told by the resolution or the status", () => {
    expect(stand({ status: "Done", category: "done", resolution: "Won\u2019t Do" })).toBe("dropped");
    expect(stand({ status: "Cancelled", category: "done" })).toBe("dropped");
    expect(stand({ status: "Fertig", category: "done", resolution: "Abgelehnt" })).toBe("dropped");
    expect(stand({ status: "Done", category: "done", resolution: "Fixed" })).toBe("finished");
    expect(stand({ status: "Done", category: "done", resolution: null })).toBe("finished");
  });

  test("takes the team's own words beside the default ones", () => {
    const rules = { dropped: ["Parked for good"] };
    expect(stand({ status: "parked for  good", category: "done" }, rules)).toBe("dropped");
    expect(stand({ status: "Done", category: "done", resolution: "Duplicate" }, rules)).toBe("dropped");
  });

  test("never closes an open item", () => {
    const rules = { dropped: ["Rejected"] };
    expect(stand({ status: "Rejected", category: "todo" }, rules)).toBe("open");
    expect(stand({ status: "Rejected", category: "doing" }, rules)).toBe("started");
    expect(stand({ status: "Rejected" }, rules)).toBe("open");
  });
});

describe("started", () => {
  test("is never a status that the ready rule names", () => {
    expect(stand({ status: "Ready for dev", category: "doing" }, { readyStatuses: ["ready for dev"] })).toBe(
      "open",
    );
    expect(stand({ status: "Ready", category: null }, { started: ["Ready"], readyStatuses: ["Ready"] })).toBe(
      "open",
    );
  });

  test("without category and mapping is never so", () => {
    expect(stand({ status: "In Progress" })).toBe("open");
    expect(stand({ status: "In Progress" }, { started: ["in progress"] })).toBe("started");
  });
});

describe("what is no item", () => {
  test.each([
    "Epic",
    "SUB-TASK",
    "Subtask",
    "Unteraufgabe",
    "Sous-ta\u0302che",
    "Subtarea",
    "Podzadanie",
    "Initiative",
  ])("is a %s", (type) => {
    expect(stand({ type, category: "todo" })).toBe("ignored");
  });

  test("is what the tracker flags as a sub-task", () => {
    expect(stand({ type: "Step", subtask: true })).toBe("ignored");
    expect(stand({ type: "Step", subtask: false })).toBe("open");
  });

  test("is by a given list what that list names, and nothing else", () => {
    const rules = { ignoreTypes: ["Milestone"] };
    expect(stand({ type: "milestone" }, rules)).toBe("ignored");
    expect(stand({ type: "Epic" }, rules)).toBe("open");
    expect(stand({ type: "Step", subtask: true }, rules)).toBe("open");
    expect(stand({ type: "Sub-task" }, { ignoreTypes: [] })).toBe("open");
  });

  test("closes nothing: an ignored type stays ignored when it is done", () => {
    expect(stand({ type: "Epic", category: "done" })).toBe("ignored");
  });
});
