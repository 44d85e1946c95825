import type { Run } from "../model/run.ts";

/** What an observation's file is known by, before it is read. */
export type Candidate = { at: string; source: string; sha256: string; settings: string };

/** In the order of their instants; of two of one instant the later name counts as later. */
export const byInstant = (a: { at: string; source: string }, b: { at: string; source: string }): number =>
  Date.parse(a.at) - Date.parse(b.at) || (a.source < b.source ? -1 : a.source > b.source ? 1 : 0);

/** Whether a run already tells what reading a candidate would. */
const isKnown = (run: Run | undefined, candidate: Candidate, acceptShrink: boolean): boolean =>
  run !== undefined &&
  run.sha256 === candidate.sha256 &&
  run.settings === candidate.settings &&
  run.at === candidate.at &&
  !(run.state === "held" && acceptShrink);

/**
 * Which candidates have to be read, and whether they can simply be appended. A replaced file, other reading
 * settings, an accepted hold or an export older than the newest known one all mean: the past changes, read anew.
 */
export const planReading = (
  runs: readonly Run[],
  candidates: readonly Candidate[],
  options: { acceptShrink: boolean },
): { read: Candidate[]; append: boolean } => {
  const known = new Map(runs.map((run) => [run.source, run]));
  const unknown = candidates.filter(
    (candidate) => !isKnown(known.get(candidate.source), candidate, options.acceptShrink),
  );
  const last = runs.at(-1);
  const append = unknown.every(
    (candidate) => !known.has(candidate.source) && (!last || byInstant(last, candidate) < 0),
  );
  return { read: (append ? unknown : [...candidates]).sort(byInstant), append };
};
