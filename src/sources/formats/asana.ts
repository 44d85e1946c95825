import { defineCsvFormat } from "../csv/define-csv-format.ts";

/** A project of Asana: its section or column is the status, its row order the project's. Parents are given by name only. */
export const asana = defineCsvFormat({
  id: "asana",
  title: "Asana project as CSV",
  example:
    "Task ID, Created At, Completed At, Last Modified, Name, Section/Column, Tags, Notes, Projects, Parent task",
  columns: {
    key: ["Task ID"],
    title: ["Name"],
    number: ["Name"],
    type: ["Type", "Task type"],
    status: ["Section/Column", "Column", "Section"],
    created: ["Created At"],
    updated: ["Last Modified"],
    resolved: ["Completed At"],
    estimate: ["Story Points", "Points", "Estimate"],
    labels: ["Tags"],
    sprint: ["Sprint", "Iteration"],
    description: ["Notes"],
    parent: ["Parent task"],
  },
  needs: ["key", "title", "resolved"],
  keys: { form: /^\d+$/, name: "task's ID", like: "1201234567890123" },
  order: "rows",
  markup: "markdown",
  derive: (row, facts) => {
    facts.subtask = row.first("parent") !== "";
    if (facts.resolvedAt !== null || row.first("resolved") !== "") facts.category = "done";
  },
  derived: { subtask: ["parent"], category: ["resolved"] },
  cap: { rows: 2000, advice: "Asana cuts a CSV there. Export the project in parts" },
});
