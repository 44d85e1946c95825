import { expect, test } from "vitest";
import { readValue } from "../documents/document-file.ts";
import { filled, readFixture } from "./read-fixture.ts";

test("what the command line lists is read: milestone, labels, reason and the board's status", async () => {
  const { items, skipped, order } = await readFixture("github-json.json", { estimateLabels: "size/*" });
  expect(filled(items.get("#12"))).toEqual({
    status: "Next",
    createdAt: "2026-01-05T09:00:00Z",
    estimate: 5,
    labels: ["Ready", "size/5"],
    sprint: "Sprint 8",
    acceptanceCriteria: true,
    described: true,
  });
  expect(filled(items.get("#10"))).toMatchObject({
    category: "done",
    resolution: "not planned",
    resolvedAt: "2026-01-16T08:00:00Z",
  });
  expect([skipped, order]).toEqual([{ "row-pull-request": 1 }, null]);
});

const rest = (number: number, more: object = {}): object => ({
  number,
  title: "A thing",
  state: "open",
  html_url: `https://github.com/acme/shop/issues/${number}`,
  repository_url: "https://api.github.com/repos/acme/shop",
  created_at: "2026-01-05T09:00:00Z",
  closed_at: null,
  labels: [{ name: "Ready" }, "plain"],
  body: null,
  type: { name: "Bug" },
  ...more,
});

test("REST is read page behind page, without the pull requests it mixes in", async () => {
  const pages = [
    [rest(1), rest(2, { pull_request: { url: "x" } })],
    [
      rest(3, {
        state: "closed",
        state_reason: "completed",
        closed_at: "2026-01-09T09:00:00Z",
        issue_dependencies_summary: { blocked_by: 1 },
        parent_issue_url: "https://api.github.com/repos/acme/shop/issues/1",
      }),
    ],
  ];
  const { items, rows, skipped } = await readValue(pages.map((page) => JSON.stringify(page)).join(""), {
    readyLabels: ["ready"],
  });
  expect([rows, skipped]).toEqual([3, { "row-pull-request": 1 }]);
  expect(filled(items.get("#1"))).toMatchObject({ type: "Bug", labels: ["Ready"], described: false });
  expect(filled(items.get("#3"))).toMatchObject({ resolution: "completed", blocked: true, parent: "#1" });
});

test("GraphQL is read wherever its nodes stand, and a further page is named", async () => {
  const node = {
    number: 7,
    title: "A thing",
    state: "OPEN",
    url: "https://github.com/acme/shop/issues/7",
    createdAt: "2026-01-05T09:00:00Z",
    labels: { nodes: [{ name: "Ready" }] },
    issueType: { name: "Feature" },
    parent: { number: 3 },
  };
  const answer = {
    data: { repository: { issues: { pageInfo: { hasNextPage: true }, nodes: [node, null] } } },
  };
  const { items, problems, rows } = await readValue(answer, { readyLabels: ["Ready"] });
  expect(rows).toBe(2);
  expect(filled(items.get("#7"))).toMatchObject({ type: "Feature", labels: ["Ready"], parent: "#3" });
  expect(problems.map(({ id, where }) => [id, where])).toEqual([
    ["row-unreadable", "exports/a.json:1"],
    ["export-capped", "exports/a.json:1"],
  ]);
});

test("issues of several repositories keep apart", async () => {
  const other = {
    html_url: "https://github.com/acme/app/issues/1",
    repository_url: "https://api.github.com/repos/acme/app",
  };
  const { items } = await readValue([rest(1), rest(1, other)]);
  expect([...items.keys()]).toEqual(["acme/shop#1", "acme/app#1"]);
});

test("the rows are the order where the team says so, and of a number twice the one updated later counts", async () => {
  const { order, items, skipped } = await readValue(
    [
      rest(5, { updated_at: "2026-01-06T09:00:00Z", type: null }),
      rest(4),
      rest(5, { updated_at: "2026-01-07T09:00:00Z" }),
    ],
    { order: "rows" },
  );
  expect([order, items.get("#5")?.type, skipped]).toEqual([["#5", "#4"], "Bug", { "row-repeated": 1 }]);
});
