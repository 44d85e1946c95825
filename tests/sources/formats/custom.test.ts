import { expect, test } from "vitest";
import { filled, readFixture } from "./read-fixture.ts";

const columns = {
  id: ["Nr"],
  title: ["Was"],
  status: ["Stand"],
  estimate: ["Punkte"],
  rank: ["Platz"],
  created: ["Angelegt"],
  sprint: ["Runde"],
};

test("a table of one's own is read by the columns that the team names", async () => {
  const { format, items, order } = await readFixture("custom.csv", { columns }, "custom");
  expect([format, order]).toEqual(["custom", ["A/8", "A/7"]]);
  expect(filled(items.get("A/7"))).toEqual({
    status: "fertig",
    createdAt: "2026-01-04T23:00:00Z",
    estimate: 5,
    sprint: "Sprint 2",
  });
});

test("ranks of one's own that are not all numbers sort as texts", async () => {
  const { order } = await readFixture("custom.csv", { columns: { ...columns, rank: ["Was"] } }, "custom");
  expect(order).toEqual(["A/7", "A/8"]);
});

test("the rows may stand in the backlog's order, whatever the format knows", async () => {
  const { order } = await readFixture("custom.csv", { columns, order: "rows" }, "custom");
  expect(order).toEqual(["A/7", "A/8"]);
});

test("a table without one of the columns is refused with its headings", async () => {
  await expect(
    readFixture("custom.csv", { columns: { ...columns, type: ["Art"] } }, "custom"),
  ).rejects.toThrow(/the heading is of no known export\. Found: Nr, Was, Stand, .*which has: Nr, Was/);
});

test("without being named, a table of one's own is no known export", async () => {
  await expect(readFixture("custom.csv")).rejects.toThrow(/columns: \{ id: "Nr"/);
});
