import { describe, expect, test } from "vitest";
import { reasonWords, reduceEvent, refOf } from "../../../src/sources/github/reduce-event.ts";
import { node, reading } from "./issue-builder.ts";

const ref = (nameWithOwner: string) => ({ id: "I_2", number: 2, repository: { nameWithOwner } });
const event = (typename: string, given = {}) => reduceEvent(node(typename, "2026-01-06", given), reading());

describe("who did it", () => {
  test.each([
    ["a person", { actor: { __typename: "User", login: "ana" } }, /^[0-9a-f]{10}$/],
    ["an app", { actor: { __typename: "Bot", login: "renovate" } }, /^bot$/],
    ["a workflow on behalf of a person", { wasAutomated: true }, /^bot$/],
    ["an account that is gone", { actor: null }, /^ghost$/],
  ])("%s", (_, given, expected) => {
    expect(event("AddedToProjectV2Event", given).by).toMatch(expected);
  });

  test("of a comment is its author", () => {
    expect(event("IssueComment", { actor: undefined, author: { __typename: "Bot", login: "x" } }).by).toBe(
      "bot",
    );
  });
});

describe("what blocks", () => {
  test("is an item by its number, and one of another repository or unseen is elsewhere", () => {
    expect(event("BlockedByAddedEvent", { blockingIssue: ref("Acme/Shop") }).blocker).toEqual(["+", "#2"]);
    expect(event("BlockedByAddedEvent", { blockingIssue: ref("acme/api") }).blocker).toEqual([
      "+",
      "elsewhere",
    ]);
    expect(event("BlockedByRemovedEvent", { blockingIssue: null }).blocker).toEqual(["-", "elsewhere"]);
    expect(refOf(ref("acme/api"), reading())).toBe("elsewhere");
  });
});

describe("the board", () => {
  const moved = { previousStatus: "", status: "Ready", project: { id: "PVT_4", number: 4 } };

  test("gives the status of the team's own board alone", () => {
    expect(event("ProjectV2ItemStatusChangedEvent", moved)).toMatchObject({
      kind: "status",
      set: { status: "Ready" },
      before: { status: null },
    });
    const other = { ...moved, project: { id: "PVT_9", number: 9 } };
    for (const given of [other, { ...moved, project: null }])
      expect(event("ProjectV2ItemStatusChangedEvent", given)).not.toHaveProperty("set");
  });

  test("takes it away with the card", () => {
    expect(event("RemovedFromProjectV2Event", moved).set).toEqual({ status: null });
  });
});

test("kinds of events that count as refinement or delivery", () => {
  const kinds = [
    "LabeledEvent",
    "IssueTypeAddedEvent",
    "SubIssueAddedEvent",
    "SubIssueRemovedEvent",
    "AssignedEvent",
    "ReopenedEvent",
    "SomethingNewEvent",
  ];
  expect(kinds.map((kind) => event(kind).kind)).toEqual([
    "labels",
    "type",
    "split",
    "other",
    "assignee",
    "reopened",
    "other",
  ]);
});

test("reasons read as words, unknown ones too", () => {
  expect([reasonWords("NOT_PLANNED"), reasonWords("SUPERSEDED"), reasonWords(null)]).toEqual([
    "not planned",
    "superseded",
    null,
  ]);
});
