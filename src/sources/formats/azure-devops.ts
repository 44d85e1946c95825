import { defineCsvFormat } from "../csv/define-csv-format.ts";

/** Below the backlog's own level: the parts of a story, and what testing keeps. */
const PARTS = new Set(["task", "test case", "test plan", "test suite", "shared steps", "shared parameter"]);

/** The last part of `Project\Team\Sprint 12`; a path of one part is the project and no sprint. */
const sprintOfPath = (path: string): string | null => {
  const parts = path.split("\\");
  return parts.length < 2 ? null : parts.at(-1)!.trim() || null;
};

/** Queries of Azure DevOps and TFS, flat or as a tree, whose titles then stand in one column a level. */
export const azureDevops = defineCsvFormat({
  id: "azure-devops",
  title: "Azure DevOps query as CSV",
  example:
    "ID, Work Item Type, Title, State, Tags, Created Date, Closed Date, Story Points, Iteration Path, Stack Rank",
  columns: {
    key: ["ID"],
    title: ["Title", /^title \d+$/],
    level: [/^title \d+$/],
    type: ["Work Item Type"],
    status: ["State"],
    created: ["Created Date"],
    updated: ["Changed Date"],
    resolved: ["Closed Date"],
    categoryAt: ["State Change Date"],
    estimate: ["Story Points", "Effort", "Size"],
    labels: ["Tags"],
    sprint: ["Iteration Path"],
    description: ["Description", "Repro Steps"],
    acceptance: ["Acceptance Criteria"],
    flagged: ["Blocked"],
    parentKey: ["Parent"],
    rank: ["Stack Rank", "Backlog Priority"],
  },
  needs: ["key", "type", "status"],
  keys: { form: /^\d+$/, name: "work item's ID", like: "1234" },
  order: "number",
  markup: "html",
  labelMark: /;/,
  categories: {
    todo: ["New", "Proposed", "To Do", "Approved"],
    doing: ["Active", "In Progress", "Doing", "Committed", "Open", "Resolved"],
    done: ["Closed", "Done", "Completed", "Removed", "Inactive"],
  },
  derive: (row, facts) => {
    facts.subtask = PARTS.has(row.first("type").toLowerCase());
    facts.sprint = sprintOfPath(row.first("sprint"));
    // Taken out of the backlog for good, which Azure DevOps says by the state alone.
    if (facts.status?.toLowerCase() === "removed") facts.resolution = "Withdrawn";
  },
  derived: { subtask: ["type"], resolution: ["status"] },
});
