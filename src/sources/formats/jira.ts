import { defineCsvFormat } from "../csv/define-csv-format.ts";
import { JIRA_HEADINGS } from "./jira-headings.ts";

/** Jira's exports: all fields, current fields, the older server shape, and the timeline's table, which is parted by tabs. */
export const jira = defineCsvFormat({
  id: "jira",
  title: "Jira CSV export",
  example:
    "Summary, Issue key, Issue Type, Status, Created, Resolved, Sprint, Custom field (Rank), Custom field (Story Points)",
  columns: JIRA_HEADINGS,
  needs: ["key", "title"],
  needsOneOf: ["status", "type"],
  // A work log names issues too.
  unless: ["Work date"],
  keys: { form: /^\p{L}[\p{L}\p{N}_]*-\d+$/u, name: "issue key", like: "ABC-12" },
  order: "rank",
  // Sprints are added from the left, the oldest first.
  sprints: "last",
  markup: "wiki",
  // No label of Jira's holds a blank.
  labelMark: /[,\s]+/,
  // Custom fields that are empty everywhere, and issue links that nobody has.
  leftOutWhenEmpty: ["estimate", "blocked"],
  cap: {
    rows: 1000,
    advice:
      "Jira cuts an export there. Export in parts by a filter, or ask an administrator to raise the limit",
  },
});
