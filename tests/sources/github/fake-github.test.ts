import { describe, expect, it } from "vitest";
import { BOARD_ITEMS } from "../../../src/sources/github/documents/board.ts";
import { BODY_EDITS } from "../../../src/sources/github/documents/edits.ts";
import { BACKLOG_ISSUES, NEXT_ISSUE, SWEEP } from "../../../src/sources/github/documents/issues.ts";
import { OVERVIEW } from "../../../src/sources/github/documents/overview.ts";
import { ITEM_TYPES, TIMELINE_PAGE } from "../../../src/sources/github/documents/timeline.ts";
import { ask, at } from "../../support/github/ask.ts";
import { sampleWorld } from "../../support/github/sample-world.ts";
import { type FakeGitHub, serveGitHub } from "../../support/github/serve.ts";
import { script, type World } from "../../support/github/world.ts";

const VARIABLES = {
  owner: "acme",
  name: "shop",
  login: "acme",
  number: 4,
  withBoard: true,
  since: "2008-01-01T00:00:00Z",
  pageSize: 50,
  timelineSize: 100,
  itemTypes: ITEM_TYPES,
  id: "I_1",
  ids: ["I_1", "I_2"],
};

const TIMELINE = `query Timeline($number: Int!, $itemTypes: [IssueTimelineItemsItemType!]) {
  repository(owner: "acme", name: "shop") {
    issue(number: $number) {
      updatedAt
      timelineItems(first: 100, itemTypes: $itemTypes) {
        totalCount
        filteredCount
        nodes {
          __typename
          ... on Node { id }
          ... on LabeledEvent { createdAt actor { login } label { name } }
          ... on MilestonedEvent { milestoneTitle }
          ... on SubIssueAddedEvent { subIssue { number } }
          ... on ParentIssueAddedEvent { parent { number } }
          ... on ClosedEvent { createdAt stateReason }
          ... on IssueComment { author { __typename login } }
        }
      }
    }
  }
}`;

const timelineOf = async (github: FakeGitHub, number: number, itemTypes?: readonly string[]) => {
  const { answer } = await ask(github, TIMELINE, { number, itemTypes });
  expect(answer.errors).toBeUndefined();
  return at(answer, "repository.issue.timelineItems") as {
    totalCount: number;
    filteredCount: number;
    nodes: Record<string, unknown>[];
  };
};

const answering = async (world: World, number: number, itemTypes?: readonly string[]) => {
  await using github = await serveGitHub(world);
  return (await timelineOf(github, number, itemTypes)).nodes;
};

describe("the fake GitHub", () => {
  it.for([
    ["BACKLOG_ISSUES", BACKLOG_ISSUES],
    ["NEXT_ISSUE", NEXT_ISSUE],
    ["SWEEP", SWEEP],
    ["TIMELINE_PAGE", TIMELINE_PAGE],
    ["BODY_EDITS", BODY_EDITS],
    ["BOARD_ITEMS", BOARD_ITEMS],
    ["OVERVIEW", OVERVIEW],
  ] as const)("answers %s without an error", async ([, query]) => {
    await using github = await serveGitHub(sampleWorld());
    const { status, answer } = await ask(github, query, VARIABLES);
    expect(answer.errors).toBeUndefined();
    expect(status).toBe(200);
    expect(answer.data).toBeTruthy();
  });

  it("writes every kind of event that the sync asks for", async () => {
    await using github = await serveGitHub(sampleWorld());
    const { answer } = await ask(github, BACKLOG_ISSUES, VARIABLES);
    const issues = at(answer, "repository.issues.nodes") as {
      timelineItems: { nodes: { __typename: string }[] };
    }[];
    const written = new Set(
      issues.flatMap(({ timelineItems }) => timelineItems.nodes.map((one) => one.__typename)),
    );
    const asked = ITEM_TYPES.map((type) => type.toLowerCase().replaceAll("_", ""));
    expect([...written].map((type) => type.toLowerCase()).sort()).toEqual(asked.toSorted());
  });

  it("dates and names an event as the script says, and shows a label by its name today", async () => {
    const world = script({ labels: ["ready"] }, [
      { at: "2026-01-05T09:00:00Z", do: "openIssue", issue: 1 },
      { at: "2026-01-06T09:00:00Z", by: "ben", do: "label", issue: 1, label: "ready" },
      { at: "2026-01-07T09:00:00Z", do: "renameLabel", label: "ready", to: "refined" },
    ]);
    expect(await answering(world, 1)).toEqual([
      {
        __typename: "LabeledEvent",
        id: "LE_1_001",
        createdAt: "2026-01-06T09:00:00Z",
        actor: { login: "ben" },
        label: { name: "refined" },
      },
    ]);
  });

  it("keeps the old title in the events of a renamed and of a deleted milestone", async () => {
    const world = script({ milestones: ["One"] }, [
      { at: "2026-01-05", do: "openIssue", issue: 1, milestone: "One" },
      { at: "2026-01-06", do: "renameMilestone", milestone: "One", to: "Two" },
      { at: "2026-01-07", do: "deleteMilestone", milestone: "Two" },
    ]);
    expect(await answering(world, 1)).toMatchObject([{ milestoneTitle: "One" }]);
    expect(world.open().issues.get(1)?.milestone).toBeNull();
  });

  it("tells both issues of a split, and nothing of an issue that can't be seen", async () => {
    const world = script({ hidden: ["acme/secret#1"] }, [
      { at: "2026-01-05", do: "openIssue", issue: 1 },
      { at: "2026-01-05", do: "openIssue", issue: 2, parent: 1 },
      { at: "2026-01-06", do: "addSubIssue", issue: "acme/secret#1", child: 1 },
    ]);
    expect(await answering(world, 1)).toMatchObject([{ subIssue: { number: 2 } }, { parent: null }]);
    expect(await answering(world, 2)).toMatchObject([{ parent: { number: 1 } }]);
  });

  it("knows apps, nobody and accounts that are no more", async () => {
    const world = script({}, [
      { at: "2026-01-05", do: "openIssue", issue: 1 },
      { at: "2026-01-06", by: "renovate[bot]", do: "comment", issue: 1 },
      { at: "2026-01-06", by: null, do: "comment", issue: 1 },
      { at: "2026-01-06", by: "ben", do: "comment", issue: 1 },
      { at: "2026-01-07", do: "deleteAccount", person: "ben" },
    ]);
    const authors = (await answering(world, 1)).map(({ author }) => author);
    expect(authors).toEqual([{ __typename: "Bot", login: "renovate" }, null, null]);
  });

  it("counts what was filtered apart from the total", async () => {
    await using github = await serveGitHub(sampleWorld());
    const { totalCount, filteredCount, nodes } = await timelineOf(github, 1, ["CLOSED_EVENT"]);
    expect(nodes).toMatchObject([{ __typename: "ClosedEvent", stateReason: "COMPLETED" }]);
    expect(filteredCount).toBe(1);
    expect(totalCount).toBeGreaterThan(10);
  });

  it("doesn't count a board move or a deleted comment as an update, but everything else", async () => {
    const board = { number: 4, fields: [{ name: "Status", options: ["Ready"] }] };
    const opened = script({ board, labels: ["ready"] }, [
      { at: "2026-01-05", do: "openIssue", issue: 1 },
      { at: "2026-01-06", do: "comment", issue: 1 },
      { at: "2026-01-07", do: "deleteComment", issue: 1, comment: 1 },
      { at: "2026-01-08", do: "addToBoard", card: 1 },
      { at: "2026-01-09", do: "setStatus", card: 1, status: "Ready" },
    ]);
    expect(opened.open().issues.get(1)?.updatedAt).toBe("2026-01-06T12:00:00Z");
    const labelled = opened.more([{ at: "2026-01-10", do: "label", issue: 1, label: "ready" }]);
    expect(labelled.open().issues.get(1)?.updatedAt).toBe("2026-01-10T12:00:00Z");
  });

  it("gives every body after an edit, the creation first", async () => {
    const world = script({}, [
      { at: "2026-01-05", do: "openIssue", issue: 1, body: "a" },
      { at: "2026-01-05", do: "openIssue", issue: 2, body: "never edited" },
      { at: "2026-01-06", do: "editBody", issue: 1, body: "b" },
      { at: "2026-01-07", by: "ben", do: "editBody", issue: 1, body: "c" },
    ]);
    await using github = await serveGitHub(world);
    const { answer } = await ask(github, BODY_EDITS, VARIABLES);
    expect(at(answer, "nodes")).toMatchObject([
      {
        body: "c",
        lastEditedAt: "2026-01-07T12:00:00Z",
        includesCreatedEdit: true,
        userContentEdits: {
          nodes: [
            { diff: "a", editedAt: "2026-01-05T12:00:00Z" },
            { diff: "b" },
            { diff: "c", editor: { login: "ben" } },
          ],
        },
      },
      { lastEditedAt: null, includesCreatedEdit: false, userContentEdits: { totalCount: 0, nodes: [] } },
    ]);
  });

  it("can forget a deleted label's events, and list edits the other way round", async () => {
    const actions = [
      { at: "2026-01-05", do: "openIssue", issue: 1, body: "a", labels: ["idea"] },
      { at: "2026-01-06", do: "editBody", issue: 1, body: "b" },
      { at: "2026-01-07", do: "deleteLabel", label: "idea" },
    ] as const;
    const seed = { labels: ["idea"] };
    expect(await answering(script(seed, actions), 1)).toMatchObject([{ label: { name: "idea" } }]);
    expect(await answering(script({ ...seed, deletedLabelEvents: "gone" }, actions), 1)).toEqual([]);
    await using github = await serveGitHub(script({ ...seed, editOrder: "newest-first" }, actions));
    const { answer } = await ask(github, BODY_EDITS, { ids: ["I_1"] });
    expect(at(answer, "nodes.0.userContentEdits.nodes")).toMatchObject([{ diff: "b" }, { diff: "a" }]);
  });

  it("shows the world as it was at an instant, with the same ids as later", async () => {
    const world = sampleWorld();
    await using github = await serveGitHub(world.until("2026-01-07T11:00:00Z"));
    const before = (await timelineOf(github, 1)).nodes;
    expect(await ask(github, "{ viewer { login } }").then(({ headers }) => headers.get("date"))).toBe(
      "Wed, 07 Jan 2026 11:00:00 GMT",
    );
    github.show(world);
    const after = (await timelineOf(github, 1)).nodes;
    expect(before.length).toBeGreaterThan(3);
    expect(after.length).toBeGreaterThan(before.length);
    expect(after.slice(0, before.length).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });

  it("refuses a script that goes back in time or names what isn't there", () => {
    const back = [
      { at: "2026-01-06", do: "openIssue", issue: 1 },
      { at: "2026-01-05", do: "openIssue", issue: 2 },
    ] as const;
    expect(() => script({}, back)).toThrow("goes back in time");
    const unknown = script({}, [
      { at: "2026-01-05", do: "openIssue", issue: 1 },
      { at: "2026-01-06", do: "label", issue: 1, label: "redy" },
    ]);
    expect(() => unknown.open()).toThrow("“redy”");
  });

  it("says what it doesn't know in place of an empty answer", async () => {
    await using github = await serveGitHub(sampleWorld());
    const { answer } = await ask(github, `{ repository(owner: "acme", name: "shop") { stargazerCount } }`);
    expect(answer.errors).toMatchObject([{ message: expect.stringContaining("Repository.stargazerCount") }]);
  });
});
