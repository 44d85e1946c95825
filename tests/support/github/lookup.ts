import type { Board, BoardField, Card, IssueRecord, Ref, Who, WorldState } from "./state.ts";

/** Whoever did it where a script doesn't say. */
const SOMEBODY = "ana";

/** An instant as GitHub writes it, to the second; of a bare day its noon. */
export const instantOf = (at: string): string =>
  at.length === 10 ? `${at}T12:00:00Z` : new Date(at).toISOString().replace(/\.\d+Z$/, "Z");

export const whoOf = (action: { readonly by?: Who }): Who => (action.by === undefined ? SOMEBODY : action.by);

/** What a script names and the world must have: a missing one is a mistake in the script. */
export const found = <T>(thing: T | undefined | null, what: string): T => {
  if (thing === undefined || thing === null) throw new Error(`the world has no ${what}`);
  return thing;
};

export const issueOf = (state: WorldState, number: number): IssueRecord =>
  found(state.issues.get(number), `issue ${number}`);

/** The issue behind a reference, unless it stands in another repository. */
export const ownIssue = (state: WorldState, ref: Ref): IssueRecord | null =>
  typeof ref === "number" ? issueOf(state, ref) : null;

/** The id of what bears a name now. */
export const idOf = (
  list: readonly { readonly id: string; name?: string; title?: string; deleted?: boolean }[],
  name: string,
): string =>
  found(
    list.find((one) => !one.deleted && (one.name ?? one.title) === name),
    `“${name}”`,
  ).id;

export const byId = <T extends { readonly id: string }>(list: readonly T[], id: string): T =>
  found(
    list.find((one) => one.id === id),
    `node ${id}`,
  );

export const boardOf = (state: WorldState): Board => found(state.board, "board");

export const cardOf = (state: WorldState, key: Ref): Card =>
  found(
    boardOf(state).cards.find((card) => card.key === key),
    `card ${key}`,
  );

export const boardField = (state: WorldState, name: string): BoardField =>
  found(
    boardOf(state).fields.find((field) => field.name === name),
    `board field “${name}”`,
  );
