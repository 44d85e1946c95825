import { expect, test } from "vitest";
import { filled, readFixture } from "./read-fixture.ts";

test("Taiga's stories tell the backlog's order in a column of numbers", async () => {
  const { format, items, order } = await readFixture("taiga.csv");
  expect(format).toBe("taiga");
  expect(order).toEqual(["13", "11", "12"]);
  expect(filled(items.get("11"))).toEqual({
    status: "Done",
    category: "done",
    createdAt: "2026-01-05T09:00:00Z",
    resolvedAt: "2026-01-16T16:30:00Z",
    estimate: 5,
    labels: ["Ready"],
    sprint: "Sprint 2",
    acceptanceCriteria: true,
    described: true,
  });
  expect(items.get("12")).toMatchObject({ estimate: null, category: null, resolvedAt: null });
  expect(items.get("13")).toMatchObject({ estimate: 2.5 });
});
