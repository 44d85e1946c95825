import { bisectRight } from "d3-array";
import { fromIso } from "../lib/dates.ts";
import type { Field } from "../model/facts.ts";
import type { Run } from "../model/run.ts";
import { runningAt, type Sprint } from "../model/sprint.ts";

/** On what a value at an instant rests: metrics.md §1, "basis". */
export type Basis = "observed" | "rebuilt" | "gap";

export type Known = Field | "order";

/** What is known of a backlog, and since when. */
export type Knowledge = {
  /** Whether a field is known at t: some observation up to t has it, or the tracker's events tell it. */
  knows: (field: Known, t: number) => boolean;
  /** Whether what happened up to t has been seen, by an observation at or after it or by the tracker's events. */
  covers: (t: number) => boolean;
  /** Whether the last observation at t is at most one sprint old. */
  isFresh: (t: number) => boolean;
  /** On what a value at t that reads these fields rests. */
  basisAt: (t: number, fields: readonly Known[]) => Basis;
  /** Fields that the tracker's events tell, for the time before the first observation too. */
  told: ReadonlySet<Field>;
  /** Up to here the tracker's events have been read; −∞ where there are none. */
  toldUntil: number;
};

export type KnowledgeOptions = {
  /** Every run of the history, those after as-of too. */
  runs: readonly Run[];
  asOf: number;
  sprints: readonly Sprint[];
  /** Fields by which an item stands where it stands. */
  stageFields: readonly Field[];
};

const NEVER = Number.POSITIVE_INFINITY;

/** Knowledge of the accepted runs of a history: metrics.md §1, "basis", and its edges. */
export const knowledgeOf = ({ runs, asOf, sprints, stageFields }: KnowledgeOptions): Knowledge => {
  const accepted = runs.filter(({ state }) => state === "accepted");
  const seen = accepted.filter(({ at }) => fromIso(at) <= asOf);
  const instants = seen.map(({ at }) => fromIso(at));
  const firstSeen = new Map<Known, number>();
  for (const [index, run] of seen.entries()) {
    const fields: Known[] = [...run.fields, ...run.assumed, ...(run.ordered ? (["order"] as const) : [])];
    for (const field of fields) if (!firstSeen.has(field)) firstSeen.set(field, instants[index]!);
  }
  const telling = accepted.filter((run) => run.told !== undefined);
  const last = telling.at(-1);
  const told = new Set<Field>(last?.told?.fields ?? []);
  const toldUntil = last ? Math.min(fromIso(last.at), asOf) : Number.NEGATIVE_INFINITY;
  const statusUntil = telling.reduce(
    (until, run) => Math.min(until, run.told!.statusUntil === null ? NEVER : fromIso(run.told!.statusUntil)),
    NEVER,
  );

  const isTold = (field: Known, t: number): boolean =>
    field !== "order" && told.has(field) && (field !== "status" || t < statusUntil);
  const lastBefore = (t: number): number | undefined => instants[bisectRight(instants, t) - 1];
  const ends = sprints.map(({ end }) => end);
  const isFresh = (t: number): boolean => {
    const observed = lastBefore(t);
    const sprint = sprints[bisectRight(ends, t) - 1] ?? sprints[runningAt(sprints, t)];
    return observed !== undefined && sprint !== undefined && t - observed <= sprint.end - sprint.start;
  };
  const knows = (field: Known, t: number): boolean =>
    isTold(field, t) || (firstSeen.get(field) ?? NEVER) <= t;

  return {
    told,
    toldUntil,
    isFresh,
    knows,
    covers: (t) => t <= toldUntil || t <= (instants.at(-1) ?? Number.NEGATIVE_INFINITY),
    basisAt: (t, fields) => {
      if (isFresh(t)) return fields.every((field) => knows(field, t)) ? "observed" : "gap";
      const rebuilt = t <= toldUntil && [...fields, ...stageFields].every((field) => isTold(field, t));
      return rebuilt ? "rebuilt" : "gap";
    },
  };
};
