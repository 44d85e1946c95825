import { expect, test } from "vitest";
import { filled, readFixture } from "./read-fixture.ts";

test("Asana's project tells its order by rows, parents by name, and an id that a spreadsheet has rounded is refused", async () => {
  const { format, items, order, rows, skipped, problems } = await readFixture("asana.csv");
  expect([format, rows, skipped]).toEqual(["asana", 4, { "row-unreadable": 1 }]);
  expect(problems.map(({ text }) => text)).toEqual([
    "the task's ID was rounded by a spreadsheet to 1.201E+15",
  ]);
  expect(order).toEqual(["1201000000000001", "1201000000000002", "1201000000000003"]);
  expect(filled(items.get("1201000000000001"))).toEqual({
    subtask: false,
    status: "Done",
    category: "done",
    createdAt: "2026-01-04T23:00:00Z",
    resolvedAt: "2026-01-15T23:00:00Z",
    estimate: 5,
    labels: ["Ready"],
    sprint: "Sprint 2",
    acceptanceCriteria: true,
    described: true,
  });
  expect(items.get("1201000000000003")).toMatchObject({ subtask: true, parent: "1201000000000002" });
});
