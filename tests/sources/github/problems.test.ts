import { expect, test } from "vitest";
import type { EditsRead } from "../../../src/sources/github/edits.ts";
import type { PageItem } from "../../../src/sources/github/pending.ts";
import { problemsOf } from "../../../src/sources/github/problems.ts";
import { reduceIssue } from "../../../src/sources/github/reduce-issue.ts";
import { issue, node, reading } from "./issue-builder.ts";
import { pendingPages } from "./pending-builder.ts";

const keyOf = reading().titleKey;
const into = (milestoneTitle: string) => node("MilestonedEvent", "2026-01-06", { milestoneTitle });
const outOf = (milestoneTitle: string) => node("DemilestonedEvent", "2026-01-07", { milestoneTitle });
const item = (number: number, ...timeline: ReturnType<typeof node>[]): PageItem => ({
  id: `#${number}`,
  node: `I_${number}`,
  url: "",
  updatedAt: "2026-01-08T12:00:00Z",
  editedAt: null,
  taught: null,
  read: reduceIssue(issue({ id: `I_${number}`, number }), { timeline, reading: reading() }),
});
const told = (items: readonly PageItem[], placed: readonly string[] = []) => {
  const { state } = pendingPages({ items: new Map(items.map((one) => [one.id, one])) });
  const milestoneOf = (value: string | null): string | null => (value === keyOf("Sprint 1") ? "MI_1" : null);
  return problemsOf(state, { placed: new Set(placed), milestoneOf }).map(({ id, where }) => [id, where]);
};

test("an issue that was in a milestone which nobody knows by that title is counted once, by its number alone", () => {
  const events = [into("hush"), outOf("hush"), into("hush")];
  expect(told([item(1, ...events), item(2, into("Sprint 1")), item(3)])).toEqual([
    ["milestone-unknown", "#1"],
  ]);
  const { state } = pendingPages({ items: new Map([["#1", item(1, ...events)]]) });
  const all = JSON.stringify(problemsOf(state, { placed: new Set(), milestoneOf: () => null }));
  expect(all).not.toMatch(/hush|title:/);
});

test("an issue that came with such a milestone is one too", () => {
  expect(told([item(1, outOf("hush"))])).toEqual([["milestone-unknown", "#1"]]);
});

test("what the history knows already is not unknown", () => {
  const [came, had] = [into("hush"), outOf("hush")];
  expect(told([item(1, came)], [came.id])).toEqual([]);
  expect(told([item(2, had)], ["#2"])).toEqual([]);
  expect(told([item(1, came, into("hush, too"))], [came.id])).toHaveLength(1);
});

test("issues that GitHub did not give, and descriptions whose versions are of no use, are named", () => {
  const body = { described: true, acceptanceCriteria: false };
  const edits = (id: string, history: EditsRead["history"]) => [id, { id, now: body, history }] as const;
  const { state } = pendingPages({
    edits: new Map([edits("#1", null), edits("#2", { first: body, events: [] })]),
    unread: new Map([[9, "2026-01-08T12:00:00Z"]]),
  });
  expect(problemsOf(state, { placed: new Set(), milestoneOf: () => null })).toEqual([
    {
      id: "issue-unread",
      where: "#9",
      text: "GitHub did not give this issue; the next run asks again",
    },
    {
      id: "description-history-unusable",
      where: "#1",
      text: "the versions of its description do not end in the description as it is",
    },
  ]);
});
