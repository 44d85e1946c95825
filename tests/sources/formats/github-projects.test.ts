import { expect, test } from "vitest";
import { filled, readFixture } from "./read-fixture.ts";

test("a project's view tells the order by its rows, and leaves out drafts and pull requests by name", async () => {
  const { format, items, order, rows, skipped, fields } = await readFixture("github-projects.tsv");
  expect([format, rows, skipped]).toEqual(["github-projects", 5, { "row-draft": 1, "row-pull-request": 1 }]);
  expect(order).toEqual(["acme/shop#12", "acme/shop#7", "acme/tills#7"]);
  expect(filled(items.get("acme/shop#12"))).toEqual({
    status: "Done",
    category: "done",
    estimate: 5,
    labels: ["Ready"],
    sprint: "Sprint 2",
  });
  expect(items.get("acme/tills#7")).toMatchObject({ category: "doing", estimate: 2.5 });
  expect(fields).not.toContain("createdAt");
});
