import { expect, test } from "vitest";
import type { Capabilities } from "../../../src/sources/github/capabilities.ts";
import { ITEM_TYPES } from "../../../src/sources/github/documents/timeline.ts";
import { toldFields } from "../../../src/sources/github/told-fields.ts";
import { reading } from "./issue-builder.ts";
import { settings } from "./settings-builder.ts";

const BOARD = { status: "Status", iteration: "Sprint", estimate: "Points" };
const server = (...missing: string[]): Capabilities => ({
  itemTypes: new Set(),
  members: new Map(),
  fields: new Map([
    [
      "Issue",
      new Map(
        ["issueType", "issueDependenciesSummary", "parent", "issueFieldValues"]
          .filter((field) => !missing.includes(field))
          .map((field) => [field, new Set<string>()]),
      ),
    ],
  ]),
});
const told = (given: Partial<Parameters<typeof toldFields>[0]> = {}) =>
  toldFields({
    reading: reading({ milestones: false }),
    board: BOARD,
    itemTypes: ITEM_TYPES,
    capabilities: server(),
    settings: settings(),
    ...given,
  });

test("of a board events tell the past of the status alone", () => {
  const { told: past, all } = told();
  expect(all).toEqual(expect.arrayContaining(["status", "sprint", "estimate"]));
  expect(past).toContain("status");
  expect(past).not.toContain("sprint");
  expect(past).not.toContain("estimate");
});

test("milestones tell the sprint, and labels the estimate", () => {
  const { told: past } = told({
    reading: reading(),
    board: null,
    settings: settings({ estimateLabels: "size/*" }),
  });
  expect(past).toEqual(expect.arrayContaining(["sprint", "estimate", "title"]));
});

test("an issue field tells the estimate where the server has such fields and their events", () => {
  const given = { reading: reading({ estimateField: "Effort" }), board: null };
  expect(told(given).told).toContain("estimate");
  expect(told({ ...given, capabilities: server("issueFieldValues") }).all).not.toContain("estimate");
  const itemTypes = ITEM_TYPES.filter((type) => type !== "ISSUE_FIELD_CHANGED_EVENT");
  expect(told({ ...given, itemTypes }).told).not.toContain("estimate");
  expect(told({ ...given, itemTypes }).all).toContain("estimate");
});

test("what a server does not have of an issue is not told, and titles only where they may be kept", () => {
  const { all } = told({
    reading: reading({ titles: false }),
    capabilities: server("issueDependenciesSummary", "issueType"),
  });
  for (const field of ["blocked", "type", "title"] as const) expect(all).not.toContain(field);
  expect(all).toContain("parent");
});
