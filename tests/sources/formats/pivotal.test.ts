import { expect, test } from "vitest";
import { filled, readFixture } from "./read-fixture.ts";

test("Pivotal's stories are read though their rows are short, and only an accepted one is done", async () => {
  const { format, items, order, skipped } = await readFixture("pivotal.csv");
  expect([format, skipped]).toEqual(["pivotal", {}]);
  expect(order).toEqual(["11", "12", "13"]);
  expect(filled(items.get("11"))).toEqual({
    type: "feature",
    status: "accepted",
    category: "done",
    createdAt: "2026-01-04T23:00:00Z",
    resolvedAt: "2026-01-15T23:00:00Z",
    estimate: 5,
    labels: ["ready"],
    sprint: "2",
    acceptanceCriteria: true,
    described: true,
  });
  expect(items.get("12")).toMatchObject({ status: "finished", category: "doing", estimate: null });
  expect(items.get("13")).toMatchObject({ category: "todo", sprint: null });
});
