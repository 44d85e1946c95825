import { expect, test } from "vitest";
import { filled, readFixture } from "./read-fixture.ts";

test("a GitLab export tells times in UTC, weights and whole labels, below a column without a name", async () => {
  const { format, items, order, fields } = await readFixture("gitlab.csv", {
    readyLabels: ["ready for work"],
  });
  expect([format, items.size, order]).toEqual(["gitlab", 2, null]);
  expect(filled(items.get("7"))).toEqual({
    status: "Closed",
    category: "done",
    createdAt: "2026-01-05T09:00:00Z",
    resolvedAt: "2026-01-16T16:30:00Z",
    estimate: 5,
    labels: ["Ready for work"],
    sprint: "Sprint 2",
    acceptanceCriteria: true,
    described: true,
  });
  expect(items.get("8")).toMatchObject({ category: null, status: "Open", resolvedAt: null });
  expect(fields).not.toContain("blocked");
});
