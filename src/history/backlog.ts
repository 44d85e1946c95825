import { fromIso } from "../lib/dates.ts";
import { fold } from "../lib/text.ts";
import type { Facts, Field } from "../model/facts.ts";
import { type CheckName, DEFAULT_RULE, FIELD_OF, failedChecks, type ReadyRule } from "../model/ready.ts";
import type { Run } from "../model/run.ts";
import { runningAt, type Sprint, sprintFinder } from "../model/sprint.ts";
import { type StageRules, standingBy } from "../model/stage.ts";
import type { History } from "./record.ts";
import { replay } from "./replay.ts";
import { type Span, spanAt, spansOf } from "./spans.ts";
import { type ItemChange, versionsOf } from "./versions.ts";

/** One item through time. */
type ItemHistory = { id: string; spans: readonly Span[] };

/** One item at an instant. `facts` is null while it is created but not yet observed. */
export type ItemAt = { id: string; facts: Facts | null; span: Span };

/** One accepted observation, with what it showed. */
export type Seen = {
  run: Run;
  at: number;
  /** Items in it, open and closed, of a type that counts. */
  items: number;
  /** Ids with a place, top first; `null` where it shows no order. */
  order: readonly string[] | null;
};

export type BacklogOptions = {
  asOf: number;
  zone: string;
  sprints: readonly Sprint[];
  /** Pattern that an export's sprint names have, or `null` when they are the sprints' own. */
  match: string | null;
  stages: StageRules;
  /** `null`: the default rule. */
  rule: ReadyRule | null;
};

/**
 * A team's backlog through time, as far as it was known at as-of: metrics.md §1, "state at t".
 * Every metric is a pure function of it. Instants are milliseconds.
 */
export type Backlog = {
  asOf: number;
  zone: string;
  sprints: readonly Sprint[];
  items: ReadonlyMap<string, ItemHistory>;
  observations: readonly Seen[];
  /** When the first item came into being; `null` without items. */
  begin: number | null;
  /** The sprint that a name means, by itself or by the team's pattern. */
  sprintNamed: (name: string) => Sprint | null;
  /** The sprint to which a tracker's sprint name assigns an item. */
  assignedSprint: (name: string | null) => Sprint | null;
  at: (id: string, t: number) => ItemAt | null;
  /** Items in the Product Backlog at t; `beforePlanning` leaves out only what is started, as D at a sprint's start asks. */
  productBacklog: (t: number, options?: { beforePlanning: boolean }) => ItemAt[];
  /** The last observation at or before t. */
  lastSeen: (t: number) => Seen | null;
  /** The last observed order at or before t, less what is not in the given backlog; `null` when no order was ever seen. */
  orderAt: (t: number, backlog: readonly ItemAt[]) => ItemAt[] | null;
  /** The checks of the rule at t, and the field among them that no observation up to t could know. */
  ruleAt: (t: number) => { rule: ReadyRule; unknown: Field | null };
  /** Failed checks of an item by the rule at t; an item not yet observed fails all. */
  failed: (item: ItemAt, t: number) => CheckName[];
  knows: (field: Field, t: number) => boolean;
};

const observationsOf = (
  history: History,
  options: { runs: readonly Run[]; isItem: (facts: Facts) => boolean },
): Seen[] => {
  const seen: Seen[] = [];
  for (const { run, state } of replay(options.runs, history.changes)) {
    if (run.state !== "accepted") continue;
    let items = 0;
    for (const known of state.items.values()) if (known.present && options.isItem(known.facts)) items += 1;
    seen.push({ run, at: fromIso(run.at), items, order: run.ordered ? state.order : null });
  }
  return seen;
};

/** Folds a history into a backlog. What was observed after as-of is not looked at. */
export const openBacklog = (history: History, options: BacklogOptions): Backlog => {
  const { asOf, zone, sprints } = options;
  const standing = standingBy(options.stages);
  const runs = history.runs.filter((run) => fromIso(run.at) <= asOf);
  const observations = observationsOf(history, {
    runs,
    isItem: (facts) => standing(facts).kind !== "ignored",
  });
  const instants = observations.map((seen) => seen.at);
  const runIndex = new Map(observations.map((seen, index) => [seen.run.run, index]));
  const before = (run: number): number | null => instants[runIndex.get(run)! - 1] ?? null;

  const byId = new Map<string, ItemChange[]>();
  for (const change of history.changes) {
    if ("order" in change || !runIndex.has(change.run)) continue;
    const list = byId.get(change.id);
    if (list) list.push(change);
    else byId.set(change.id, [change]);
  }
  const find = sprintFinder(sprints, options.match);
  const assignedSprint = (name: string | null): Sprint | null => sprints[find(name) ?? -1] ?? null;
  const items = new Map<string, ItemHistory>();
  for (const [id, changes] of byId) {
    const spans = spansOf(versionsOf(changes, { standing, before }), { sprints, find });
    if (spans.some((span) => span.stage !== "ignored")) items.set(id, { id, spans });
  }

  const begins = [...items.values()].map((item) => item.spans.find((span) => span.stage !== "ignored")!.from);
  const firstKnown = new Map<Field, number>();
  for (const { run, at } of observations) {
    for (const field of [...run.fields, ...run.assumed])
      if (!firstKnown.has(field)) firstKnown.set(field, at);
  }
  const knows = (field: Field, t: number): boolean =>
    (firstKnown.get(field) ?? Number.POSITIVE_INFINITY) <= t;
  const isObservation = new Set(instants);

  const at = (id: string, t: number): ItemAt | null => {
    const span = spanAt(items.get(id)?.spans ?? [], t);
    if (!span || span.stage === "ignored") return null;
    // At its own instant an observation is complete: what it does not show is not there yet.
    return span.facts === null && isObservation.has(t) ? null : { id, facts: span.facts, span };
  };
  const lastSeen = (t: number): Seen | null => observations.findLast((seen) => seen.at <= t) ?? null;

  const ruleAt = (t: number): { rule: ReadyRule; unknown: Field | null } => {
    const given = options.rule ?? {
      ...DEFAULT_RULE,
      checks: DEFAULT_RULE.checks.filter((check) => check !== "description" || knows(FIELD_OF[check], t)),
    };
    const unknown = given.checks.map((check) => FIELD_OF[check]).find((field) => !knows(field, t));
    return { rule: given, unknown: unknown ?? null };
  };

  return {
    asOf,
    zone,
    sprints,
    items,
    observations,
    begin: begins.length === 0 ? null : begins.reduce((a, b) => Math.min(a, b)),
    assignedSprint,
    sprintNamed: (name) => sprints.find((sprint) => fold(sprint.name) === fold(name)) ?? assignedSprint(name),
    at,
    lastSeen,
    knows,
    ruleAt,
    productBacklog: (t, { beforePlanning } = { beforePlanning: false }) => {
      const backlog: ItemAt[] = [];
      for (const id of items.keys()) {
        const item = at(id, t);
        if (!item) continue;
        const { stage, started } = item.span;
        if (stage === "product-backlog" || (beforePlanning && stage === "sprint-backlog" && !started))
          backlog.push(item);
      }
      return backlog;
    },
    orderAt: (t, backlog) => {
      const seen = observations.findLast((observation) => observation.at <= t && observation.order !== null);
      if (!seen) return null;
      const inBacklog = new Map(backlog.map((item) => [item.id, item]));
      return seen.order!.flatMap((id) => inBacklog.get(id) ?? []);
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

/**
 * Whether what is known at t rests on an observation at most one sprint old, one sprint being the last that ended by
 * t, else the running one.
 */
export const isFresh = (backlog: Backlog, t: number): boolean => {
  const seen = backlog.lastSeen(t);
  const sprint = backlog.sprints.findLast((one) => one.end <= t) ?? runningSprint(backlog, t);
  return seen !== null && sprint !== null && t - seen.at <= sprint.end - sprint.start;
};
