import { defineCsvFormat } from "../csv/define-csv-format.ts";
import { isYes } from "../csv/values.ts";

/** Shortcut's export of stories. Its dates are wall clock at an offset that stands in a column of its own. */
export const shortcut = defineCsvFormat({
  id: "shortcut",
  title: "Shortcut stories as CSV",
  example:
    "id, name, type, description, is_completed, created_at, completed_at, estimate, labels, state, iteration, utc_offset",
  columns: {
    key: ["id"],
    title: ["name"],
    type: ["type"],
    status: ["state"],
    created: ["created_at"],
    updated: ["updated_at"],
    started: ["started_at"],
    resolved: ["completed_at"],
    estimate: ["estimate"],
    labels: ["labels"],
    sprint: ["iteration"],
    description: ["description"],
    flagged: ["is_blocked"],
    archived: ["is_archived"],
    closed: ["is_completed"],
    offset: ["utc_offset"],
  },
  needs: ["key", "title", "status", "closed"],
  keys: { form: /^\d+$/, name: "story's id", like: "1234" },
  order: null,
  markup: "markdown",
  labelMark: /[;,]/,
  derive: (row, facts) => {
    const done = isYes(row.first("closed"));
    facts.category = done ? "done" : row.first("started") === "" ? "todo" : "doing";
    if (done || !isYes(row.first("archived"))) return;
    // Archived before it was done: it will not come back by itself.
    facts.category = "done";
    facts.resolution = "Withdrawn";
  },
  derived: { category: ["closed"], resolution: ["archived"] },
});
