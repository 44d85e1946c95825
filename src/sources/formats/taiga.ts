import { defineCsvFormat } from "../csv/define-csv-format.ts";
import { isYes } from "../csv/values.ts";

/** Taiga's user stories: beside Jira the only table with the backlog's order in a column. Its times are UTC. */
export const taiga = defineCsvFormat({
  id: "taiga",
  title: "Taiga user stories as CSV",
  example:
    "id, ref, subject, description, sprint, status, is_closed, total-points, backlog_order, created_date, finish_date, tags",
  columns: {
    key: ["ref"],
    title: ["subject"],
    status: ["status"],
    closed: ["is_closed"],
    created: ["created_date"],
    updated: ["modified_date"],
    resolved: ["finish_date"],
    estimate: ["total-points", "total_points"],
    labels: ["tags"],
    sprint: ["sprint"],
    description: ["description"],
    flagged: ["is_blocked"],
    rank: ["backlog_order"],
  },
  needs: ["key", "title", "status", "rank"],
  keys: { form: /^\d+$/, name: "story's ref", like: "12" },
  order: "number",
  markup: "markdown",
  zone: "UTC",
  blanks: ["None", "?"],
  derive: (row, facts) => {
    facts.category = isYes(row.first("closed")) ? "done" : null;
  },
  derived: { category: ["closed"] },
});
