import { expect, test } from "vitest";
import { filled, readFixture } from "./read-fixture.ts";

test("a tree query of Azure DevOps tells parents, paths, numbers of the user's language and the rank", async () => {
  const { format, items, order, skipped, dates } = await readFixture("azure-devops.csv", { titles: true });
  expect([format, items.size, skipped]).toEqual(["azure-devops", 5, {}]);
  expect(dates).toEqual({ order: "day-first", by: "cells" });
  expect(filled(items.get("12"))).toEqual({
    title: "Pay by card",
    type: "User Story",
    subtask: false,
    status: "Closed",
    category: "done",
    createdAt: "2026-01-05T09:00:00Z",
    resolvedAt: "2026-01-16T15:30:00Z",
    estimate: 5,
    labels: ["Ready"],
    sprint: "Sprint 2",
    acceptanceCriteria: false,
    parent: "11",
  });
  expect(items.get("13")).toMatchObject({ subtask: true, parent: "12" });
  expect(items.get("14")).toMatchObject({
    parent: "11",
    estimate: 2.5,
    sprint: null,
    acceptanceCriteria: true,
  });
  expect(order).toEqual(["14", "11", "15", "12"]);
});

test("what Azure DevOps has removed is closed and not finished", async () => {
  const { items } = await readFixture("azure-devops.csv");
  expect(items.get("15")).toMatchObject({
    category: "done",
    resolution: "Withdrawn",
    acceptanceCriteria: false,
  });
});

test("the parents of a tree are known though titles are not read", async () => {
  const { items } = await readFixture("azure-devops.csv");
  expect([...items.values()].map(({ parent, title }) => [parent, title])).toEqual([
    [null, null],
    ["11", null],
    ["12", null],
    ["11", null],
    [null, null],
  ]);
});
