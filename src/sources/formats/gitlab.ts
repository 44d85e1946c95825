import { defineCsvFormat } from "../csv/define-csv-format.ts";

/** GitLab's export of a project's issues. Its times are UTC by their headings; it tells no order. */
export const gitlab = defineCsvFormat({
  id: "gitlab",
  title: "GitLab issues as CSV",
  example:
    "Title, Description, Issue ID, URL, State, Created At (UTC), Closed At (UTC), Milestone, Weight, Labels",
  columns: {
    key: ["IID", "Issue ID", "Id"],
    title: ["Title"],
    type: ["Type"],
    status: ["State"],
    created: ["Created At (UTC)"],
    updated: ["Updated At (UTC)"],
    resolved: ["Closed At (UTC)"],
    estimate: ["Weight"],
    labels: ["Labels"],
    sprint: ["Iteration", "Milestone"],
    description: ["Description"],
    parentKey: ["Parent IID"],
  },
  needs: ["key", "title", "created"],
  needsOneOf: ["status", "type"],
  keys: { form: /^\d+$/, name: "issue's number", like: "12" },
  order: null,
  markup: "markdown",
  zone: "UTC",
  categories: { todo: [], doing: [], done: ["Closed"] },
});
