import { expect, test } from "vitest";
import { filled, readFixture } from "./read-fixture.ts";

test("Bugzilla's list tells what is blocked by what is still open, and --- is nothing", async () => {
  const { format, items, order } = await readFixture("bugzilla.csv");
  expect([format, order]).toEqual(["bugzilla", null]);
  expect(filled(items.get("11"))).toEqual({
    status: "RESOLVED",
    category: "done",
    resolution: "FIXED",
    createdAt: "2026-01-05T09:00:00Z",
    sprint: "Sprint 2",
    blocked: false,
  });
  expect(items.get("12")).toMatchObject({ category: "todo", resolution: null, sprint: null, blocked: true });
  expect(items.get("13")).toMatchObject({ category: "doing", blocked: false });
});
