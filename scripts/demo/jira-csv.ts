import papaparse from "papaparse";
import { jiraDate } from "./calendar.ts";
import { type DemoItem, statusCategories } from "./item.ts";
import { describe } from "./texts.ts";

const projectKey = "HBR";
const firstIssueId = 10_400;
const sprintColumns = 3;
const labelColumns = 2;

/** A part of the columns of "Export Excel CSV (all fields)", in the order in which Jira Cloud wrote them in 2025. */
const header = [
  ...["Summary", "Issue key", "Issue id", "Issue Type", "Status", "Project key", "Priority", "Resolution"],
  ...["Created", "Updated", "Resolved"],
  ...Array<string>(labelColumns).fill("Labels"),
  ...["Description", "Custom field (Rank)"],
  ...Array<string>(sprintColumns).fill("Sprint"),
  ...["Custom field (Story Points)", "Parent", "Parent key", "Parent summary"],
  ...["Status Category", "Status Category Changed"],
];

/** The newest issue first, as Jira's own default has it: the order of the rows says nothing about the backlog's. */
export function writeJiraCsv(items: readonly DemoItem[]): string {
  const rows = items.toSorted((a, b) => b.number - a.number).map(rowOf);
  return `${papaparse.unparse([header, ...rows], { newline: "\n" })}\n`;
}

function rowOf(item: DemoItem): string[] {
  return [
    ...[
      item.title,
      keyOf(item),
      idOf(item),
      item.type,
      item.status,
      projectKey,
      item.priority,
      item.resolution,
    ],
    ...[
      jiraDate(item.created),
      jiraDate(item.updated),
      item.resolved === null ? "" : jiraDate(item.resolved),
    ],
    ...filled(item.labels, labelColumns),
    ...[describe(item.epic, item.number, item.stage), item.rank],
    // With more sprints than columns the oldest go: only the last one is where the item is now.
    ...filled(item.sprints.slice(-sprintColumns), sprintColumns),
    item.estimate === null ? "" : item.estimate.toFixed(1),
    ...(item.parent === null ? ["", "", ""] : [idOf(item.parent), keyOf(item.parent), item.parent.title]),
    ...[statusCategories[item.status], jiraDate(item.categoryChanged)],
  ];
}

function keyOf(item: DemoItem): string {
  return `${projectKey}-${item.number}`;
}

function idOf(item: DemoItem): string {
  return String(firstIssueId + item.number);
}

function filled(values: readonly string[], columns: number): string[] {
  return Array.from({ length: columns }, (_, n) => values[n] ?? "");
}
