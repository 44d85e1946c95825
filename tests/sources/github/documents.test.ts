import { type GraphQLError, NoDeprecatedCustomRule, parse, specifiedRules, validate } from "graphql";
import { describe, expect, test } from "vitest";
import { knownItemTypes } from "../../../src/sources/github/capabilities.ts";
import { BOARD_ITEMS, BOARD_SIZE } from "../../../src/sources/github/documents/board.ts";
import { BODY_EDITS, BODY_EDITS_PAGE, EDITS_BATCH } from "../../../src/sources/github/documents/edits.ts";
import {
  BACKLOG_ISSUES,
  ISSUES_BY_ID,
  NEXT_ISSUE,
  PAGE_SIZE,
  SWEEP,
  SWEEP_SIZE,
  TIMELINE_SIZE,
} from "../../../src/sources/github/documents/issues.ts";
import {
  LABELS_PAGE,
  MILESTONES_PAGE,
  OVERVIEW,
  OVERVIEW_WITHOUT_BOARD,
} from "../../../src/sources/github/documents/overview.ts";
import { ITEM_TYPES, PROJECT_FIELDS, TIMELINE_PAGE } from "../../../src/sources/github/documents/timeline.ts";
import { prune } from "../../../src/sources/github/prune.ts";
import { costOf } from "./cost-of.ts";
import { capabilitiesFrom, schemaOf, type Variant } from "./server-types.ts";

const DOCUMENTS = {
  BACKLOG_ISSUES,
  ISSUES_BY_ID,
  NEXT_ISSUE,
  TIMELINE_PAGE,
  BODY_EDITS,
  BODY_EDITS_PAGE,
  OVERVIEW,
  OVERVIEW_WITHOUT_BOARD,
  LABELS_PAGE,
  MILESTONES_PAGE,
  BOARD_ITEMS,
  SWEEP,
};

/** Newer than the published schema, and on github.com: github.md §6. */
const NEWER_THAN_PUBLISHED = [
  "IssueFieldAddedEvent.options",
  "IssueFieldChangedEvent.newOptions",
  "IssueFieldChangedEvent.previousOptions",
  "IssueFieldValue/IssueFieldMultiSelectValue",
  "ProjectV2.items(archivedStates)",
];

const faults = (variant: Variant, document: string): string[] =>
  validate(schemaOf(variant), parse(document), [...specifiedRules, NoDeprecatedCustomRule]).map(
    (error: GraphQLError) => error.message,
  );

const pruned = (variant: Variant) => {
  const capabilities = capabilitiesFrom(variant);
  return Object.entries(DOCUMENTS).map(([name, document]) => ({ name, ...prune(document, capabilities) }));
};

const ENTERPRISE = ["3.17", "3.18"] as const;

describe("the documents", () => {
  test("are valid for the published schema and ask for nothing deprecated", () => {
    const found = pruned("published").flatMap(({ document }) => faults("published", document));
    expect(found).toEqual([]);
  });

  test("lose there only what is newer than it", () => {
    const dropped = new Set(pruned("published").flatMap((document) => document.dropped));
    expect([...dropped].sort()).toEqual(NEWER_THAN_PUBLISHED);
  });

  test.each(ENTERPRISE)("are valid for Enterprise Server %s once pruned", (variant) => {
    expect(faults(variant, BACKLOG_ISSUES)).not.toEqual([]);
    const found = pruned(variant).flatMap(({ document }) => faults(variant, document));
    expect(found).toEqual([]);
  });

  test("keep on Enterprise Server 3.18 the issue type that 3.17 does not know", () => {
    const issues = (variant: Variant): string => prune(BACKLOG_ISSUES, capabilitiesFrom(variant)).document;
    expect(issues("3.18")).toContain("issueType");
    expect(issues("3.17")).not.toContain("issueType");
    expect(issues("3.17")).toContain("SubIssueAddedEvent");
  });

  test.each(ENTERPRISE)("start on Enterprise Server %s with an overview that needs no pruning", (variant) => {
    expect(faults(variant, OVERVIEW)).toEqual([]);
    expect(faults(variant, OVERVIEW_WITHOUT_BOARD)).toEqual([]);
  });

  test("ask for each event that has fields of its own, and for no other", () => {
    const events = [...TIMELINE_PAGE.matchAll(/\.\.\. on (\w+(?:Event|Comment)) /g)].map(([, name]) => name);
    const types = events.map((name) =>
      name!
        .replace(/V2/, "_V2")
        .replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_")
        .toUpperCase(),
    );
    expect([...ITEM_TYPES].sort()).toEqual(types.sort());
  });

  test.each(ENTERPRISE)("never ask Enterprise Server %s for an event that it does not know", (variant) => {
    const known = schemaOf(variant).getType("IssueTimelineItemsItemType")!.toConfig() as {
      values: Record<string, unknown>;
    };
    const asked = knownItemTypes(ITEM_TYPES, capabilitiesFrom(variant));
    expect(asked.filter((type) => !(type in known.values))).toEqual([]);
    expect(asked).not.toContain("ISSUE_FIELD_ADDED_EVENT");
    expect(asked).toContain("LABELED_EVENT");
    expect(asked.includes("ISSUE_TYPE_ADDED_EVENT")).toBe(variant === "3.18");
  });

  test("can leave out what a token without the scope for projects may not ask for", () => {
    const { document } = prune(BACKLOG_ISSUES, capabilitiesFrom("published"), { without: PROJECT_FIELDS });
    expect(document).not.toMatch(/\bproject\b/);
    expect(document).toContain("previousStatus");
    expect(faults("published", document)).toEqual([]);
  });

  test("read of people a login and nothing more, and no text but titles and descriptions", () => {
    for (const document of Object.values(DOCUMENTS)) {
      expect(document).not.toMatch(/\b(?:email|avatarUrl|assignees?|creator|bodyText|bodyHTML|readme|bio)\b/);
      expect(document).not.toMatch(/on (?:DraftIssue|PullRequest|User)\b/);
    }
    expect(BOARD_ITEMS).not.toMatch(/(?<!\$)\b(?:title|text|body|login)\b(?!:)/);
    expect(SWEEP).not.toMatch(/\b(?:title|body|login)\b/);
    expect(TIMELINE_PAGE).not.toMatch(/\b(?:title|body)\b/);
  });

  test("are asked as the query that an error names", () => {
    for (const document of Object.values(DOCUMENTS)) expect(document).toMatch(/^\s*query [A-Z]\w+\(/);
  });
});

describe("the cost of a page", () => {
  const issues = (pageSize: number) => costOf(BACKLOG_ISSUES, { pageSize, timelineSize: TIMELINE_SIZE });

  test("of issues is one point, and at most 31 points a thousand issues", () => {
    expect(issues(PAGE_SIZE)).toEqual({ requests: 100, points: 1, nodes: expect.any(Number) });
    expect(issues(PAGE_SIZE).nodes).toBeLessThan(500_000);
    expect(Math.ceil(1_000 / PAGE_SIZE) * issues(PAGE_SIZE).points).toBe(31);
  });

  test("of issues could not be larger within 101 requests", () => {
    expect(issues(PAGE_SIZE).requests).toBeLessThanOrEqual(101);
    expect(issues(PAGE_SIZE + 1).requests).toBeGreaterThan(101);
  });

  test.each([
    ["cards", BOARD_ITEMS, { pageSize: BOARD_SIZE }, 101],
    ["edits", BODY_EDITS, { ids: Array.from({ length: EDITS_BATCH }, String) }, 100],
    ["the sweep", SWEEP, { pageSize: SWEEP_SIZE }, 101],
    ["the overview", OVERVIEW, {}, 3],
    ["the overview without a board", OVERVIEW_WITHOUT_BOARD, {}, 2],
    [
      "issues by their ids",
      ISSUES_BY_ID,
      { ids: Array.from({ length: PAGE_SIZE }, String), timelineSize: TIMELINE_SIZE },
      99,
    ],
    ["one timeline", TIMELINE_PAGE, { pageSize: 100 }, 1],
    ["one description's edits", BODY_EDITS_PAGE, { pageSize: 100 }, 1],
    ["labels", LABELS_PAGE, { pageSize: 100 }, 1],
    ["milestones", MILESTONES_PAGE, { pageSize: 100 }, 1],
    ["a single issue's number", NEXT_ISSUE, {}, 1],
  ])("of %s is one point", (_what, document, variables, requests) => {
    const cost = costOf(document, variables);
    expect(cost).toMatchObject({ requests, points: 1 });
    expect(cost.nodes).toBeLessThan(500_000);
  });
});
