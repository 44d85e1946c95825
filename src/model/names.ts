/** A sprint as the tracker keeps it: a milestone or an iteration, by its own id. */
export type TrackerSprint = {
  id: string;
  title: string;
  /** Calendar days; `start` is null where only the end is known, as of a milestone. `null` end: without a date. */
  start: string | null;
  end: string | null;
};

/**
 * What the tracker's ids are called today. Items refer to labels and sprints by id, so that a renamed one stays the
 * same for the past too: metrics.md §1, "a team's items".
 */
export type Names = {
  /** Only labels that the team's configuration names. */
  labels: ReadonlyMap<string, string>;
  sprints: ReadonlyMap<string, TrackerSprint>;
};

/** Of a source whose items carry names, not ids. */
export const NO_NAMES: Names = Object.freeze({ labels: new Map(), sprints: new Map() });
