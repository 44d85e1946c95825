import { expect, test } from "vitest";
import { filled, readFixture } from "./read-fixture.ts";

test("a Jira export tells estimates, sprints, ranks and closings", async () => {
  const { format, items, order, rows, problems } = await readFixture("jira.csv");
  expect([format, rows, problems]).toEqual(["jira", 3, []]);
  expect(filled(items.get("SHOP-1"))).toEqual({
    type: "Story",
    status: "Done",
    category: "done",
    resolution: "Done",
    createdAt: "2026-01-05T08:00:00Z",
    resolvedAt: "2026-01-16T15:30:00Z",
    estimate: 5,
    labels: [],
    sprint: "Sprint 2",
    acceptanceCriteria: true,
    described: true,
    parent: "SHOP-9",
  });
  expect(filled(items.get("SHOP-2"))).toMatchObject({ estimate: 3, labels: ["Ready"], described: false });
  expect(order).toEqual(["SHOP-2", "SHOP-9", "SHOP-1"]);
});
