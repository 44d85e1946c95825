import { defineCsvFormat } from "../csv/define-csv-format.ts";

/** YouTrack's export of a list of issues, with the fields that the list shows. */
export const youtrack = defineCsvFormat({
  id: "youtrack",
  title: "YouTrack issues as CSV",
  example:
    "Issue Id, Project, State, Tags, Summary, Description, Type, Story points, Sprints, Created, Resolved",
  columns: {
    key: ["Issue Id"],
    title: ["Summary"],
    type: ["Type"],
    status: ["State", "Stage"],
    created: ["Created"],
    updated: ["Updated"],
    resolved: ["Resolved"],
    estimate: ["Story points"],
    labels: ["Tags"],
    sprint: ["Sprints", "Sprint", "Board"],
    description: ["Description"],
  },
  needs: ["key", "title", "status"],
  unless: ["Issue key", "Issue Type", "Work Item Type", "Subject"],
  keys: { form: /^\p{L}[\p{L}\p{N}_]*-\d+$/u, name: "issue's id", like: "ABC-12" },
  order: null,
  markup: "markdown",
  derive: (row, facts) => {
    // Of several sprints in one cell the last is the current one.
    facts.sprint = row.first("sprint").split(/[,;]/).at(-1)!.trim() || null;
  },
  categories: {
    todo: ["Submitted", "Open", "Reopened", "To do", "Backlog"],
    doing: ["In progress", "To be discussed", "To verify"],
    done: [
      "Fixed",
      "Verified",
      "Done",
      "Closed",
      "Won't fix",
      "Duplicate",
      "Obsolete",
      "Can't reproduce",
      "Incomplete",
    ],
  },
});
