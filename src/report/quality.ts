import type { Backlog } from "../history/backlog.ts";
import type { History } from "../history/record.ts";
import { fromIso } from "../lib/dates.ts";
import { fold, printable } from "../lib/text.ts";
import { plural, shown } from "../lib/words.ts";
import type { Names } from "../model/names.ts";
import type { Finding } from "../model/observation.ts";
import { runningAt, sprintFinder } from "../model/sprint.ts";
import type { Quality } from "./schema.ts";

/** Places that are listed of one finding; the count is whole. */
const PLACES = 20;

const TITLES: Record<string, string> = {
  "row-unreadable": "Rows that could not be read and were skipped",
  "row-blank": "Empty rows, skipped",
  "row-repeated": "Rows that repeat a key of the same file, skipped",
  "cell-unreadable": "Cells that could not be read, taken as empty",
  "date-order-unclear": "Files that leave open whether the day or the month comes first",
  "export-capped": "Exports of exactly 1,000 rows, probably cut off",
  "instant-unclear": "Exports without a date in their name",
  "description-history-unusable":
    "Descriptions whose earlier versions can't be used: what they were is not known",
  "issue-deleted": "Issues that were deleted: they count as dropped since then",
  "issue-transferred": "Issues that went to another repository: they count as dropped since then",
  "issue-unreachable": "Issues that can no longer be reached: they count as dropped since then",
  "issue-unread": "Issues that GitHub could not give in time",
  "milestone-unknown":
    "Issues that were in a milestone which was renamed or deleted since: they are taken for having been in none",
  "status-events-lost":
    "Items whose status changed without an event: before we first looked it is known only up to a point",
  "row-heading": "Rows that head a group of others and are no item",
  "row-draft": "Drafts, which are no items yet and were left out",
  "row-pull-request": "Pull requests, which are no items and were left out",
  "quote-stray": "Quotation marks that close nothing, taken as they stand",
  "session-none-matched": "Files of which no line is a refinement session",
  "session-unclear": "Refinement sessions that leave something open",
  "session-unreadable": "Refinement sessions that could not be read, not counted",
};

/** Findings of the reading, one a kind, with the first places and the reasons given there. */
const readingFindings = (findings: readonly Finding[]): Quality[] =>
  [...Map.groupBy(findings, (finding) => finding.id)].map(([id, list]) => {
    const count = list.reduce((total, finding) => total + finding.count, 0);
    const first = list.flatMap((finding) => finding.first);
    const reasons = [...new Set(first.map(({ text }) => text))];
    const more = reasons.length > 3 ? "; …" : "";
    const text = `${TITLES[id] ?? id}: ${shown(count)} (${reasons.slice(0, 3).join("; ")}${more}).`;
    return { id, level: "warning", count, where: first.slice(0, PLACES).map(({ where }) => where), text };
  });

/** Rows of a type that is no backlog item: not a fault, but without them the rows would not add up. */
const ignoredRows = (backlog: Backlog): Quality[] => {
  const counts = backlog.observations.map(({ run, items }) => ({
    source: run.source,
    count: run.items - items,
  }));
  const count = counts.reduce((total, one) => total + one.count, 0);
  const where = counts.filter((one) => one.count > 0).map((one) => one.source);
  const text = `${plural(count, "row is", "rows are")} of a type that is no backlog item, such as an epic or a sub-task.`;
  return count === 0
    ? []
    : [{ id: "row-type-ignored", level: "info", count, where: where.slice(0, PLACES), text }];
};

const MANY: Record<string, string> = { "issue of another repository": "issues of other repositories" };

/** Cards of a board that are no items of the team, as the last look showed them. */
const leftOut = (backlog: Backlog): Quality[] => {
  const run = backlog.observations.at(-1)?.run;
  if (run?.told === undefined || run.source.startsWith("exports/")) return [];
  const kinds = Object.entries(run.skipped);
  const count = kinds.reduce((total, [, own]) => total + own, 0);
  const list = kinds.map(([kind, own]) => plural(own, kind, MANY[kind])).join(", ");
  const text = `${plural(count, "card of the board is", "cards of the board are")} no issue of the repository and left out: ${list}.`;
  return count === 0 ? [] : [{ id: "card-left-out", level: "info", count, where: [], text }];
};

/** What a file without any item is recorded with; a tracker that shows none any more may be believed by hand. */
const EMPTY = "export-empty";

const heldFindings = (history: History, asOf: number): Quality[] =>
  history.runs
    .filter((run) => run.state === "held" && fromIso(run.at) <= asOf)
    .map((run) => ({
      id: "observation-held",
      level: "warning",
      count: run.missing?.ids ?? 0,
      where: [run.source],
      text: run.findings.some(({ id }) => id === EMPTY)
        ? `${run.source} is held back: it holds no item. Export the whole backlog again.`
        : `${run.source} is held back: ${run.missing?.ids} of ${run.missing?.of} open items are missing from it, as from a filtered export. Take it with --accept-shrink if they are really gone.`,
    }));

/** What the items themselves show: names that no rule knows, closings that no sprint can hold. */
const backlogFindings = (
  backlog: Backlog,
  options: { match: string | null; mapped: readonly string[]; names: Names; fromTracker: boolean },
): Quality[] => {
  const { asOf, sprints } = backlog;
  const find = sprintFinder(sprints, options.match);
  const known = new Set(options.mapped.map(fold));
  const unknownSprints = new Map<string, number>();
  const unmapped = new Map<string, number>();
  let between = 0;
  let undated = 0;
  let unestimated = 0;
  for (const { facts, span } of backlog.itemsAt(asOf)) {
    if (facts === null) continue;
    const open = span.stage === "product-backlog" || span.stage === "sprint-backlog";
    if (sprints.length > 0 && facts.sprint !== null && find(facts.sprint) === null) {
      const name = options.names.sprints.get(facts.sprint)?.title ?? facts.sprint;
      unknownSprints.set(name, (unknownSprints.get(name) ?? 0) + 1);
    }
    if (open && facts.category === null && facts.status !== null && !known.has(fold(facts.status))) {
      unmapped.set(facts.status, (unmapped.get(facts.status) ?? 0) + 1);
    }
    if (span.stage === "product-backlog" && facts.estimate === null) unestimated += 1;
    if (span.stage !== "finished") continue;
    const at = span.closing?.at ?? null;
    if (at === null) undated += 1;
    else if (sprints.length > 0 && runningAt(sprints, at) === -1) between += 1;
  }
  const names = (counts: ReadonlyMap<string, number>): string =>
    [...counts.keys()]
      .slice(0, 5)
      .map((name) => `“${printable(name, 40)}”`)
      .join(", ");
  const total = (counts: ReadonlyMap<string, number>): number =>
    [...counts.values()].reduce((a, b) => a + b, 0);
  const findings: Quality[] = [
    {
      id: "sprint-unknown",
      level: "warning",
      count: total(unknownSprints),
      where: [],
      text: options.fromTracker
        ? `${plural(total(unknownSprints), "item is", "items are")} in a milestone without a due date, which is no sprint: ${names(unknownSprints)}.`
        : `${plural(total(unknownSprints), "item names", "items name")} a sprint that team.yaml does not have: ${names(unknownSprints)}. Name the sprints alike, or set sprints.match.`,
    },
    {
      id: "status-unmapped",
      level: "warning",
      count: total(unmapped),
      where: [],
      text: `${plural(total(unmapped), "open item has", "open items have")} a status without a category: ${names(unmapped)}. Say under statuses which are started, finished or dropped.`,
    },
    {
      id: "finished-undated",
      level: "info",
      count: undated,
      where: [],
      text: `${plural(undated, "finished item has", "finished items have")} no closing date and ${undated === 1 ? "is" : "are"} in no sprint.`,
    },
    {
      id: "finished-between-sprints",
      level: "info",
      count: between,
      where: [],
      text: `${plural(between, "item was", "items were")} finished outside every sprint and ${between === 1 ? "is" : "are"} in no velocity.`,
    },
    {
      id: "estimate-missing",
      level: "info",
      count: unestimated,
      where: [],
      text: `${plural(unestimated, "item in the Product Backlog has", "items in the Product Backlog have")} no estimate.`,
    },
  ];
  return findings.filter(({ count }) => count > 0);
};

const NO_SPRINTS: Quality = {
  id: "sprints-missing",
  level: "warning",
  count: 1,
  where: [],
  text: "No sprint is known, so nothing can be measured by sprint. Say under sprints in team.yaml how long they are and when the first began: an export does not tell.",
};

/** Everything about the data that a reader should know before trusting a number, most pressing first. */
export const findQuality = (options: {
  backlog: Backlog;
  history: History;
  findings: readonly Finding[];
  match: string | null;
  mapped: readonly string[];
  /** The sprints are the tracker's own. */
  fromTracker: boolean;
}): Quality[] => {
  const { backlog, history } = options;
  const reading = backlog.observations.flatMap(({ run }) => run.findings);
  return [
    ...heldFindings(history, backlog.asOf),
    ...(backlog.sprints.length > 0 ? [] : [NO_SPRINTS]),
    ...readingFindings([...reading, ...options.findings]),
    ...ignoredRows(backlog),
    ...backlogFindings(backlog, { ...options, names: history.names }),
    ...leftOut(backlog),
  ];
};
