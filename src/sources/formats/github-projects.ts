import { defineCsvFormat } from "../csv/define-csv-format.ts";

const CARD = /^https?:\/\/[^/\s]+\/([^/\s]+\/[^/\s]+)\/(issues|pull)\/(\d+)/;

/**
 * A view of a GitHub project as a table parted by tabs: the fields that the view shows, in its order, which is the
 * backlog's. An issue's id holds its repository, since a second one may join the board any day. It tells no dates.
 */
export const githubProjects = defineCsvFormat({
  id: "github-projects",
  title: "GitHub project view as TSV",
  example: "Title, URL, Assignees, Status, Sprint, Estimate, Labels",
  columns: {
    key: ["URL"],
    title: ["Title"],
    type: ["Type", "Issue Type"],
    status: ["Status"],
    estimate: ["Story Points", "Estimate", "Points", "Weight"],
    labels: ["Labels"],
    sprint: ["Sprint", "Iteration"],
    parent: ["Parent issue"],
  },
  needs: ["key", "title"],
  needsOneOf: ["status", "sprint", "labels", "estimate"],
  unless: [/^created/, "State", "Issue ID"],
  keys: {
    form: /^[^/\s]+\/[^/\s]+#\d+$/,
    name: "card's URL",
    like: "https://github.com/owner/name/issues/12",
    of: (row) => {
      const [, repository, , number] = CARD.exec(row.first("key")) ?? [];
      return number === undefined ? row.first("key") : `${repository}#${number}`;
    },
  },
  leaveOut: (row) => {
    const url = row.first("key");
    if (url === "") return { id: "row-draft", text: "a draft, which has no issue yet" };
    return CARD.exec(url)?.[2] === "pull" ? { id: "row-pull-request", text: "a pull request" } : null;
  },
  unquoted: true,
  order: "rows",
  markup: "markdown",
  categories: {
    todo: ["Todo", "To do", "Backlog", "Ready"],
    doing: ["In progress", "In review"],
    done: ["Done"],
  },
});
