import { randomLcg } from "d3-random";

/** The 58 columns of a company's "all fields" export. */
const HEADER = [
  "Summary,Issue key,Issue id,Parent id,Issue Type,Status,Project key,Project name,Project type,Project lead,Project lead id",
  "Project description,Project url,Priority,Resolution,Assignee,Assignee Id,Reporter,Reporter Id,Creator,Creator Id,Created",
  "Updated,Last Viewed,Resolved,Fix versions,Due date,Votes,Labels,Labels,Labels,Description,Environment,Watchers,Watchers Id",
  "Original estimate,Remaining Estimate,Time Spent,Work Ratio,Σ Original Estimate,Σ Remaining Estimate,Σ Time Spent",
  "Security Level,Custom field (Development),Custom field (Issue color),Custom field (Rank),Sprint,Sprint,Sprint",
  "Custom field (Start date),Custom field (Story Points),Custom field (Story point estimate),Comment,Comment,Parent,Parent key",
  "Status Category,Status Category Changed",
].join(",");

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const WORDS =
  "customer order invoice payment address delivery warehouse parcel voucher refund account login search filter list page button error message service queue report export import schedule harbour ferry ticket seat".split(
    " ",
  );
const STATUSES = [
  ["Backlog", "To Do"],
  ["Ready", "To Do"],
  ["In Progress", "In Progress"],
  ["In Review", "In Progress"],
  ["Done", "Done"],
] as const;

const two = (value: number): string => String(value).padStart(2, "0");

const dateText = (instant: number): string => {
  const at = new Date(instant);
  const hour = at.getUTCHours();
  return `${two(at.getUTCDate())}/${MONTHS[at.getUTCMonth()]}/${two(at.getUTCFullYear() % 100)} ${hour % 12 || 12}:${two(at.getUTCMinutes())} ${hour < 12 ? "AM" : "PM"}`;
};

/**
 * A Jira export as CSV, in pieces: the same rows for the same seed. Descriptions are of several lines, with quotes and
 * letters beyond ASCII, and half of them have acceptance criteria.
 */
export const jiraRows = function* (options: {
  rows: number;
  seed: number;
  /** Words of a description, at most. */
  words: number;
}): Generator<string> {
  const next = randomLcg(options.seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  const sentence = (length: number): string =>
    Array.from({ length }, () => WORDS[below(WORDS.length)]!).join(" ");
  const start = Date.UTC(2021, 0, 4);
  yield `${HEADER}\n`;
  for (let row = 1; row <= options.rows; row += 1) {
    const [status, category] = STATUSES[below(STATUSES.length)]!;
    const created = start + below(5 * 365 * 24 * 60) * 60_000;
    const updated = created + below(90 * 24 * 60) * 60_000;
    const closed = category === "Done" ? dateText(updated) : "";
    const person = `Pérson ${below(40)}`;
    const account = `5f${(below(1e9) + 1e9).toString(16)}c0ffee`;
    const criteria =
      row % 2 === 0 ? `\n\nh3. Acceptance criteria\n* ${sentence(8)}\n* ${sentence(9)} "${sentence(1)}"` : "";
    const prose = [sentence(3 + below(options.words)), sentence(3 + below(options.words))].join(".\n");
    const description = `"${`${prose}, naïve${criteria}`.replaceAll('"', '""')}"`;
    const sprint = 1 + below(120);
    const comment = `"${dateText(updated)};${account};${sentence(10 + below(30))}"`;
    yield [
      `"${sentence(6)}, ${row}"`,
      `SHOP-${row},${10_000 + row},,${row % 9 === 0 ? "Bug" : "Story"},${status},SHOP,Shop,software,${person},${account}`,
      `,,${row % 3 === 0 ? "High" : "Medium"},${category === "Done" ? "Done" : ""},${person},${account},${person},${account},${person},${account},${dateText(created)}`,
      `${dateText(updated)},${dateText(updated)},${closed},,,0,web,${row % 4 === 0 ? "api" : ""},,${description},,${person},${account}`,
      ",,,,,,",
      `,{},,0|i${row.toString(36).padStart(5, "0")}:,Sprint ${sprint},${row % 3 === 0 ? `Sprint ${sprint + 1}` : ""},`,
      `,${row % 4 === 0 ? "" : `${1 + below(8)}.0`},,${comment},,,${row % 10 === 0 ? `SHOP-${row - 1}` : ""}`,
      `${category},${dateText(updated)}\n`,
    ].join(",");
  }
};
