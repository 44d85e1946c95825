import { describe, expect, it } from "vitest";
import type { Action } from "../../support/github/actions.ts";
import { ask, at } from "../../support/github/ask.ts";
import { serveGitHub } from "../../support/github/serve.ts";
import { script } from "../../support/github/world.ts";

const EVENTS = `{ node(id: "I_1") { ... on Issue {
  state stateReason closedAt
  duplicateOf { number }
  issueDependenciesSummary { blockedBy totalBlockedBy }
  subIssuesSummary { total completed percentCompleted }
  issueFieldValues(first: 9) { nodes { __typename ... on IssueFieldNumberValue { value } ... on IssueFieldSingleSelectValue { name } } }
  timelineItems(first: 100) { nodes {
    __typename
    ... on IssueFieldAddedEvent { issueField { ... on IssueFieldCommon { name dataType } } value options { name } }
    ... on IssueFieldChangedEvent { previousValue newValue previousOptions { name } newOptions { name } }
    ... on IssueFieldRemovedEvent { issueField { ... on IssueFieldCommon { name } } }
    ... on IssueTypeAddedEvent { issueType { name } }
    ... on IssueTypeChangedEvent { issueType { name } prevIssueType { name } }
    ... on IssueTypeRemovedEvent { issueType { name } }
    ... on AssignedEvent { assignee { ... on User { login } } }
    ... on UnassignedEvent { assignee { ... on User { login } } }
    ... on MilestonedEvent { milestoneTitle }
    ... on DemilestonedEvent { milestoneTitle }
    ... on RenamedTitleEvent { previousTitle currentTitle }
    ... on ClosedEvent { reason: stateReason duplicateOf { ... on Issue { number } } closer { ... on PullRequest { number } } }
    ... on ReopenedEvent { reopened: stateReason }
    ... on MarkedAsDuplicateEvent { canonical { ... on Issue { number } } }
    ... on BlockedByAddedEvent { blockingIssue { number repository { nameWithOwner } } }
    ... on TransferredEvent { fromRepository { nameWithOwner } }
    ... on ConvertedToDiscussionEvent { discussion { number } }
    ... on CommentDeletedEvent { deletedCommentAuthor { login } }
  } }
} } }`;

const SEED = {
  labels: ["ready"],
  milestones: ["One", "Two"],
  types: ["Story", "Bug"],
  fields: [{ name: "Effort" }, { name: "Priority", options: ["High", "Low"] }],
};

const DAY = "2026-01-06";
const OPEN: readonly Action[] = [
  { at: "2026-01-05", do: "openIssue", issue: 1, title: "Pay" },
  { at: "2026-01-05", do: "openIssue", issue: 2 },
];

interface Issue {
  timelineItems: { nodes: Record<string, unknown>[] };
}

const issueAfter = async (actions: readonly Action[], from: readonly Action[] = OPEN): Promise<Issue> => {
  await using github = await serveGitHub(script(SEED, [...from, ...actions]));
  const { answer } = await ask(github, EVENTS);
  expect(answer.errors).toBeUndefined();
  return at(answer, "node") as Issue;
};

const eventsAfter = async (...actions: readonly Action[]) => (await issueAfter(actions)).timelineItems.nodes;

describe("an event of the fake GitHub", () => {
  it("tells the values of a number field before and after", async () => {
    const set = (value: number | null): Action => ({
      at: DAY,
      do: "setField",
      issue: 1,
      field: "Effort",
      value,
    });
    expect(await eventsAfter(set(3), set(5), set(null), set(8))).toEqual([
      {
        __typename: "IssueFieldAddedEvent",
        issueField: { name: "Effort", dataType: "NUMBER" },
        value: "3",
        options: [],
      },
      {
        __typename: "IssueFieldChangedEvent",
        previousValue: "3",
        newValue: "5",
        previousOptions: [],
        newOptions: [],
      },
      { __typename: "IssueFieldRemovedEvent", issueField: { name: "Effort" } },
      {
        __typename: "IssueFieldAddedEvent",
        issueField: { name: "Effort", dataType: "NUMBER" },
        value: "8",
        options: [],
      },
    ]);
  });

  it("tells the options of a single select before and after", async () => {
    const set = (value: string): Action => ({ at: DAY, do: "setField", issue: 1, field: "Priority", value });
    expect(await eventsAfter(set("Low"), set("High"))).toMatchObject([
      { value: "Low", options: [{ name: "Low" }] },
      {
        previousValue: "Low",
        newValue: "High",
        previousOptions: [{ name: "Low" }],
        newOptions: [{ name: "High" }],
      },
    ]);
    expect(
      await issueAfter([set("Low"), { at: DAY, do: "setField", issue: 1, field: "Effort", value: 2 }]),
    ).toMatchObject({
      issueFieldValues: {
        nodes: [
          { __typename: "IssueFieldSingleSelectValue", name: "Low" },
          { __typename: "IssueFieldNumberValue", value: 2 },
        ],
      },
    });
  });

  it("tells the type before and after", async () => {
    const set = (type: string | null): Action => ({ at: DAY, do: "setType", issue: 1, type });
    expect(await eventsAfter(set("Story"), set("Bug"), set(null))).toEqual([
      { __typename: "IssueTypeAddedEvent", issueType: { name: "Story" } },
      { __typename: "IssueTypeChangedEvent", issueType: { name: "Bug" }, prevIssueType: { name: "Story" } },
      { __typename: "IssueTypeRemovedEvent", issueType: { name: "Bug" } },
    ]);
  });

  it("tells of milestones, titles and assignees", async () => {
    const events = await eventsAfter(
      { at: DAY, do: "setMilestone", issue: 1, milestone: "One" },
      { at: DAY, do: "setMilestone", issue: 1, milestone: "Two" },
      { at: DAY, do: "setMilestone", issue: 1, milestone: null },
      { at: DAY, do: "editTitle", issue: 1, title: "Pay by card" },
      { at: DAY, do: "assign", issue: 1, person: "ben" },
      { at: DAY, do: "unassign", issue: 1, person: "ben" },
    );
    expect(events).toEqual([
      { __typename: "MilestonedEvent", milestoneTitle: "One" },
      { __typename: "DemilestonedEvent", milestoneTitle: "One" },
      { __typename: "MilestonedEvent", milestoneTitle: "Two" },
      { __typename: "DemilestonedEvent", milestoneTitle: "Two" },
      { __typename: "RenamedTitleEvent", previousTitle: "Pay", currentTitle: "Pay by card" },
      { __typename: "AssignedEvent", assignee: { login: "ben" } },
      { __typename: "UnassignedEvent", assignee: { login: "ben" } },
    ]);
  });

  it("tells why an issue was closed, and that it was opened again", async () => {
    const close: Action = { at: DAY, do: "close", issue: 1, reason: "DUPLICATE", duplicateOf: 2 };
    const closed = await issueAfter([close]);
    expect(closed).toMatchObject({
      state: "CLOSED",
      stateReason: "DUPLICATE",
      closedAt: "2026-01-06T12:00:00Z",
    });
    expect(closed).toMatchObject({ duplicateOf: { number: 2 } });
    expect(closed.timelineItems.nodes).toEqual([
      { __typename: "MarkedAsDuplicateEvent", canonical: { number: 2 } },
      { __typename: "ClosedEvent", reason: "DUPLICATE", duplicateOf: { number: 2 }, closer: null },
    ]);
    const again = await issueAfter([close, { at: "2026-01-07", do: "reopen", issue: 1 }]);
    expect(again).toMatchObject({
      state: "OPEN",
      stateReason: "REOPENED",
      closedAt: null,
      duplicateOf: null,
    });
    expect(again.timelineItems.nodes.at(-1)).toEqual({ __typename: "ReopenedEvent", reopened: "REOPENED" });
  });

  it("tells the pull request that closed an issue, and no reason where GitHub has none", async () => {
    const events = await eventsAfter(
      { at: DAY, do: "close", issue: 1, pullRequest: 90 },
      { at: DAY, do: "reopen", issue: 1 },
      { at: DAY, do: "close", issue: 1, reason: null },
    );
    expect(events).toMatchObject([
      { reason: "COMPLETED", closer: { number: 90 } },
      {},
      { reason: null, closer: null, duplicateOf: null },
    ]);
  });

  it("tells what blocks an issue, and the sums follow what was closed", async () => {
    const issue = await issueAfter([
      { at: DAY, do: "block", issue: 1, blocker: "acme/api#7" },
      { at: DAY, do: "block", issue: 1, blocker: 2 },
      { at: DAY, do: "openIssue", issue: 3, parent: 1 },
      { at: DAY, do: "addSubIssue", issue: 1, child: 2 },
      { at: DAY, do: "close", issue: 2 },
    ]);
    expect(issue).toMatchObject({
      issueDependenciesSummary: { blockedBy: 1, totalBlockedBy: 2 },
      subIssuesSummary: { total: 2, completed: 1, percentCompleted: 50 },
    });
    expect(issue.timelineItems.nodes.slice(0, 2)).toMatchObject([
      { blockingIssue: { number: 7, repository: { nameWithOwner: "acme/api" } } },
      { blockingIssue: { number: 2, repository: { nameWithOwner: "acme/shop" } } },
    ]);
  });

  it("tells where an issue came from and what it became", async () => {
    const arrival: Action = {
      at: DAY,
      do: "transferIn",
      issue: 1,
      from: "acme/old",
      createdAt: "2025-06-01",
    };
    const issue = await issueAfter(
      [{ at: DAY, do: "convertToDiscussion", issue: 1, discussion: 9 }],
      [arrival],
    );
    expect(issue).toMatchObject({ state: "CLOSED", stateReason: null });
    expect(issue.timelineItems.nodes).toEqual([
      { __typename: "TransferredEvent", fromRepository: { nameWithOwner: "acme/old" } },
      { __typename: "ConvertedToDiscussionEvent", discussion: { number: 9 } },
    ]);
  });

  it("tells whose comment was deleted", async () => {
    const events = await eventsAfter(
      { at: DAY, by: "ben", do: "comment", issue: 1 },
      { at: DAY, do: "deleteComment", issue: 1, comment: 1 },
    );
    expect(events).toEqual([{ __typename: "CommentDeletedEvent", deletedCommentAuthor: { login: "ben" } }]);
  });
});
