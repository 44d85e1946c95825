import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { linesOf, readValue } from "../documents/document-file.ts";
import { FIXTURES, filled, readFixture } from "./read-fixture.ts";

type Issue = { key: string; fields: Record<string, unknown>; changelog: Record<string, unknown> };
type Search = { issues: Issue[]; names: Record<string, string>; total: number };
const search = (): Search => JSON.parse(readFileSync(join(FIXTURES, "jira-json.json"), "utf8"));

test("an issue's facts are those of its fields, custom ones found by their names", async () => {
  const { items, order } = await readFixture("jira-json.json");
  expect(filled(items.get("SHOP-1"))).toEqual({
    type: "Story",
    subtask: false,
    status: "Done",
    category: "done",
    categoryAt: "2026-01-15T08:00:00Z",
    resolution: "Done",
    createdAt: "2026-01-05T09:00:00Z",
    resolvedAt: "2026-01-15T08:00:00Z",
    estimate: 5,
    labels: [],
    sprint: "Sprint 7",
    acceptanceCriteria: false,
    described: false,
    blocked: false,
  });
  expect(items.get("SHOP-2")).toMatchObject({
    labels: ["Ready"],
    estimate: 8,
    acceptanceCriteria: true,
    described: true,
  });
  expect(items.get("SHOP-3")?.sprint).toBe("Sprint 8, part 1");
  expect(items.get("SHOP-4")?.blocked).toBe(true);
  expect(items.get("SHOP-5")).toMatchObject({ subtask: true, parent: "SHOP-4" });
  expect(order).toEqual(["SHOP-4", "SHOP-2", "SHOP-1", "SHOP-3", "SHOP-5"]);
});

test("the changelog gives every change at its own time, and what an issue was at first", async () => {
  const { past } = await readFixture("jira-json.json");
  expect(filled(past!.items.get("SHOP-1")!.first)).toMatchObject({
    status: "Backlog",
    category: "todo",
    categoryAt: "2026-01-05T09:00:00Z",
  });
  expect(filled(past!.items.get("SHOP-1")!.first)).not.toHaveProperty("estimate");
  expect(linesOf(past!.items.get("SHOP-1"))).toEqual([
    "2026-01-05T09:00:00Z created",
    '2026-01-07T08:00:00Z sprint {"sprint":"Sprint 7"}',
    '2026-01-07T08:00:00Z estimate {"estimate":3}',
    '2026-01-08T08:00:00Z status {"status":"In Progress","category":"doing","categoryAt":"2026-01-08T08:00:00Z"}',
    '2026-01-09T08:00:00Z estimate {"estimate":5}',
    '2026-01-15T08:00:00Z other {"resolution":"Done","resolvedAt":"2026-01-15T08:00:00Z"}',
    '2026-01-15T08:00:00Z closed {"status":"Done","category":"done","categoryAt":"2026-01-15T08:00:00Z"}',
  ]);
  expect(linesOf(past!.items.get("SHOP-2")).slice(1)).toEqual([
    '2026-01-12T08:00:00Z description {"described":true,"acceptanceCriteria":true}',
    '2026-01-12T08:01:00Z labels {"labels":["Ready"]}',
    '2026-01-12T08:02:00Z status {"status":"Ready"}',
    "2026-01-13T08:02:00Z order",
  ]);
});

test("a sprint in a log is told by its id, so that a comma in its name does no harm", async () => {
  const { past } = await readFixture("jira-json.json");
  expect(linesOf(past!.items.get("SHOP-3")).slice(1, 3)).toEqual([
    '2026-01-14T08:00:00Z sprint {"sprint":"Sprint 7"}',
    '2026-01-19T07:00:00Z sprint {"sprint":"Sprint 8, part 1"}',
  ]);
  expect(past!.items.get("SHOP-3")!.events[2]!.by).toBe("bot");
});

test("a link and a flag block from their own times on", async () => {
  const { past } = await readFixture("jira-json.json");
  expect(linesOf(past!.items.get("SHOP-4")).slice(1)).toEqual([
    "2026-01-20T08:00:00Z dependency +SHOP-3",
    "2026-01-20T08:01:00Z dependency +flag",
    "2026-01-21T08:01:00Z dependency -flag",
  ]);
  expect(past!.items.get("SHOP-4")!.first.blocked).toBe(false);
});

test("a link that the log does not tell was there at first", async () => {
  const doc = search();
  Object.assign(doc.issues[3]!.changelog, { histories: [], total: 0 });
  const { past } = await readValue(doc);
  const { first, events } = past!.items.get("SHOP-4")!;
  expect([first.blocked, events.map(({ blocker }) => blocker?.join(""))]).toEqual([
    true,
    [undefined, "+SHOP-3"],
  ]);
});

test("a changelog that is cut off is named, and the past of no issue is taken as whole", async () => {
  const doc = search();
  const { histories } = doc.issues[0]!.changelog as { histories: unknown[] };
  // The newest lines stand first, and are what a search gives.
  Object.assign(doc.issues[0]!.changelog, { histories: histories.slice(0, 2) });
  const { past, problems } = await readValue(doc);
  expect(past!.told).toEqual([]);
  expect(problems.map(({ id }) => id)).toEqual(["history-capped"]);
  expect(filled(past!.items.get("SHOP-1")!.first)).toEqual({ createdAt: "2026-01-05T09:00:00Z" });
  expect(linesOf(past!.items.get("SHOP-1"))[0]).toMatch(
    /^2026-01-09T08:00:00Z other \{.*"status":"In Progress".*"estimate":3/,
  );
});

test("a status that no issue is in any more leaves categories of the past untold", async () => {
  const doc = search();
  const text = JSON.stringify(doc).replaceAll(
    '"from":"1","fromString":"Backlog"',
    '"from":"99","fromString":"Inbox"',
  );
  const { past } = await readValue(text);
  expect(past!.items.get("SHOP-1")!.first).toMatchObject({ status: "Inbox", category: null });
  expect(past!.told).not.toContain("category");
  expect(past!.told).toContain("status");
});

test("issues without changelogs are an export like any other, and a page of a search is named", async () => {
  const { issues, names } = search();
  const plain = issues.map(({ changelog: _, ...issue }) => issue);
  const { past, problems, rows } = await readValue({ startAt: 0, total: 312, names, issues: plain });
  expect([past, rows]).toEqual([undefined, 5]);
  expect(problems.map(({ id, text }) => `${id}: ${text}`)).toEqual([
    "export-capped: 5 of 312 issues: this is one page of a search. Read the others too and put them into one file",
  ]);
});

test("custom fields without names are found by what they hold, and estimates by the team's word", async () => {
  const { issues } = search();
  const doc = issues.map(({ changelog: _, ...issue }) => issue);
  const unnamed = await readValue(doc);
  expect([
    unnamed.order?.[0],
    unnamed.items.get("SHOP-3")?.sprint,
    unnamed.fields.includes("estimate"),
  ]).toEqual(["SHOP-4", "Sprint 8, part 1", false]);
  expect(unnamed.problems.map(({ id }) => id)).toEqual(["fields-unnamed"]);
  const told = await readValue(doc, { estimateField: "customfield_10016" });
  expect(told.items.get("SHOP-2")?.estimate).toBe(8);
});

test("a file that names its fields and has none for estimates says that there are none", async () => {
  const { issues } = search();
  const [issue] = issues.map(({ changelog: _, ...one }) => one);
  const { assumed, fields, problems } = await readValue({ ...issue, names: { customfield_10020: "Sprint" } });
  expect([assumed, fields.includes("estimate"), problems]).toEqual([["estimate"], false, []]);
});

test("what a server writes is read: sprints as texts, no ids of fields, no categories", async () => {
  const text =
    "com.atlassian.greenhopper.service.sprint.Sprint@1f[id=7,rapidViewId=3,state=ACTIVE,name=Sprint 7,startDate=2026-01-05T00:00:00.000Z,endDate=2026-01-18T00:00:00.000Z]";
  const histories = [
    {
      id: "1",
      author: { name: "anna", key: "JIRAUSER1" },
      created: "2026-01-07T09:00:00.000+0000",
      items: [
        { field: "Story Points", fieldtype: "custom", from: null, fromString: "2", to: null, toString: "3" },
      ],
    },
  ];
  const { items, past } = await readValue({
    key: "OPS-1",
    id: "1",
    names: { customfield_1: "Sprint", customfield_2: "Story Points" },
    fields: {
      created: "2026-01-05T09:00:00.000+0000",
      status: { name: "Open", id: "1" },
      customfield_1: [text],
      customfield_2: 3,
    },
    changelog: { total: 1, histories },
  });
  expect(filled(items.get("OPS-1"))).toMatchObject({ sprint: "Sprint 7", estimate: 3, status: "Open" });
  expect(past!.items.get("OPS-1")!.first.estimate).toBe(2);
});

test("neither a summary, a name nor another label is kept", async () => {
  const { items, past, problems } = await readFixture("jira-json.json");
  const all = JSON.stringify([[...items], [...past!.items], problems]);
  for (const word of ["Secret summary", "invoice", "Anna", "acc-anna", "private"])
    expect(all).not.toContain(word);
});
