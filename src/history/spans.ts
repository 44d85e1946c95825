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
  versions: Version[],
  options: { sprints: readonly Sprint[]; find: (name: string | null) => number | null },
): Span[] => {
  const spans: Span[] = [];
  /** The version itself, which nobody else has: most are never cut. */
  const be = (version: Version, to: number, stage: Stage): void => {
    if (version.from >= to) return;
    version.to = to;
    version.stage = stage;
    spans.push(version);
  };
  const cut = (version: Version, from: number, to: number, stage: Stage): void => {
    if (from < to) spans.push({ ...version, from, to, stage });
  };
  for (let index = 0; index < versions.length; index += 1) {
    const version = versions[index]!;
    const { from, kind } = version;
    const to = index + 1 < versions.length ? versions[index + 1]!.from : Number.POSITIVE_INFINITY;
    const assigned = kind === "open" && !version.started ? options.find(version.facts?.sprint ?? null) : null;
    const sprint = assigned === null ? undefined : options.sprints[assigned];
    if (kind !== "open") be(version, to, kind);
    else if (version.started) be(version, to, "sprint-backlog");
    else if (!sprint) be(version, to, "product-backlog");
    else {
      const start = Math.min(Math.max(sprint.start, from), to);
      const end = Math.min(Math.max(sprint.end, from), to);
      cut(version, from, start, "product-backlog");
      cut(version, start, end, "sprint-backlog");
      cut(version, end, to, "product-backlog");
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
