/**
 * What one observation tells about one item, as the store keeps it: raw words of the tracker, because what counts
 * as ready, started or finished is decided when measuring, so that a corrected rule corrects the past too.
 * Instants are ISO texts in UTC; `null` means the cell was empty (or the column never there).
 */
export type Category = "todo" | "doing" | "done";

export type Facts = {
  /** Kept only where titles may be published. */
  title: string | null;
  type: string | null;
  /** The tracker's own sub-task flag, where it has one. */
  subtask: boolean | null;
  status: string | null;
  category: Category | null;
  /** When the category last changed. */
  categoryAt: string | null;
  resolution: string | null;
  createdAt: string | null;
  resolvedAt: string | null;
  estimate: number | null;
  /** Only labels that the team's configuration mentions. */
  labels: readonly string[] | null;
  /** The sprint that the tracker names last. */
  sprint: string | null;
  acceptanceCriteria: boolean | null;
  /** The description has at least the characters that the ready rule asks for. */
  described: boolean | null;
  blocked: boolean | null;
  parent: string | null;
};

export type Field = keyof Facts;

/** Every field of an item of which nothing is known; its key order is the order in the store. */
export const NO_FACTS: Facts = Object.freeze({
  title: null,
  type: null,
  subtask: null,
  status: null,
  category: null,
  categoryAt: null,
  resolution: null,
  createdAt: null,
  resolvedAt: null,
  estimate: null,
  labels: null,
  sprint: null,
  acceptanceCriteria: null,
  described: null,
  blocked: null,
  parent: null,
});

export const FIELDS = Object.keys(NO_FACTS) as Field[];

/** Two values of a field; labels are a list. */
export const sameValue = (a: Facts[Field], b: Facts[Field]): boolean =>
  a === b ||
  (Array.isArray(a) &&
    Array.isArray(b) &&
    a.length === b.length &&
    a.every((label, index) => label === b[index]));
