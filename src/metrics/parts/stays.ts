import { type Backlog, begunSprints } from "../../history/backlog.ts";
import type { Closing } from "../../history/closing.ts";
import type { Span } from "../../history/spans.ts";
import type { Facts } from "../../model/facts.ts";
import type { Sprint } from "../../model/sprint.ts";
import { type Arrival, arrivalOf } from "./arrival.ts";
import { type Assignment, sprintOfClosing, withoutCarriedOver } from "./carried-over.ts";
import { type ReadyJudge, readyJudge } from "./ready-judge.ts";

/** Where an item is. `unjudged`: in the Product Backlog at a time when readiness was not known. */
type Place = "unjudged" | "unready" | "ready" | "sprint" | "finished" | "dropped";

/** An item in one place, from its coming to its leaving. */
export type Stay = {
  place: Place;
  from: number;
  /** Right before its leaving; `null` while nobody has seen the item. */
  last: Facts | null;
  /** The estimates at its coming and right before its leaving. */
  firstEstimate: number | null;
  lastEstimate: number | null;
  closing: Closing | null;
  /** Of a closed item the sprint of the look that shows this closing. */
  sprint: Sprint | null;
};

/** An item's stays, oldest first, up to as-of. */
export type ItemStays = { id: string; arrival: Arrival | null; stays: readonly Stay[] };

export type Stays = {
  items: readonly ItemStays[];
  judge: ReadyJudge;
  /** Since when it is known where items stand: −∞ where events tell it, else the first observation. */
  knownFrom: number;
};

type Options = { judge: ReadyJudge; assignment: Assignment; asOf: number };

const isClosed = (place: Place): boolean => place === "finished" || place === "dropped";

/** The place of an open item at an instant of a span. */
const openPlace = ({ stage, facts }: Span, t: number, judge: ReadyJudge): Place => {
  if (stage === "sprint-backlog") return "sprint";
  if (t < judge.knownFrom) return "unjudged";
  return facts !== null && judge.isReady(facts, t) ? "ready" : "unready";
};

type Moment = { place: Place; at: number; span: Span };

/** Lets the last stay go on, or a new one begin. */
const be = (stays: Stay[], { place, at, span: { facts, closing } }: Moment): void => {
  const now = stays[stays.length - 1];
  const estimate = facts?.estimate ?? null;
  if (now?.place === place && (closing === null || now.closing?.at === closing.at)) {
    now.last = facts;
    now.lastEstimate = estimate;
    return;
  }
  stays.push({
    place,
    from: at,
    last: facts,
    firstEstimate: estimate,
    lastEstimate: estimate,
    closing,
    sprint: null,
  });
};

const staysOfItem = (spans: readonly Span[], { judge, assignment, asOf }: Options): Stay[] => {
  const stays: Stay[] = [];
  for (let index = 0; index < spans.length; index += 1) {
    const span = spans[index]!;
    const { from, to, stage } = span;
    if (from > asOf) break;
    if (stage === "product-backlog" || stage === "sprint-backlog") {
      be(stays, { place: openPlace(span, from, judge), at: from, span });
      // Readiness is judged anew where the rule changes, or comes to be known.
      for (const cut of judge.cuts)
        if (cut > from && cut < to && cut <= asOf)
          be(stays, { place: openPlace(span, cut, judge), at: cut, span });
      continue;
    }
    // What becomes a container leaves as dropped; what was none yet, or is closed, stays as it was.
    const now = stays[stays.length - 1];
    if (stage === "ignored" && (now === undefined || isClosed(now.place))) continue;
    be(stays, { place: stage === "finished" ? "finished" : "dropped", at: from, span });
    const next = stays[stays.length - 1]!;
    if (next !== now) next.sprint = sprintOfClosing(spans, index, assignment.of);
  }
  return stays;
};

/** Since when it is known where items stand. */
const standingKnownFrom = (backlog: Backlog): number =>
  backlog.basisAt(Number.NEGATIVE_INFINITY, []) === "rebuilt"
    ? Number.NEGATIVE_INFINITY
    : (backlog.observations[0]?.at ?? Number.POSITIVE_INFINITY);

const measure = (backlog: Backlog): Stays => {
  const judge = readyJudge(backlog);
  const begun = begunSprints(backlog);
  const following = new Map(begun.map((sprint, index) => [sprint, begun[index + 1] ?? null]));
  const assignment: Assignment = {
    of: ({ facts }) => (facts === null ? null : backlog.assignedSprint(facts.sprint)),
    after: (sprint) => following.get(sprint) ?? null,
  };
  const options: Options = { judge, assignment, asOf: backlog.asOf };
  const items = [...backlog.items.values()].map(({ id, spans }): ItemStays => {
    const stays = staysOfItem(withoutCarriedOver(spans, options), options);
    return { id, arrival: arrivalOf(backlog, id), stays };
  });
  return { items, judge, knownFrom: standingKnownFrom(backlog) };
};

const measured = new WeakMap<Backlog, Stays>();

/** Where every item was, and when: each item's spans are walked once for all metrics that ask. */
export const staysOf = (backlog: Backlog): Stays => {
  const found = measured.get(backlog);
  if (found) return found;
  const stays = measure(backlog);
  measured.set(backlog, stays);
  return stays;
};
