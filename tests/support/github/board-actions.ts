import type { ActionOf, BoardAction, Handlers } from "./actions.ts";
import { ISSUE } from "./issue-actions.ts";
import { boardField, boardOf, cardOf, found, idOf, instantOf, whoOf } from "./lookup.ts";
import type { BoardField, Card, CardContent, EventValue, Ref, WorldState } from "./state.ts";
import { write } from "./timeline.ts";

/** Tells the card's issue, if it has one here; a board never counts as an update of the issue. */
const tell = (
  state: WorldState,
  action: ActionOf<BoardAction["do"]> & { readonly automated?: boolean },
  { card, ...event }: { card: Card; typename: string } & Record<string, EventValue | Card>,
): void => {
  const { content } = card;
  if (content.kind !== "issue" || typeof content.ref !== "number") return;
  const issue = state.issues.get(content.ref);
  if (!issue) return;
  const before = issue.updatedAt;
  const values = event as { typename: string } & Record<string, EventValue>;
  write(issue, action, { ...values, project: { to: "project" }, wasAutomated: action.automated ?? false });
  issue.updatedAt = before;
};

const contentOf = (action: ActionOf<"addToBoard">): CardContent => {
  const at = instantOf(action.at);
  const { draft, pullRequest, redacted, card } = action;
  if (draft)
    return { kind: "draft", body: "", ...draft, createdAt: at, updatedAt: at, creator: whoOf(action) };
  if (pullRequest !== undefined) return { kind: "pullRequest", number: pullRequest };
  return redacted ? { kind: "redacted" } : { kind: "issue", ref: card };
};

const place = (state: WorldState, card: Card, after: Ref | null): void => {
  const board = boardOf(state);
  const others = board.cards.filter((one) => one !== card);
  const at = after === null ? 0 : others.indexOf(cardOf(state, after)) + 1;
  board.cards = others.toSpliced(at, 0, card);
};

const setValue = (
  state: WorldState,
  action: { at: string; by?: string | null; card: Ref },
  [field, value]: readonly [BoardField, string | number | null],
): void => {
  const card = cardOf(state, action.card);
  const at = instantOf(action.at);
  const before = card.values.get(field.id);
  card.updatedAt = at;
  if (value === null) card.values.delete(field.id);
  else if (before) Object.assign(before, { value, updatedAt: at });
  else {
    const id = `PVTV_${card.number}_${field.id}`;
    card.values.set(field.id, { id, value, createdAt: at, updatedAt: at, creator: whoOf(action) });
  }
};

const chosen = (list: readonly { id: string; name?: string; title?: string }[], name: string | null) =>
  name === null ? null : idOf(list, name);

const setStatus = (state: WorldState, action: ActionOf<"setStatus">): void => {
  const field = boardField(state, "Status");
  const card = cardOf(state, action.card);
  const before = field.options.find((option) => option.id === card.values.get(field.id)?.value);
  setValue(state, action, [field, chosen(field.options, action.status)]);
  if (state.statusEventsUntil !== null && instantOf(action.at) > state.statusEventsUntil) return;
  tell(state, action, {
    card,
    typename: "ProjectV2ItemStatusChangedEvent",
    previousStatus: before?.name ?? "",
    status: action.status ?? "",
  });
};

const archive = (state: WorldState, action: ActionOf<"archiveCard">): void => {
  const card = cardOf(state, action.card);
  card.archived = action.do === "archiveCard";
  card.updatedAt = instantOf(action.at);
};

/** What people do on the board. */
export const BOARD: Handlers<BoardAction["do"]> = {
  addToBoard: (state, action) => {
    const board = boardOf(state);
    const at = instantOf(action.at);
    board.added += 1;
    const card: Card = {
      key: action.card,
      id: `PVTI_${board.added}`,
      number: board.added,
      content: contentOf(action),
      archived: false,
      createdAt: at,
      updatedAt: at,
      creator: whoOf(action),
      values: new Map(),
    };
    if (board.cards.some(({ key }) => key === card.key)) throw new Error(`card ${card.key} is on the board`);
    board.cards.push(card);
    if (action.after !== undefined) place(state, card, action.after);
    tell(state, action, { card, typename: "AddedToProjectV2Event" });
  },
  moveCard: (state, action) => place(state, cardOf(state, action.card), action.after),
  setStatus,
  setSelect: (state, action) => {
    const field = boardField(state, action.field);
    setValue(state, action, [field, chosen(field.options, action.option)]);
  },
  setIteration: (state, action) => {
    const { fields } = boardOf(state);
    const sprint = found(
      fields.find(({ kind, name }) => kind === "ITERATION" && name === (action.field ?? name)),
      "iteration field",
    );
    setValue(state, action, [sprint, chosen(sprint.iterations, action.iteration)]);
  },
  setNumber: (state, action) => setValue(state, action, [boardField(state, action.field), action.value]),
  archiveCard: archive,
  unarchiveCard: archive,
  removeCard: (state, action) => {
    const card = cardOf(state, action.card);
    const board = boardOf(state);
    board.cards = board.cards.filter((one) => one !== card);
    tell(state, action, { card, typename: "RemovedFromProjectV2Event" });
  },
  convertDraft: (state, action) => {
    const { content } = cardOf(state, action.card);
    if (content.kind !== "draft") throw new Error(`card ${action.card} is no draft`);
    ISSUE.openIssue(state, { ...action, do: "openIssue", title: content.title, body: content.body });
    const board = boardOf(state);
    const card: Card = { ...cardOf(state, action.card), key: action.issue };
    card.content = { kind: "issue", ref: action.issue };
    board.cards = board.cards.map((one) => (one.id === card.id ? card : one));
    tell(state, action, { card, typename: "ConvertedFromDraftEvent" });
  },
  renameOption: (state, action) => {
    const option = boardField(state, action.field).options.find(({ name }) => name === action.option);
    found(option, `option “${action.option}”`).name = action.to;
  },
  editIteration: (state, { iteration, at, title, startDate, duration }) => {
    for (const field of boardOf(state).fields) {
      const one = field.iterations.find((candidate) => candidate.title === iteration);
      if (!one) continue;
      Object.assign(one, {
        title: title ?? one.title,
        startDate: startDate ?? one.startDate,
        duration: duration ?? one.duration,
      });
      field.updatedAt = instantOf(at);
    }
  },
};
