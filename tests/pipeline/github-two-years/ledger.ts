/** What a planned world knows of itself: every item's standing after every second in which something happened to it. */

export type Kind =
  | "created"
  | "title"
  | "description"
  | "estimate"
  | "type"
  | "labels"
  | "split"
  | "comment"
  | "closed"
  | "reopened"
  | "sprint"
  | "assignee"
  | "dependency"
  | "other";

export type Standing = {
  closed: "finished" | "dropped" | null;
  /** When this closing began; further closings without reopening are the same one. */
  closedAt: number | null;
  /** It has the label that makes ready. */
  labelled: boolean;
  /** Sizes by label in the order in which they were given; 0 is no estimate. */
  sizes: readonly number[];
  criteria: boolean;
  /** Index of the sprint it is assigned to. */
  sprint: number | null;
  /** Numbers of the items that are named as blockers; "elsewhere" for one of another repository. */
  blockers: readonly (number | "elsewhere")[];
};

export type Item = {
  id: number;
  arrivedAt: number;
  split: boolean;
  steps: { t: number; stand: Standing }[];
};

/** Something that somebody did; `by` is null for a deleted account. Bots are left out. */
export type Deed = { t: number; by: string | null; kind: Kind; item: number };

export type Sprint = { title: string; start: number; end: number };

export type Ledger = { items: Map<number, Item>; deeds: Deed[] };

export const NOTHING: Standing = Object.freeze({
  closed: null,
  closedAt: null,
  labelled: false,
  sizes: [],
  criteria: false,
  sprint: null,
  blockers: [],
});

export const standAt = ({ steps }: Item, t: number): Standing | null => {
  let found: Standing | null = null;
  for (const step of steps) if (step.t <= t) found = step.stand;
  return found;
};

export const estimateOf = ({ sizes }: Standing): number | null => sizes.at(-1) || null;
