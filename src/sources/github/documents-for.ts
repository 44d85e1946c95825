import type { Field } from "../../model/facts.ts";
import { type Capabilities, knownItemTypes } from "./capabilities.ts";
import { BOARD_ITEMS } from "./documents/board.ts";
import { BACKLOG_ISSUES, ISSUES_BY_ID } from "./documents/issues.ts";
import { ITEM_TYPES, PROJECT_FIELDS, TIMELINE_PAGE } from "./documents/timeline.ts";
import { prune } from "./prune.ts";

/** The documents as a server understands them, and as the token may ask for them. */
export type Documents = {
  issues: string;
  byId: string;
  timeline: string;
  board: string;
  itemTypes: readonly string[];
};

export const documentsFor = (capabilities: Capabilities, { board }: { board: boolean }): Documents => {
  // Without a board nothing asks whose an event was; a classic token may need a scope even to ask.
  const without = board ? [] : PROJECT_FIELDS;
  return {
    issues: prune(BACKLOG_ISSUES, capabilities, { without }).document,
    byId: prune(ISSUES_BY_ID, capabilities, { without }).document,
    timeline: prune(TIMELINE_PAGE, capabilities, { without }).document,
    board: prune(BOARD_ITEMS, capabilities).document,
    itemTypes: knownItemTypes(ITEM_TYPES, capabilities),
  };
};

/** Fields of an issue without which a fact is not told at all. */
const FIELDS_OF: Partial<Record<Field, string>> = {
  type: "issueType",
  blocked: "issueDependenciesSummary",
  parent: "parent",
};

/** Whether a server tells a fact of every issue. */
export const tellsNow = (field: Field, { fields }: Capabilities): boolean => {
  const needed = FIELDS_OF[field];
  return needed === undefined || (fields.get("Issue")?.has(needed) ?? true);
};

/** Whether a server has fields of the organization's own on its issues. */
export const hasIssueFields = ({ fields }: Capabilities): boolean =>
  fields.get("Issue")?.has("issueFieldValues") ?? true;

/** Events of such fields. */
export const ISSUE_FIELD_EVENTS: readonly string[] = [
  "ISSUE_FIELD_ADDED_EVENT",
  "ISSUE_FIELD_CHANGED_EVENT",
  "ISSUE_FIELD_REMOVED_EVENT",
];

/** Events without which a field's past is not told. */
const EVENTS_OF: Partial<Record<Field, readonly string[]>> = {
  type: ["ISSUE_TYPE_ADDED_EVENT", "ISSUE_TYPE_CHANGED_EVENT"],
  blocked: ["BLOCKED_BY_ADDED_EVENT", "BLOCKED_BY_REMOVED_EVENT"],
  parent: ["PARENT_ISSUE_ADDED_EVENT"],
  status: ["PROJECT_V2_ITEM_STATUS_CHANGED_EVENT"],
};

/** Whether a server's events tell every change of a field. */
export const tellsPast = (field: Field, itemTypes: readonly string[]): boolean =>
  (EVENTS_OF[field] ?? []).every((type) => itemTypes.includes(type));
