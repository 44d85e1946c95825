import { fold } from "../../lib/text.ts";
import { type Facts, type Field, NO_FACTS } from "../../model/facts.ts";
import type { DatedEvent, ItemRead } from "../../model/tracker-read.ts";
import type { IssueFieldValue, IssueNode, TimelineNode } from "./answers.ts";
import { bodyFacts } from "./body-history.ts";
import type { MilestoneOf } from "./milestone-titles.ts";
import type { GithubReading } from "./reading.ts";
import { estimateOf, NO_ISSUE, type Reduced, reasonWords, reduceEvent, refOf } from "./reduce-event.ts";

/** Fields that events set to a value, so that what they were before can be worked out. */
const WALKED = [
  "title",
  "type",
  "status",
  "sprint",
  "parent",
  "estimate",
] as const satisfies readonly Field[];

const estimateIn = (values: readonly (IssueFieldValue | null)[], reading: GithubReading): number | null => {
  if (reading.estimateField === null) return null;
  const wanted = fold(reading.estimateField);
  const value = values.find((one) => fold(one?.field?.name ?? "") === wanted);
  return estimateOf(value?.number === undefined ? value?.name : String(value.number), reading);
};

/** How an issue stands, without its board. */
const factsNow = (
  issue: IssueNode,
  options: { arrivedAt: string; timeline: readonly TimelineNode[]; reading: GithubReading },
): Facts => {
  const { arrivedAt, timeline, reading } = options;
  const talked = timeline.some(({ __typename }) => __typename === "ConvertedToDiscussionEvent");
  const closed = issue.state === "CLOSED";
  return {
    ...NO_FACTS,
    title: reading.titles ? issue.title : null,
    type: issue.issueType?.name ?? null,
    // GitHub has no status category: an open item's status speaks for itself.
    category: closed ? "done" : null,
    resolution: closed ? (reasonWords(issue.stateReason) ?? (talked ? NO_ISSUE : null)) : null,
    createdAt: arrivedAt,
    resolvedAt: closed ? issue.closedAt : null,
    estimate: estimateIn(issue.issueFieldValues?.nodes ?? [], reading),
    labels: (issue.labels?.nodes ?? []).flatMap((label) => label?.id ?? []),
    sprint: reading.milestones ? (issue.milestone?.id ?? null) : null,
    ...bodyFacts(issue.body, reading),
    blocked: (issue.issueDependenciesSummary?.blockedBy ?? 0) > 0,
    parent: issue.parent ? refOf(issue.parent, reading) : null,
  };
};

/** Labels before the first event: those that were taken before they were given, and those nothing was said of. */
const firstLabels = (now: readonly string[], events: readonly Reduced[]): string[] => {
  const firstSign = new Map<string, "+" | "-">();
  for (const { label } of events) if (label && !firstSign.has(label[1])) firstSign.set(label[1], label[0]);
  const silent = now.filter((id) => !firstSign.has(id));
  const taken = [...firstSign].filter(([, sign]) => sign === "-").map(([id]) => id);
  return [...silent, ...taken];
};

const OPEN = { category: null, resolution: null, resolvedAt: null } as const;

/** An issue may be closed already when a transfer brings it; why and when it was is told only while it still is. */
const closingAtFirst = (now: Facts, events: readonly Reduced[]): Pick<Facts, keyof typeof OPEN> => {
  const sign = events.find(({ kind }) => kind === "closed" || kind === "reopened")?.kind;
  if (sign === "reopened") return { ...OPEN, category: "done" };
  const { category, resolution, resolvedAt, createdAt } = now;
  const was = sign === undefined && resolvedAt !== null && createdAt !== null && resolvedAt < createdAt;
  return was ? { category, resolution, resolvedAt } : OPEN;
};

/** What an item was when it arrived, worked out from how it stands and from what its first events took the place of. */
const factsAtFirst = (now: Facts, events: readonly Reduced[]): Facts => {
  const first: Facts = {
    ...now,
    status: null,
    ...closingAtFirst(now, events),
    labels: firstLabels(now.labels ?? [], events),
    blocked: events.find(({ blocker }) => blocker)?.blocker?.[0] === "-",
  };
  for (const field of WALKED) {
    const event = events.find(({ set }) => set !== undefined && field in set);
    if (event) Object.assign(first, { [field]: event.before?.[field] ?? null });
  }
  return first;
};

/**
 * Events as they follow from each other: a second closing without a reopening between gives only another reason, and
 * taking out of one milestone does not take out of another that it was put into in the same second.
 */
const inSequence = (events: readonly Reduced[], first: Facts): DatedEvent[] => {
  let { category, sprint } = first;
  return events.map(({ before, ...event }): DatedEvent => {
    const { set } = event;
    if (set === undefined) return event;
    const next = { ...set };
    if (event.kind === "closed" && category === "done") {
      delete next.category;
      delete next.resolvedAt;
    }
    if ("category" in next) category = next.category ?? null;
    if ("sprint" in next) {
      const left = next.sprint === null ? (before?.sprint ?? null) : null;
      if (left !== null && sprint !== null && left !== sprint) {
        const { set: _, ...rest } = event;
        return rest;
      }
      sprint = next.sprint ?? null;
    }
    return { ...event, set: next };
  });
};

/** An issue as its page tells it: milestones are told by the keys of their titles, and the past is not settled yet. */
export type RawItem = Omit<ItemRead, "events"> & { events: readonly Reduced[] };

/** The transfer that brought an issue here, if one did. */
const arrivalOf = (issue: IssueNode, timeline: readonly TimelineNode[]): string =>
  timeline.findLast(({ __typename }) => __typename === "TransferredEvent")?.createdAt ?? issue.createdAt;

/**
 * One issue as far as its timeline tells; `settled` makes of it what the history keeps, and `withEdits` adds the
 * versions of its description. Everything that is a text or a name of a person is left behind here.
 * @param options.timeline the whole timeline, further pages too
 */
export const reduceIssue = (
  issue: IssueNode,
  options: { timeline: readonly TimelineNode[]; reading: GithubReading },
): RawItem => {
  const { timeline, reading } = options;
  const arrivedAt = arrivalOf(issue, timeline);
  const isBorn = arrivedAt === issue.createdAt;
  const created: Reduced[] = isBorn
    ? [{ at: arrivedAt, event: issue.id, kind: "created", by: reading.personOf(issue.author) }]
    : [];
  const events = [...created, ...timeline.map((node) => reduceEvent(node, reading))]
    .filter(({ at }) => at >= arrivedAt)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const now = factsNow(issue, { arrivedAt, timeline, reading });
  return { arrivedAt, first: factsAtFirst(now, events), now, events };
};

const withMilestone = <Some extends Partial<Facts>>(facts: Some, milestoneOf: MilestoneOf): Some =>
  facts.sprint === undefined ? facts : { ...facts, sprint: milestoneOf(facts.sprint) };

/** A closing that was only put in other words later keeps its date; GitHub gives that of the last word. */
const withOwnClosing = (now: Facts, events: readonly DatedEvent[]): Facts => {
  const told = events.findLast(({ set }) => set?.resolvedAt !== undefined)?.set?.resolvedAt ?? null;
  return now.category === "done" && told !== null ? { ...now, resolvedAt: told } : now;
};

/** An issue once it is known which milestone each title means. */
export const settled = (raw: RawItem, milestoneOf: MilestoneOf): ItemRead => {
  const first = withMilestone(raw.first, milestoneOf);
  const events = raw.events.map((event): Reduced => {
    const { set, before } = event;
    return {
      ...event,
      ...(set ? { set: withMilestone(set, milestoneOf) } : {}),
      ...(before ? { before: withMilestone(before, milestoneOf) } : {}),
    };
  });
  const sequence = inSequence(events, first);
  return { ...raw, first, now: withOwnClosing(raw.now, sequence), events: sequence };
};
