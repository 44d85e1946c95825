import { expect, test } from "vitest";
import { filled, readFixture } from "./read-fixture.ts";

test("YouTrack's issues tell the last of their sprints and what their states mean", async () => {
  const { format, items, order } = await readFixture("youtrack.csv");
  expect([format, order]).toEqual(["youtrack", null]);
  expect(filled(items.get("SHO-1"))).toEqual({
    type: "Feature",
    status: "Fixed",
    category: "done",
    createdAt: "2026-01-05T09:00:00Z",
    resolvedAt: "2026-01-16T16:30:00Z",
    estimate: 5,
    labels: ["Ready"],
    sprint: "Sprint 2",
    acceptanceCriteria: true,
    described: true,
  });
  expect(items.get("SHO-2")).toMatchObject({ category: "todo", sprint: null });
});
