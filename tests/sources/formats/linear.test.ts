import { expect, test } from "vitest";
import { filled, readFixture } from "./read-fixture.ts";

test("a Linear export tells its dates in either form, its cycles and what closed an issue", async () => {
  const { format, items, order, problems } = await readFixture("linear.csv");
  expect([format, items.size, order, problems]).toEqual(["linear", 4, null, []]);
  expect(filled(items.get("SHO-1"))).toEqual({
    status: "Done",
    category: "done",
    createdAt: "2026-01-05T09:00:00Z",
    resolvedAt: "2026-01-16T16:30:00Z",
    estimate: 5,
    labels: ["Ready"],
    sprint: "Cycle 2",
    acceptanceCriteria: true,
    described: true,
    blocked: false,
    parent: "SHO-4",
  });
  expect(items.get("SHO-2")).toMatchObject({
    category: "todo",
    createdAt: "2026-01-06T12:05:00Z",
    sprint: "Cycle 3",
    blocked: true,
  });
  expect(items.get("SHO-3")).toMatchObject({ category: "doing", resolution: null });
  expect(items.get("SHO-4")).toMatchObject({
    category: "done",
    resolution: "Canceled",
    resolvedAt: "2026-01-09T08:00:00Z",
  });
});
