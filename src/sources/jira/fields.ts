import type { Field } from "../../model/facts.ts";
import type { JiraColumns } from "./columns.ts";

/** The columns that tell a field; any of them will do. */
const COLUMNS_OF: readonly (readonly [Field, ...(keyof JiraColumns)[]])[] = [
  ["title", "title"],
  ["type", "type"],
  ["status", "status"],
  ["category", "category"],
  ["categoryAt", "categoryAt"],
  ["resolution", "resolution"],
  ["createdAt", "created"],
  ["resolvedAt", "resolved"],
  ["estimate", "estimates"],
  ["labels", "labels"],
  ["sprint", "sprint"],
  ["acceptanceCriteria", "acceptance", "description"],
  ["described", "description"],
  ["blocked", "flagged", "blockedBy"],
  ["parent", "parentKey", "parent"],
];

/** Every field that a Jira export can tell. */
export const JIRA_FIELDS: readonly Field[] = COLUMNS_OF.map(([field]) => field);

/** Jira leaves out custom fields that are empty everywhere, and issue links that nobody has: known to be empty. */
const LEFT_OUT_WHEN_EMPTY: readonly Field[] = ["estimate", "blocked"];

/** The fields that an export has a column for, and those that it leaves out because they are empty. */
export const fieldsOf = (columns: JiraColumns): { fields: Field[]; assumed: Field[] } => {
  const fields = COLUMNS_OF.filter(([, ...names]) => names.some((name) => columns[name].length > 0)).map(
    ([field]) => field,
  );
  return { fields, assumed: LEFT_OUT_WHEN_EMPTY.filter((field) => !fields.includes(field)) };
};
