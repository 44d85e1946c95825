import { fromIso, SECOND, toIso } from "../../lib/dates.ts";
import { fold } from "../../lib/text.ts";
import type { Names } from "../../model/names.ts";
import { countProblems } from "../../model/observation.ts";
import type { ItemRead, TrackerRead } from "../../model/tracker-read.ts";
import { type BoardFields, boardFields } from "./board-fields.ts";
import type { Client } from "./client.ts";
import { type Documents, documentsFor } from "./documents-for.ts";
import { readEdits, withEdits, withoutEdits } from "./edits.ts";
import { findGone } from "./find-gone.ts";
import { lazyMap } from "./lazy-map.ts";
import { type MilestoneOf, milestoneFinder, titleKeys } from "./milestone-titles.ts";
import { namesNow, sprintIsMilestone } from "./names.ts";
import type { Pending, PendingState } from "./pending.ts";
import { pseudonyms } from "./people.ts";
import { problemsOf } from "./problems.ts";
import { type BoardResult, readBoard } from "./read-board.ts";
import { readIssues } from "./read-issues.ts";
import { readMoved } from "./read-moved.ts";
import { type RepositoryOverview, readOverview } from "./read-overview.ts";
import type { GithubReading } from "./reading.ts";
import { settled } from "./reduce-issue.ts";
import type { GithubSettings } from "./settings.ts";
import { toldFields } from "./told-fields.ts";
import { type OnWithheld, tellWithheld } from "./withheld.ts";

/** What the history knows already, as far as reading needs it. */
export type KnownBacklog = {
  /** Up to where updates were read; `null`: read everything. */
  watermark: string | null;
  names: Names;
  /** Ids that are there. */
  present: ReadonlySet<string>;
  /** The last edit of a description that the history holds. */
  knownEdit: (id: string) => string | null;
  /** Its status as the history knows it. */
  statusOf: (id: string) => string | null;
  /** Events, and items for how they began, whose sprint it holds: by now nothing may tell any more what that was called then. */
  placed: ReadonlySet<string>;
  link: string | null;
};

export type ReadBacklog = {
  client: Client;
  settings: GithubSettings;
  fingerprint: string;
  known: KnownBacklog;
  pending: Pending;
  /** The instant of measuring, where a person has set one: a backlog that has not changed since is seen as of then. */
  asOf: number | null;
  /** Whether an observation is due at an instant though nothing changed; then all issues are looked for too. */
  isDue: (t: number) => boolean;
  onWithheld?: OnWithheld;
  log: (text: string) => void;
};

const readingOf = (options: {
  settings: GithubSettings;
  overview: RepositoryOverview;
  board: BoardFields | null;
  milestones: boolean;
}): GithubReading => {
  const { settings, overview, board, milestones } = options;
  return {
    repository: overview.repository.nameWithOwner,
    titles: settings.titles ?? !overview.repository.isPrivate,
    descriptionMin: settings.descriptionMin,
    acceptanceHeadings: settings.acceptanceHeadings,
    zeroIsSize: settings.zeroIsSize,
    estimateField: board?.estimate === null || board === null ? settings.estimateField : null,
    milestones,
    titleKey: titleKeys(overview.repository.id),
    board: overview.board?.id ?? null,
    personOf: pseudonyms(overview.repository.id),
  };
};

const readAllEdits = async (client: Client, pending: Pending, reading: GithubReading): Promise<void> => {
  const wanted = [...pending.state.items.values()].filter(
    ({ id, editedAt }) => editedAt !== null && !pending.state.edits.has(id),
  );
  for await (const edits of readEdits({ client, ids: wanted.map(({ node }) => node), reading }))
    pending.addEdits(edits);
};

/** As the history takes them, one at a time: all at once they would need as much memory again. */
const itemsOf = ({ items, edits }: PendingState, milestoneOf: MilestoneOf): ReadonlyMap<string, ItemRead> =>
  lazyMap(items, ({ read, editedAt }, id) => {
    const item = settled(read, milestoneOf);
    const own = edits.get(id);
    if (own) return withEdits(item, own);
    return editedAt === null ? item : withoutEdits(item);
  });

/** Up to where everything has been read: not beyond an issue that could not be. */
const watermarkOf = (state: PendingState, before: string | null): string | null => {
  const read = [before ?? "", ...[...state.items.values()].map(({ updatedAt }) => updatedAt)]
    .toSorted()
    .at(-1)!;
  const unread = [...state.unread.values()].toSorted()[0];
  const mark = unread !== undefined && unread < read ? unread : read;
  return mark === "" ? null : mark;
};

/** An issue's address with `{id}` for its number, as GitHub itself writes it. */
const linkOf = (state: PendingState, known: string | null): string | null => {
  const url = state.items.values().next().value?.url;
  return url === undefined ? known : url.replace(/\/\d+$/, "/{id}");
};

/** GitHub writes events of a board's status since then, and has left many out since later: measured, not documented. */
const STATUS_EVENTS = { since: "2025-10-15T00:00:00Z", lostSince: "2026-09-24T00:00:00Z" };

/** Where an observation stands in time: by the server's clock, or where a person sees an unchanged backlog from. */
const instantOf = (options: { serverTime: number; newest: string | null; asOf: number | null }): string => {
  const { serverTime, newest, asOf } = options;
  const t = asOf !== null && (newest === null || fromIso(newest) <= asOf) ? asOf : serverTime;
  return toIso(Math.floor(t / SECOND) * SECOND);
};

type Read = {
  overview: RepositoryOverview;
  documents: Documents;
  fields: BoardFields | null;
  reading: GithubReading;
};

const prepare = async (options: ReadBacklog): Promise<Read & { names: Names }> => {
  const { client, settings, known } = options;
  const overview = await readOverview(client, settings);
  const fields = overview.board === null ? null : boardFields(overview.board, settings);
  const milestones = sprintIsMilestone(settings, overview);
  const names = namesNow(overview, { settings, known: known.names, milestones });
  const reading = readingOf({ settings, overview, board: fields, milestones });
  const documents = documentsFor(overview.capabilities, { board: overview.board !== null });
  return { overview, documents, fields, reading, names };
};

const readCards = async (options: ReadBacklog, read: Read): Promise<BoardResult | null> =>
  options.settings.project === null || read.fields === null
    ? null
    : readBoard({
        client: options.client,
        document: read.documents.board,
        project: options.settings.project,
        fields: read.fields,
        reading: read.reading,
      });

/**
 * Reads a team's backlog from GitHub: what changed since the last time, and in full what no change shows.
 * @throws GithubError, BudgetEnded; what was read until then is in `pending`, and nothing else has changed
 */
export const readBacklog = async (options: ReadBacklog): Promise<TrackerRead> => {
  const { client, settings, known, pending, onWithheld, log } = options;
  const read = await prepare(options);
  const { overview, documents, fields, reading, names } = read;
  const shownLabels = new Set([...names.labels.values()].map(fold));
  const reader = {
    client,
    source: settings,
    documents,
    reading,
    pending,
    watermark: known.watermark,
    knownEdit: known.knownEdit,
    onRead: (issue, timeline) => {
      if (onWithheld) tellWithheld(issue, { timeline, reading, shownLabels, onWithheld });
    },
    log,
  } satisfies Parameters<typeof readIssues>[0];
  await readIssues(reader);
  const cards = await readCards(options, read);
  const tellsStatus = documents.itemTypes.includes("PROJECT_V2_ITEM_STATUS_CHANGED_EVENT");
  if (cards !== null && tellsStatus)
    await readMoved({ ...reader, document: documents.byId, board: cards, statusOf: known.statusOf });
  await readAllEdits(client, pending, reading);
  const { state } = pending;
  const readUpTo = watermarkOf(state, known.watermark);
  const newest = [readUpTo ?? "", cards?.updatedAt ?? ""].toSorted().at(-1) || null;
  const at = instantOf({ serverTime: overview.serverTime, newest, asOf: options.asOf });
  const due = options.isDue(fromIso(at));
  const total = overview.repository.issues.totalCount;
  // The first reading sees all issues anyway.
  const look = due && known.watermark !== null;
  const { present } = known;
  const gone = await findGone({
    client,
    source: settings,
    present,
    state,
    total,
    read: readUpTo,
    due: look,
  });
  // Only now: the look at all issues may have found some that no page gave.
  const watermark = watermarkOf(state, known.watermark);
  const skipped = cards?.skipped ?? {};
  const { itemTypes } = documents;
  const { capabilities } = overview;
  const { told, all } = toldFields({ reading, board: fields, itemTypes, capabilities, settings });
  const taught = [...state.items.values()].flatMap(({ id, taught: one }) => (one ? [{ id, ...one }] : []));
  const milestoneOf = milestoneFinder({
    now: overview.milestones,
    known: known.names,
    taught,
    keyOf: reading.titleKey,
  });
  return {
    at,
    source: `github:${reading.repository}`,
    settings: options.fingerprint,
    whole: known.watermark === null,
    items: itemsOf(state, milestoneOf),
    gone: gone.ids,
    board: cards?.board ?? null,
    names,
    fields: all,
    told: {
      fields: told,
      statusUntil: null,
      isPublic: !overview.repository.isPrivate,
      link: linkOf(state, known.link),
      watermark,
    },
    rows: total + Object.values(skipped).reduce((a, b) => a + b, 0),
    skipped,
    findings: countProblems([...gone.problems, ...problemsOf(state, { placed: known.placed, milestoneOf })]),
    statusEvents: told.includes("status") ? STATUS_EVENTS : null,
    // A mark that went back must be kept, so that the next run reads from there.
    due: due || (known.watermark !== null && watermark !== null && watermark < known.watermark),
  };
};
