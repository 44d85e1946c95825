import { parseEstimate } from "../../lib/estimate-text.ts";
import { fold } from "../../lib/text.ts";
import { BOT, type EventKind, type TrackerEvent } from "../../model/change.ts";
import type { Facts } from "../../model/facts.ts";
import type { DatedEvent } from "../../model/tracker-read.ts";
import type { IssueRef, TimelineNode } from "./answers.ts";
import type { GithubReading } from "./reading.ts";

/** What an event does, and the value that it took the place of where GitHub says so: it tells how an item began. */
export type Reduced = DatedEvent & { before?: Partial<Facts> };

type Effect = { kind: EventKind } & Partial<Pick<TrackerEvent, "set" | "label" | "blocker">> &
  Pick<Reduced, "before">;

type Reducer = (node: TimelineNode, reading: GithubReading) => Effect;

/** Of what became a discussion: it will not be done as an item of the backlog. */
export const NO_ISSUE = "not planned";

/** `NOT_PLANNED` reads "not planned": the words by which dropped is told from finished. */
export const reasonWords = (reason: string | null | undefined): string | null =>
  reason ? reason.toLowerCase().replaceAll("_", " ") : null;

/** An item of the team by its number; one of another repository only as "not ours". */
export const refOf = (ref: Pick<IssueRef, "number" | "repository">, { repository }: GithubReading): string =>
  fold(ref.repository.nameWithOwner) === fold(repository) ? `#${ref.number}` : "elsewhere";

export const estimateOf = (text: string | null | undefined, reading: GithubReading): number | null => {
  const value = parseEstimate(text ?? "", { zeroIsSize: reading.zeroIsSize });
  return value === "unreadable" ? null : value;
};

const other: Reducer = () => ({ kind: "other" });
const dependency: Reducer = () => ({ kind: "dependency" });

const isOwnBoard = (node: TimelineNode, reading: GithubReading): boolean =>
  reading.board !== null && node.project?.id === reading.board;

const label =
  (sign: "+" | "-"): Reducer =>
  (node) => ({ kind: "labels", ...(node.label ? { label: [sign, node.label.id] as const } : {}) });

const milestone =
  (sign: "+" | "-"): Reducer =>
  (node, reading) => {
    if (!reading.milestones) return { kind: "other" };
    const id = reading.titleKey(node.milestoneTitle ?? "");
    return sign === "+"
      ? { kind: "sprint", set: { sprint: id }, before: { sprint: null } }
      : { kind: "sprint", set: { sprint: null }, before: { sprint: id } };
  };

const blocker =
  (sign: "+" | "-"): Reducer =>
  ({ blockingIssue }, reading) => ({
    kind: "dependency",
    // What the token may not see blocks all the same.
    blocker: [sign, blockingIssue ? refOf(blockingIssue, reading) : "elsewhere"],
  });

const isEstimateField = (node: TimelineNode, { estimateField }: GithubReading): boolean =>
  estimateField !== null && fold(node.issueField?.name ?? "") === fold(estimateField);

const estimateField =
  (values: (node: TimelineNode) => { to: string | null; from?: string | null }): Reducer =>
  (node, reading) => {
    if (!isEstimateField(node, reading)) return { kind: "other" };
    const { to, from } = values(node);
    return {
      kind: "estimate",
      set: { estimate: estimateOf(to, reading) },
      ...(from === undefined ? {} : { before: { estimate: estimateOf(from, reading) } }),
    };
  };

const textOf = (value: string | null | undefined, options: TimelineNode["options"]): string | null =>
  value ?? options?.[0]?.name ?? null;

const REDUCERS: Record<string, Reducer> = {
  LabeledEvent: label("+"),
  UnlabeledEvent: label("-"),
  MilestonedEvent: milestone("+"),
  DemilestonedEvent: milestone("-"),
  AssignedEvent: () => ({ kind: "assignee" }),
  UnassignedEvent: () => ({ kind: "assignee" }),
  RenamedTitleEvent: ({ currentTitle, previousTitle }, { titles }) => ({
    kind: "title",
    ...(titles ? { set: { title: currentTitle ?? null }, before: { title: previousTitle ?? null } } : {}),
  }),
  ClosedEvent: ({ createdAt, stateReason }) => ({
    kind: "closed",
    set: { category: "done", resolution: reasonWords(stateReason), resolvedAt: createdAt },
  }),
  // GitHub closes it without another event.
  ConvertedToDiscussionEvent: ({ createdAt }) => ({
    kind: "closed",
    set: { category: "done", resolution: NO_ISSUE, resolvedAt: createdAt },
  }),
  ReopenedEvent: () => ({ kind: "reopened", set: { category: null, resolution: null, resolvedAt: null } }),
  SubIssueAddedEvent: () => ({ kind: "split" }),
  ParentIssueAddedEvent: ({ parent }, reading) => ({
    kind: "other",
    set: { parent: parent ? refOf(parent, reading) : "elsewhere" },
    before: { parent: null },
  }),
  ParentIssueRemovedEvent: ({ parent }, reading) => ({
    kind: "other",
    set: { parent: null },
    before: { parent: parent ? refOf(parent, reading) : "elsewhere" },
  }),
  RemovedFromProjectV2Event: (node, reading) => ({
    kind: "other",
    ...(isOwnBoard(node, reading) ? { set: { status: null } } : {}),
  }),
  ProjectV2ItemStatusChangedEvent: (node, reading) => ({
    kind: "status",
    ...(isOwnBoard(node, reading)
      ? { set: { status: node.status || null }, before: { status: node.previousStatus || null } }
      : {}),
  }),
  IssueTypeAddedEvent: ({ issueType }) => ({
    kind: "type",
    set: { type: issueType?.name ?? null },
    before: { type: null },
  }),
  IssueTypeChangedEvent: ({ issueType, prevIssueType }) => ({
    kind: "type",
    set: { type: issueType?.name ?? null },
    before: { type: prevIssueType?.name ?? null },
  }),
  IssueTypeRemovedEvent: ({ issueType }) => ({
    kind: "type",
    set: { type: null },
    before: { type: issueType?.name ?? null },
  }),
  IssueFieldAddedEvent: estimateField(({ value, options }) => ({ to: textOf(value, options), from: null })),
  IssueFieldChangedEvent: estimateField((node) => ({
    to: textOf(node.newValue, node.newOptions),
    from: textOf(node.previousValue, node.previousOptions),
  })),
  // What the value was before GitHub does not say here.
  IssueFieldRemovedEvent: estimateField(() => ({ to: null })),
  BlockedByAddedEvent: blocker("+"),
  BlockedByRemovedEvent: blocker("-"),
  BlockingAddedEvent: dependency,
  BlockingRemovedEvent: dependency,
  IssueComment: () => ({ kind: "comment" }),
};

/** One event of an issue's timeline as the store keeps it: no text, no name, only what it did, when, and to whom it belongs. */
export const reduceEvent = (node: TimelineNode, reading: GithubReading): Reduced => {
  const {
    kind,
    set,
    label: given,
    blocker: named,
    before,
  } = (REDUCERS[node.__typename] ?? other)(node, reading);
  const actor = node.__typename === "IssueComment" ? node.author : node.actor;
  return {
    at: node.createdAt,
    event: node.id,
    kind,
    by: node.wasAutomated ? BOT : reading.personOf(actor),
    ...(set ? { set } : {}),
    ...(given ? { label: given } : {}),
    ...(named ? { blocker: named } : {}),
    ...(before ? { before } : {}),
  };
};
