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
  /** `null`: created, but not observed yet. */
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
): Span[] =>
  versions.flatMap((version, index) => {
    const to = versions[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    const { from, facts, started, closing } = version;
    const span = (start: number, end: number, stage: Stage): Span[] =>
      start < end ? [{ from: start, to: end, stage, facts, started, closing }] : [];
    if (version.kind !== "open") return span(from, to, version.kind);
    const assigned = options.find(facts?.sprint ?? null);
    const sprint = assigned === null ? undefined : options.sprints[assigned];
    if (started) return span(from, to, "sprint-backlog");
    if (!sprint) return span(from, to, "product-backlog");
    const start = Math.min(Math.max(sprint.start, from), to);
    const end = Math.min(Math.max(sprint.end, from), to);
    return [
      ...span(from, start, "product-backlog"),
      ...span(start, end, "sprint-backlog"),
      ...span(end, to, "product-backlog"),
    ];
  });

/** The span at an instant, by bisection; `undefined` before the item exists. */
export const spanAt = (spans: readonly Span[], t: number): Span | undefined => {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.from <= t) low = middle + 1;
    else high = middle;
  }
  return spans[low - 1];
};
