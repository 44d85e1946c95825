import type { Backlog } from "../../history/backlog.ts";
import type { Sprint } from "../../model/sprint.ts";
import type { Arrival } from "./arrival.ts";
import { sprintIndex } from "./sprint-index.ts";
import { type ItemStays, type Stay, type Stays, staysOf } from "./stays.ts";

/** The ways of an item through the backlog: metrics.md §3, `backlog-flow`. */
export const FLOWS = [
  "arrived",
  "split",
  "becameReady",
  "returnedReady",
  "fellOut",
  "pulled",
  "returned",
  "finished",
  "dropped",
  "reopened",
] as const;
export type Flow = (typeof FLOWS)[number];
type Flows = readonly Flow[];

/** An item that moves from one place to another at an instant. */
export type Transition = {
  id: string;
  at: number;
  /** `null`: it was not there before. */
  from: Stay | null;
  to: Stay;
  /** None where it became known, not so: at the first look, or by a closing that nobody can date. */
  flows: Flows;
  /** By how many items the Product Backlog grows. */
  net: -1 | 0 | 1;
  /** When the item came; `null` where nobody knows. */
  arrivedAt: number | null;
};

type Known = Pick<Stays, "knownFrom"> & {
  readyFrom: number;
  /** The sprint to which an item in the Product Backlog was assigned at last. */
  sprintOf: (stay: Stay) => Sprint | null;
};

const isBacklog = (stay: Stay | null): boolean =>
  stay !== null && (stay.place === "ready" || stay.place === "unready" || stay.place === "unjudged");
const isClosed = ({ place }: Stay): boolean => place === "finished" || place === "dropped";

/** Pulled and finished between two looks: the look that shows it closed tells the sprint, which had begun by then. */
const isPulledUnseen = (from: Stay, to: Stay, { knownFrom, sprintOf }: Known): boolean =>
  to.from > knownFrom &&
  isBacklog(from) &&
  to.sprint !== null &&
  to.sprint.start <= to.from &&
  to.sprint !== sprintOf(from);

/** Nearly all transitions are one flow or none: tens of thousands of them share these. */
const NONE: Flows = [];
const ONLY = Object.fromEntries(FLOWS.map((flow) => [flow, [flow]])) as unknown as Record<Flow, Flows>;

const closings = (from: Stay | null, to: Stay, known: Known): Flows => {
  const kind = to.place === "finished" ? "finished" : "dropped";
  const at = to.closing?.at ?? null;
  // The same closing in other words is none; one that nobody can date lies in no sprint.
  if (at === null || (from !== null && isClosed(from) && from.closing?.at === at)) return NONE;
  return from !== null && isPulledUnseen(from, to, known) ? ["pulled", kind] : ONLY[kind];
};

const flowsBetween = (from: Stay, to: Stay, known: Known): Flows => {
  if (isClosed(to)) return closings(from, to, known);
  if (to.from <= known.knownFrom) return NONE;
  if (isClosed(from)) return to.place === "ready" ? ["reopened", "returnedReady"] : ONLY.reopened;
  if (to.place === "sprint") return ONLY.pulled;
  if (from.place === "sprint") return to.place === "ready" ? ["returned", "returnedReady"] : ONLY.returned;
  if (from.place === "unjudged" || to.from <= known.readyFrom) return NONE;
  return to.place === "ready" ? ONLY.becameReady : ONLY.fellOut;
};

/** How an item came to be there at all. What the first look shows without a creation date did not come then. */
const firstFlows = (to: Stay, arrival: Arrival | null, known: Known): Flows => {
  const closed = isClosed(to) ? closings(null, to, known) : NONE;
  if (arrival === null) return closed;
  if (to.place === "ready" && to.from > known.readyFrom) return [arrival.kind, "becameReady"];
  return closed.length === 0 ? ONLY[arrival.kind] : [arrival.kind, ...closed];
};

/** Hands over every move of an item; coming to be known is none. */
const eachTransition = (
  { id, stays, arrival }: ItemStays,
  known: Known,
  take: (transition: Transition) => void,
): void => {
  let from: Stay | null = null;
  for (let index = 0; index < stays.length; index += 1) {
    const to = stays[index]!;
    const at = to.from;
    const moved: boolean = from === null ? arrival !== null : at > known.knownFrom;
    const net = moved ? ((Number(isBacklog(to)) - Number(isBacklog(from))) as Transition["net"]) : 0;
    const flows: Flows = from === null ? firstFlows(to, arrival, known) : flowsBetween(from, to, known);
    if (flows.length > 0 || net !== 0) take({ id, at, from, to, flows, net, arrivedAt: arrival?.at ?? null });
    from = to;
  }
};

const measured = new WeakMap<Backlog, readonly Transition[][]>();

/**
 * What moved in each sprint, by the sprint's place in the backlog's list, in no order. A change is dated by the
 * tracker where it can, else by the observation that shows it; what moves at a sprint's border belongs to the sprint
 * that begins, and what moves between two sprints to none.
 */
export const transitionsBySprint = (backlog: Backlog): readonly Transition[][] => {
  const found = measured.get(backlog);
  if (found) return found;
  const { items, judge, knownFrom } = staysOf(backlog);
  const find = sprintIndex(backlog.sprints);
  const known: Known = {
    knownFrom,
    readyFrom: judge.knownFrom,
    sprintOf: ({ last }) => (last === null ? null : backlog.assignedSprint(last.sprint)),
  };
  const bySprint: Transition[][] = backlog.sprints.map(() => []);
  for (const item of items)
    eachTransition(item, known, (transition) => bySprint[find(transition.at)]?.push(transition));
  measured.set(backlog, bySprint);
  return bySprint;
};
