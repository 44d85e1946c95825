import type { Facts } from "../model/facts.ts";
import type { Sprint } from "../model/sprint.ts";
import type { Closing } from "./closing.ts";
import type { Version } from "./versions.ts";

type Stage = "product-backlog" | "sprint-backlog" | "finished" | "dropped" | "ignored";

/** An item between two instants at which nothing about it changes: `[from, to)`. */
export type Span = {
  from: number;
  to: number;
  stage: Stage;
  /** What nothing follows through time is right in the last span alone. `null`: created, but not observed yet. */
  facts: Facts | null;
  /** Open and in progress: in the Sprint Backlog whatever its sprint. */
  started: boolean;
  closing: Closing | null;
};

/**
 * Cuts versions where the sprint they are assigned to starts and ends: an open item is in the Sprint Backlog while
 * its sprint runs, or while it is started.
 */
export const spansOf = (
  versions: readonly Version[],
  options: { sprints: readonly Sprint[]; find: (name: string | null) => number | null },
): Span[] => {
  const spans: Span[] = [];
  const add = ({ facts, started, closing }: Version, from: number, to: number, stage: Stage): void => {
    if (from < to) spans.push({ from, to, stage, facts, started, closing });
  };
  for (let index = 0; index < versions.length; index += 1) {
    const version = versions[index]!;
    const { from, kind } = version;
    const to = index + 1 < versions.length ? versions[index + 1]!.from : Number.POSITIVE_INFINITY;
    const assigned = kind === "open" && !version.started ? options.find(version.facts?.sprint ?? null) : null;
    const sprint = assigned === null ? undefined : options.sprints[assigned];
    if (kind !== "open") add(version, from, to, kind);
    else if (version.started) add(version, from, to, "sprint-backlog");
    else if (!sprint) add(version, from, to, "product-backlog");
    else {
      const start = Math.min(Math.max(sprint.start, from), to);
      const end = Math.min(Math.max(sprint.end, from), to);
      add(version, from, start, "product-backlog");
      add(version, start, end, "sprint-backlog");
      add(version, end, to, "product-backlog");
    }
  }
  return spans;
};

/** The span at an instant, by bisection; `undefined` before the item exists. */
export const spanAt = (spans: readonly Span[], t: number): Span | undefined => {
  // As-of, which is asked for most, lies in the last span of nearly every item.
  const last = spans[spans.length - 1];
  if (last === undefined || last.from <= t) return last;
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.from <= t) low = middle + 1;
    else high = middle;
  }
  return spans[low - 1];
};
