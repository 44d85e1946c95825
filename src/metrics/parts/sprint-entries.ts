import type { Backlog } from "../../history/backlog.ts";
import type { Sprint } from "../../model/sprint.ts";
import { type Transition, transitionsBySprint } from "./transitions.ts";

/** An item that entered the Sprint Backlog of a sprint, once however often it did. */
export type Entry = {
  id: string;
  /** It came into being in the sprint. */
  born: boolean;
  /** Ready immediately before, each time that it entered. */
  ready: boolean;
  /** The last time that it entered unready. */
  unreadyAt: Pick<Transition, "at" | "from"> | null;
};

const comesIn = ({ from, to, flows }: Transition): boolean =>
  flows.includes("pulled") ||
  (to.place === "sprint" && (flows.includes("reopened") || (from === null && flows.length > 0)));

const enteredIn = new WeakMap<readonly Transition[], ReadonlySet<Transition>>();

/**
 * The transitions of a sprint by which an item enters its Sprint Backlog: from the Product Backlog, reopened, or by
 * coming into being there. What was finished out of it in the sprint is still in its scope, and reopening enters nothing.
 */
export const entrances = (transitions: readonly Transition[]): ReadonlySet<Transition> => {
  const found = enteredIn.get(transitions);
  if (found) return found;
  const entered = new Set<Transition>();
  const finished = new Set<string>();
  for (const transition of transitions) {
    const { id, from, flows } = transition;
    const enters = comesIn(transition) && !finished.has(id);
    if (enters) entered.add(transition);
    if (flows.includes("finished") && (enters || from?.place === "sprint")) finished.add(id);
    else finished.delete(id);
  }
  enteredIn.set(transitions, entered);
  return entered;
};

const entriesIn = (transitions: readonly Transition[], sprint: Sprint): Entry[] => {
  const entries = new Map<string, Entry>();
  for (const { id, at, from, arrivedAt } of entrances(transitions)) {
    const known = entries.get(id);
    const isReady = from?.place === "ready";
    entries.set(id, {
      id,
      born: arrivedAt !== null && arrivedAt >= sprint.start,
      ready: isReady && (known?.ready ?? true),
      unreadyAt: isReady ? (known?.unreadyAt ?? null) : { at, from },
    });
  }
  return [...entries.values()];
};

const measured = new WeakMap<Backlog, readonly Entry[][]>();

/** The items that entered each Sprint Backlog, by the sprint's place in the backlog's list: metrics.md §3, `unready-pulls`. */
export const entriesBySprint = (backlog: Backlog): readonly Entry[][] => {
  const found = measured.get(backlog);
  if (found) return found;
  const bySprint = transitionsBySprint(backlog);
  const entries = bySprint.map((transitions, index) => entriesIn(transitions, backlog.sprints[index]!));
  measured.set(backlog, entries);
  return entries;
};
