import { describe, expect, test } from "vitest";
import type { Field } from "../../../src/model/facts.ts";
import type { Capabilities } from "../../../src/sources/github/capabilities.ts";
import { ITEM_TYPES } from "../../../src/sources/github/documents/timeline.ts";
import {
  documentsFor,
  hasIssueFields,
  ISSUE_FIELD_EVENTS,
  tellsNow,
  tellsPast,
} from "../../../src/sources/github/documents-for.ts";
import { capabilitiesFrom } from "./server-types.ts";

const published = capabilitiesFrom("published");

describe("documents", () => {
  test("of a team without a board ask of no event whose board it was on", () => {
    const { issues, byId, timeline } = documentsFor(published, { board: false });
    for (const document of [issues, byId, timeline]) {
      expect(document).not.toMatch(/\bproject\b/);
      expect(document).toContain("LabeledEvent");
    }
  });

  test("of a team with a board do", () => {
    const { issues, byId, timeline } = documentsFor(published, { board: true });
    for (const document of [issues, byId, timeline]) expect(document).toMatch(/\bproject\b/);
  });

  test("are pruned to the server, and so are the events", () => {
    const { issues, byId, board, itemTypes } = documentsFor(capabilitiesFrom("3.17"), { board: true });
    for (const document of [issues, byId]) expect(document).not.toContain("issueType");
    expect(board).toContain("BoardItems");
    expect(itemTypes).toContain("LABELED_EVENT");
    expect(itemTypes).not.toContain("ISSUE_TYPE_ADDED_EVENT");
  });
});

const server = (...fields: string[]): Capabilities => ({
  itemTypes: new Set(),
  members: new Map(),
  fields: new Map([["Issue", new Map(fields.map((field) => [field, new Set<string>()]))]]),
});
const silent: Capabilities = { itemTypes: new Set(), members: new Map(), fields: new Map() };

describe("a fact", () => {
  test.each([
    ["type", "issueType"],
    ["blocked", "issueDependenciesSummary"],
    ["parent", "parent"],
  ] as const)("such as %s is told where issues have %s", (field, needed) => {
    expect(tellsNow(field, server(needed))).toBe(true);
    expect(tellsNow(field, server("number"))).toBe(false);
  });

  test("that every issue has is told by every server, and a server that does not say is taken at its best", () => {
    expect(tellsNow("labels", server())).toBe(true);
    expect(tellsNow("type", silent)).toBe(true);
  });

  test("of the organization's own is there where issues have such fields", () => {
    expect([server("issueFieldValues"), server(), silent].map(hasIssueFields)).toEqual([true, false, true]);
    for (const type of ISSUE_FIELD_EVENTS) expect(ITEM_TYPES).toContain(type);
  });

  test.each([
    ["type", "ISSUE_TYPE_CHANGED_EVENT"],
    ["blocked", "BLOCKED_BY_REMOVED_EVENT"],
    ["parent", "PARENT_ISSUE_ADDED_EVENT"],
    ["status", "PROJECT_V2_ITEM_STATUS_CHANGED_EVENT"],
  ] as [Field, string][])("such as %s has a past only with each of its events", (field, event) => {
    expect(tellsPast(field, ITEM_TYPES)).toBe(true);
    const without = ITEM_TYPES.filter((type) => type !== event);
    expect(tellsPast(field, without)).toBe(false);
    expect(tellsPast("labels", without)).toBe(true);
  });
});
