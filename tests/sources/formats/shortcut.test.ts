import { expect, test } from "vitest";
import { filled, readFixture } from "./read-fixture.ts";

test("Shortcut's stories tell their dates at the offset of their row, and what is blocked or archived", async () => {
  const { format, items, order } = await readFixture("shortcut.csv");
  expect([format, order]).toEqual(["shortcut", null]);
  expect(filled(items.get("11"))).toEqual({
    type: "feature",
    status: "Done",
    category: "done",
    createdAt: "2026-01-05T09:00:00Z",
    resolvedAt: "2026-01-16T16:30:00Z",
    estimate: 5,
    labels: ["Ready"],
    sprint: "Sprint 2",
    acceptanceCriteria: true,
    described: true,
    blocked: false,
  });
  expect(items.get("12")).toMatchObject({
    category: "todo",
    blocked: true,
    createdAt: "2026-07-06T10:05:00Z",
  });
  expect(items.get("13")).toMatchObject({ category: "done", resolution: "Withdrawn" });
});
