import { defineCsvFormat } from "../csv/define-csv-format.ts";

/** Bugzilla's list of bugs, with the headings of its database or those it shows. It tells no order. */
export const bugzilla = defineCsvFormat({
  id: "bugzilla",
  title: "Bugzilla bug list as CSV",
  example: "bug_id, product, component, assigned_to, bug_status, resolution, short_desc, changeddate",
  columns: {
    key: ["bug_id", "Bug ID"],
    title: ["short_desc", "Summary"],
    type: ["bug_type", "Type"],
    status: ["bug_status", "Status"],
    resolution: ["resolution"],
    created: ["opendate", "Opened"],
    updated: ["changeddate", "Changed"],
    resolved: ["cf_last_resolved", "Last Resolved"],
    estimate: ["cf_fx_points", "Points"],
    labels: ["keywords"],
    sprint: ["cf_fx_iteration", "Iteration", "target_milestone", "Target Milestone"],
    blockedBy: ["dependson", "Depends on"],
  },
  needs: ["key", "title"],
  keys: { form: /^\d+$/, name: "bug's number", like: "12345" },
  order: null,
  markup: "markdown",
  blanks: ["---"],
  categories: {
    todo: ["UNCONFIRMED", "CONFIRMED", "NEW", "REOPENED"],
    doing: ["ASSIGNED", "IN_PROGRESS"],
    done: ["RESOLVED", "VERIFIED", "CLOSED"],
  },
  cap: { rows: 10_000, advice: "Bugzilla cuts a list there. Export it in parts" },
});
