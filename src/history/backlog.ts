import { bisectRight } from "d3-array";
import { fromIso } from "../lib/dates.ts";
import { fold } from "../lib/text.ts";
import { type Facts, FIELDS, type Field } from "../model/facts.ts";
import { type CheckName, DEFAULT_RULE, FIELD_OF, failedChecks, type ReadyRule } from "../model/ready.ts";
import { runningAt, type Sprint, sprintFinder } from "../model/sprint.ts";
import { type StageRules, standingBy } from "../model/stage.ts";
import { type Activity, activityOf } from "./activity.ts";
import { blockedChanges, changesByItem, type ItemChanges, instantsOf } from "./chronology.ts";
import { type Knowledge, knowledgeOf } from "./knowledge.ts";
import { observationsOf, type Seen } from "./observations.ts";
import type { History } from "./record.ts";
import { type RuleAt, ruleBook } from "./rule-book.ts";
import { type Span, spanAt, spansOf } from "./spans.ts";
import { standingItems } from "./standing-items.ts";
import { versionsOf } from "./versions.ts";

/** One item through time. */
export type ItemHistory = { id: string; spans: readonly Span[] };

/** One item at an instant. `facts` is null while it is created but not yet observed. */
export type ItemAt = { id: string; facts: Facts | null; span: Span };

export type BacklogOptions = {
  asOf: number;
  zone: string;
  sprints: readonly Sprint[];
  /** Pattern that an export's sprint names have, or `null` when they are the sprints' own. */
  match: string | null;
  stages: StageRules;
  /** `null`: the default rule. */
  rule: ReadyRule | null;
  /** Facts as they are measured, where items carry ids; none where they carry names. */
  view?: (facts: Facts) => Facts;
  /** Whether a label, by its id, gives an estimate. */
  isEstimateLabel?: (label: string) => boolean;
};

/**
 * A team's backlog through time, as far as it was known at as-of: metrics.md §1, "state at t".
 * Every metric is a pure function of it. Instants are milliseconds.
 */
export type Backlog = Knowledge & {
  asOf: number;
  zone: string;
  sprints: readonly Sprint[];
  items: ReadonlyMap<string, ItemHistory>;
  observations: readonly Seen[];
  /** What somebody did, oldest first; `null` where the source does not tell who did what. */
  activity: readonly Activity[] | null;
  /** When the first item came into being; `null` without items. */
  begin: number | null;
  /** Something of the backlog is known: an observation, or the tracker's events. */
  isKnown: boolean;
  /** The sprint that a name means, by itself or by the team's pattern. */
  sprintNamed: (name: string) => Sprint | null;
  /** The sprint to which a tracker's sprint name assigns an item. */
  assignedSprint: (name: string | null) => Sprint | null;
  at: (id: string, t: number) => ItemAt | null;
  /** All items that are there at t, open and closed. */
  itemsAt: (t: number) => readonly ItemAt[];
  /** When a look last found something of an item changed that its spans do not tell of; `null`: never. */
  changedAside: (id: string) => number | null;
  /** Items in the Product Backlog at t; `beforePlanning` leaves out only what is started, as D at a sprint's start asks. */
  productBacklog: (t: number, options?: { beforePlanning: boolean }) => ItemAt[];
  /** Those of the Product Backlog at t that pass every check of the rule at t. */
  ready: (t: number, options?: { beforePlanning: boolean }) => ItemAt[];
  /** The last observation at or before t. */
  lastSeen: (t: number) => Seen | null;
  /** The given items in the last observed order at or before t, less those without a place; `null` when no order was ever seen. */
  orderAt: <T extends { id: string }>(t: number, items: readonly T[]) => T[] | null;
  /** The checks of the rule at t, and the field among them that no observation up to t could know. */
  ruleAt: (t: number) => RuleAt;
  /** Failed checks of an item by the rule at t; an item not yet observed fails all. */
  failed: (item: ItemAt, t: number) => CheckName[];
};

const identity = (facts: Facts): Facts => facts;

/** Fields on which it depends whether an item is in the Product Backlog: which of them must be known. */
const stageFieldsOf = ({ stages, sprints }: BacklogOptions): Field[] => [
  ...(sprints.length > 0 ? (["sprint"] as const) : []),
  ...(stages.started.length + stages.finished.length > 0 ? (["status"] as const) : []),
];

/** Of these nothing but a check of the rule asks what they were; what the title was, nothing at all. */
const ASKED_BY_CHECKS: readonly Field[] = ["acceptanceCriteria", "described", "blocked"];

const followedBy = (rule: ReadyRule): ReadonlySet<Field> => {
  const checked = new Set(rule.checks.map((check) => FIELD_OF[check]));
  return new Set(
    FIELDS.filter((field) => field !== "title" && (checked.has(field) || !ASKED_BY_CHECKS.includes(field))),
  );
};

type Items = { items: Map<string, ItemHistory>; changes: ReadonlyMap<string, ItemChanges> };

/** Each item through time: its changes as versions, cut where its sprint begins and ends. */
const itemsOf = (
  history: History,
  options: BacklogOptions & { observations: readonly Seen[]; follows: ReadonlySet<Field> },
): Items => {
  const { sprints, observations, follows, view = identity } = options;
  const standing = standingBy(options.stages);
  const instants = observations.map((seen) => seen.at);
  const runIndex = new Map(observations.map((seen, index) => [seen.run.run, index]));
  const before = (run: number): number | null => instants[(runIndex.get(run) ?? 0) - 1] ?? null;
  const find = sprintFinder(sprints, options.match);
  const instantOf = instantsOf(history.runs);
  const spans = ({ list, aside }: ItemChanges): Span[] => {
    const versions = versionsOf(list, { standing, before, view, instantOf });
    const last = versions.at(-1);
    if (aside !== null && last?.facts) last.facts = { ...last.facts, ...aside.set };
    return spansOf(versions, { sprints, find });
  };
  const changes = changesByItem(history.changes, { runs: history.runs, asOf: options.asOf, follows });
  const all = new Map<string, ItemHistory>();
  for (const [id, own] of changes) all.set(id, { id, spans: spans(own) });
  const tells = history.runs.some(({ told }) => told !== undefined);
  for (const [id, own] of tells ? changes : []) {
    const blocked = blockedChanges(own.list, (other) => all.get(other)?.spans);
    if (blocked.length === 0) continue;
    const list = [...own.list, ...blocked].sort((a, b) => fromIso(a.at) - fromIso(b.at));
    all.set(id, { id, spans: spans({ ...own, list }) });
  }
  for (const [id, item] of all) if (item.spans.every(({ stage }) => stage === "ignored")) all.delete(id);
  return { items: all, changes };
};

/** When the first item came into being; `null` without items. */
const beginOf = (items: Iterable<ItemHistory>): number | null => {
  let begin: number | null = null;
  for (const { spans } of items) {
    const { from } = spans.find(({ stage }) => stage !== "ignored")!;
    if (begin === null || from < begin) begin = from;
  }
  return begin;
};

/** Folds a history into a backlog. What was observed after as-of is not looked at. */
export const openBacklog = (history: History, options: BacklogOptions): Backlog => {
  const { asOf, zone, sprints } = options;
  const standing = standingBy(options.stages);
  const observations = observationsOf(history, {
    asOf,
    isItem: (facts) => standing(facts).kind !== "ignored",
  });
  const follows = followedBy(options.rule ?? DEFAULT_RULE);
  const { items, changes } = itemsOf(history, { ...options, observations, follows });
  const knowledge = knowledgeOf({ runs: history.runs, asOf, sprints, stageFields: stageFieldsOf(options) });
  const find = sprintFinder(sprints, options.match);
  const assignedSprint = (name: string | null): Sprint | null => sprints[find(name) ?? -1] ?? null;

  const isObservation = new Set(observations.map((seen) => seen.at));
  const tells = history.runs.some(({ told }) => told !== undefined);
  const isEstimate = options.isEstimateLabel ?? (() => false);
  const activity = tells
    ? [...changes]
        .flatMap(([id, own]) => {
          const item = items.get(id);
          return item ? activityOf(own.list, { spans: item.spans, isEstimate }) : [];
        })
        .sort((a, b) => a.at - b.at)
    : null;

  const itemAt = (item: ItemHistory | undefined, t: number): ItemAt | null => {
    const span = item && spanAt(item.spans, t);
    if (!span || span.stage === "ignored") return null;
    // At its own instant an observation is complete: what it does not show is not there yet.
    return span.facts === null && isObservation.has(t) ? null : { id: item.id, facts: span.facts, span };
  };

  const instants = observations.map((seen) => seen.at);
  const lastSeen = (t: number): Seen | null => observations[bisectRight(instants, t) - 1] ?? null;
  const ordered = observations.filter(({ run }) => run.ordered);
  const orderedAt = ordered.map((seen) => seen.at);
  const ruleAt = ruleBook(options.rule, knowledge);
  const borders = sprints.map(({ start }) => start).filter((start) => start <= asOf);
  const standingThen = standingItems(items, { borders, itemAt });

  return {
    ...knowledge,
    asOf,
    zone,
    sprints,
    items,
    observations,
    activity,
    begin: beginOf(items.values()),
    isKnown: observations.length > 0 || knowledge.toldUntil > Number.NEGATIVE_INFINITY,
    assignedSprint,
    sprintNamed: (name) => sprints.find((sprint) => fold(sprint.name) === fold(name)) ?? assignedSprint(name),
    at: (id, t) => itemAt(items.get(id), t),
    itemsAt: standingThen.known,
    changedAside: (id) => {
      const at = changes.get(id)?.aside?.at;
      return at === undefined ? null : fromIso(at);
    },
    lastSeen,
    ruleAt,
    productBacklog: (t, { beforePlanning } = { beforePlanning: false }) =>
      standingThen.all({ t, beforePlanning }),
    ready: (t, { beforePlanning } = { beforePlanning: false }) =>
      standingThen.ready({ t, beforePlanning }, ruleAt(t).rule),
    orderAt: (t, some) => {
      const seen = ordered[bisectRight(orderedAt, t) - 1];
      if (!seen) return null;
      const byId = new Map(some.map((item) => [item.id, item]));
      return seen.order!.map((id) => byId.get(id)).filter((item) => item !== undefined);
    },
    failed: (item, t) => {
      const { rule } = ruleAt(t);
      return item.facts === null ? [...rule.checks] : failedChecks(item.facts, rule);
    },
  };
};

/** The sprint that runs at t, and those that have begun or ended by t. */
export const runningSprint = (backlog: Backlog, t: number): Sprint | null =>
  backlog.sprints[runningAt(backlog.sprints, t)] ?? null;

export const begunSprints = (backlog: Backlog): Sprint[] =>
  backlog.sprints.filter((sprint) => sprint.start <= backlog.asOf);
