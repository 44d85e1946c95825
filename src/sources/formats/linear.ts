import { defineCsvFormat } from "../csv/define-csv-format.ts";

/** Linear's export of a team, in each of its widths: 25, 29, 30 and 34 columns. It tells no order. */
export const linear = defineCsvFormat({
  id: "linear",
  title: "Linear CSV export",
  example:
    "ID, Team, Title, Description, Status, Estimate, Labels, Cycle Number, Cycle Name, Created, Completed, Canceled",
  columns: {
    key: ["ID"],
    title: ["Title"],
    status: ["Status"],
    created: ["Created"],
    updated: ["Updated"],
    started: ["Started"],
    resolved: ["Completed"],
    dropped: ["Canceled"],
    estimate: ["Estimate"],
    labels: ["Labels"],
    sprint: ["Cycle Name"],
    sprintNumber: ["Cycle Number"],
    description: ["Description"],
    blockedBy: ["Blocked by"],
    parentKey: ["Parent issue"],
  },
  needs: ["key", "title", "status", "sprintNumber", "dropped"],
  keys: { form: /^\p{L}[\p{L}\p{N}_]*-\d+$/u, name: "issue's ID", like: "ABC-12" },
  order: null,
  markup: "markdown",
  derive: (row, facts) => {
    const closed = row.first("resolved") !== "" || row.first("dropped") !== "";
    facts.category = closed ? "done" : row.first("started") === "" ? "todo" : "doing";
    if (row.first("dropped") !== "") facts.resolution = "Canceled";
    const number = row.first("sprintNumber");
    if (facts.sprint === number && number !== "") facts.sprint = `Cycle ${number}`;
  },
  derived: { category: ["resolved"], resolution: ["dropped"] },
});
