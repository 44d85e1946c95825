import { fromIso, SECOND, toIso } from "../../lib/dates.ts";
import { plural } from "../../lib/words.ts";
import type { BacklogIssues, IssueNode, NextIssue, TimelineNode, TimelinePage } from "./answers.ts";
import type { Client } from "./client.ts";
import { NEXT_ISSUE, PAGE_SIZE, TIMELINE_SIZE } from "./documents/issues.ts";
import { GithubError } from "./github-error.ts";
import { readPages } from "./pages.ts";
import type { PageItem, Pending } from "./pending.ts";
import type { GithubSource } from "./read-overview.ts";
import type { GithubReading } from "./reading.ts";
import { reduceIssue } from "./reduce-issue.ts";

/** Long before GitHub; the year 1970 answers nothing. */
export const FROM_THE_START = "2008-01-01T00:00:00Z";

/** How far a reading goes back behind the last one: updates become visible late, and clocks differ. */
const OVERLAP = 600 * SECOND;

/** So many single issues may be too much for GitHub before it is GitHub that is disturbed. */
const UNREAD_MOST = 5;

/** Issues between two lines of progress. */
const PROGRESS = 1_000;

type IssueDocuments = { issues: string; timeline: string; itemTypes: readonly string[] };

export type ReadIssues = {
  client: Client;
  source: GithubSource;
  documents: IssueDocuments;
  reading: GithubReading;
  pending: Pending;
  /** Up to where an earlier reading came; `null`: everything is read. */
  watermark: string | null;
  /** The last edit of a description that is known already. */
  knownEdit: (id: string) => string | null;
  /** Is told what is left behind. */
  onRead: (issue: IssueNode, timeline: readonly TimelineNode[]) => void;
  log: (text: string) => void;
};

/** All events of an issue; a hole among them would be a change that is silently missing. */
const timelineOf = async (issue: IssueNode, { client, documents }: ReadIssues): Promise<TimelineNode[]> => {
  const { nodes, pageInfo } = issue.timelineItems;
  const whole = nodes.filter((node): node is TimelineNode => node !== null);
  if (whole.length < nodes.length)
    throw new GithubError({
      kind: "answer",
      call: "BacklogIssues",
      found: `the timeline of #${issue.number} has a hole.`,
      remedy: "Nothing of this page was used. The next run tries again.",
    });
  if (!pageInfo.hasNextPage) return whole;
  const pages = readPages<TimelinePage, TimelineNode>({
    client,
    document: documents.timeline,
    variables: { id: issue.id, itemTypes: documents.itemTypes },
    pageSize: TIMELINE_SIZE,
    cursor: pageInfo.endCursor,
    connection: (data) => data.node?.timelineItems,
  });
  for await (const page of pages) whole.push(...page.nodes);
  return whole;
};

/** The title of its last milestone event belongs to the milestone it is in, whatever that is called today. */
const taughtBy = (
  { milestone }: IssueNode,
  { timeline, reading }: { timeline: readonly TimelineNode[]; reading: GithubReading },
): PageItem["taught"] => {
  const last = timeline.findLast(({ milestoneTitle }) => milestoneTitle !== undefined);
  return reading.milestones && milestone && last?.__typename === "MilestonedEvent"
    ? { key: reading.titleKey(last.milestoneTitle!), milestone: milestone.id }
    : null;
};

/** Issues of a page as they are put away. */
export const readPage = async (nodes: readonly IssueNode[], options: ReadIssues): Promise<PageItem[]> => {
  const { reading, knownEdit } = options;
  const timelines: TimelineNode[][] = [];
  for (const issue of nodes) timelines.push(await timelineOf(issue, options));
  for (const [index, issue] of nodes.entries()) options.onRead(issue, timelines[index]!);
  return nodes.map((issue, index) => {
    const id = `#${issue.number}`;
    const isKnown = issue.lastEditedAt === null || knownEdit(id) === issue.lastEditedAt;
    return {
      id,
      node: issue.id,
      url: issue.url,
      updatedAt: issue.updatedAt,
      editedAt: isKnown ? null : issue.lastEditedAt,
      taught: taughtBy(issue, { timeline: timelines[index]!, reading }),
      read: reduceIssue(issue, { timeline: timelines[index]!, reading }),
    };
  });
};

/** The issue that GitHub can't give, and where to go on behind it; `null` when there is none left. */
const nextIssue = async (
  cursor: string | null,
  { client, source, since }: { client: Client; source: GithubSource; since: string },
): Promise<{ number: number; updatedAt: string; cursor: string | null } | null> => {
  const { data } = await client.query<NextIssue>(NEXT_ISSUE, {
    owner: source.owner,
    name: source.repository,
    since,
    cursor,
  });
  const found = data.repository?.issues;
  const node = found?.nodes[0];
  if (!found || !node) return null;
  const { hasNextPage, endCursor } = found.pageInfo;
  return { number: node.number, updatedAt: node.updatedAt, cursor: hasNextPage ? endCursor : null };
};

/** From where on issues are read: behind those that were read, but before those that could not be. */
const startOf = ({ items, unread }: Pending["state"], watermark: string | null): string => {
  const read = [watermark ?? "", ...[...items.values()].map(({ updatedAt }) => updatedAt)];
  const latest = read.toSorted().at(-1)!;
  const from = [latest, ...unread.values()].toSorted()[0]!;
  return from === "" ? FROM_THE_START : toIso(fromIso(from) - OVERLAP);
};

/**
 * Reads the issues that changed, page by page, each put away before the next is asked for. Pages are in the order of
 * the last change, so that one which changes meanwhile comes again at the end.
 */
export const readIssues = async (options: ReadIssues): Promise<void> => {
  const { client, source, documents, pending, watermark, log } = options;
  const { owner, repository: name } = source;
  const { items } = pending.state;
  const since = startOf(pending.state, watermark);
  if (items.size > 0) log(`going on after ${plural(items.size, "issue")} that an earlier run has read`);
  let cursor: string | null = null;
  let count = 0;
  let said = 0;
  let isGood = true;
  for (;;) {
    try {
      const pages = readPages<BacklogIssues, IssueNode>({
        client,
        document: documents.issues,
        variables: { owner, name, since, timelineSize: TIMELINE_SIZE, itemTypes: documents.itemTypes },
        pageSize: PAGE_SIZE,
        cursor,
        connection: (data) => data.repository?.issues,
      });
      for await (const page of pages) {
        pending.addPage(await readPage(page.nodes, options));
        cursor = page.cursor;
        isGood = true;
        count += page.nodes.length;
        if (count - said < PROGRESS) continue;
        said = count;
        log(`${count} of ${page.totalCount ?? "?"} issues`);
      }
      return;
    } catch (error) {
      // One issue too much for GitHub even alone: it is named, and the others are read. Two in a row are no such issues.
      if (!(error instanceof GithubError) || error.kind !== "overload" || error.call !== "BacklogIssues")
        throw error;
      if (!isGood) throw error;
      const next = await nextIssue(cursor, { client, source, since });
      if (next === null || pending.state.unread.size >= UNREAD_MOST) throw error;
      isGood = false;
      pending.addUnread({ number: next.number, updatedAt: next.updatedAt });
      if (next.cursor === null) return;
      cursor = next.cursor;
    }
  }
};
