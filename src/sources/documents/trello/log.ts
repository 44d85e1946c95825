import type { Facts, Field } from "../../../model/facts.ts";
import type { ItemPast } from "../../../model/observation.ts";
import { listAt, textAt, valueAt } from "../json.ts";
import { type LogEvent, pastOf } from "../past.ts";
import type { DocumentReading } from "../reading.ts";
import { type CardAction, cardActions } from "./actions.ts";
import { type Board, isTicked } from "./board.ts";
import { closedBy } from "./card.ts";

/** Actions after which Trello cuts the log of an exported board, the oldest first. */
export const CAP = 1000;

/** The log of a board by card. */
export type Log = {
  byCard: ReadonlyMap<string, readonly CardAction[]>;
  /** Lists that were archived, and when: their cards went with them. */
  listsClosed: ReadonlyMap<string, { at: string; event: string }>;
  /** The oldest action; `null` where there is none. */
  oldest: string | null;
  /** It begins with the board. */
  hasBeginning: boolean;
  count: number;
};

const BEGINNINGS = new Set(["createBoard", "copyBoard"]);

/** Reads a board's actions, which come newest first. */
export const logOf = (document: unknown, context: { board: Board; reading: DocumentReading }): Log => {
  const actions = listAt(document, "actions").toReversed();
  const byCard = new Map<string, CardAction[]>();
  const listsClosed = new Map<string, { at: string; event: string }>();
  let oldest: string | null = null;
  for (const action of actions) {
    const at = context.reading.instant(textAt(action, "date"));
    if (at !== null && (oldest === null || at < oldest)) oldest = at;
    const list = textAt(action, "data", "list", "id");
    if (
      at !== null &&
      textAt(action, "type") === "updateList" &&
      valueAt(action, "data", "list", "closed") === true
    )
      listsClosed.set(list, { at, event: textAt(action, "id") });
    for (const found of cardActions(action, context)) {
      const known = byCard.get(found.card);
      if (known) known.push(found);
      else byCard.set(found.card, [found]);
    }
  }
  const hasBeginning = actions.some((action) => BEGINNINGS.has(textAt(action, "type")));
  return { byCard, listsClosed, oldest, hasBeginning, count: actions.length };
};

type Closing = { archived: boolean; ticked: boolean };

/** Archiving and ticking close a card together: what an action makes of it depends on the other, walked from the end. */
const withClosings = (actions: readonly CardAction[], now: Closing): LogEvent[] => {
  let after = now;
  return actions
    .toReversed()
    .map(({ event, closes }): LogEvent => {
      if (closes === null) return event;
      const set = closedBy({ ...after, ...closes });
      const before = {
        archived: closes.archived === undefined ? after.archived : !closes.archived,
        ticked: closes.ticked === undefined ? after.ticked : !closes.ticked,
      };
      const was = closedBy(before);
      after = before;
      const kind = set.category === was.category ? "other" : set.category === "done" ? "closed" : "reopened";
      return { ...event, kind, set, before: was };
    })
    .toReversed();
};

/** The past of one card, by how it stands and what the log says of it. */
export const cardPast = (
  card: unknown,
  options: { facts: Facts; arrivedAt: string; log: Log; board: Board; isWhole: boolean },
): ItemPast => {
  const { facts, arrivedAt, log, board, isWhole } = options;
  const id = textAt(card, "id");
  const actions = [...(log.byCard.get(id) ?? [])];
  const list = textAt(card, "idList");
  const gone = board.lists.get(list)?.closed === true ? log.listsClosed.get(list) : undefined;
  const wasArchived = valueAt(card, "closed") === true;
  if (gone !== undefined && !wasArchived) {
    const event: LogEvent = { at: gone.at, event: `${gone.event}-${id}`, kind: "closed", by: null };
    actions.push({ card: id, arrives: false, closes: { archived: true }, event });
    actions.sort((a, b) => (a.event.at < b.event.at ? -1 : a.event.at > b.event.at ? 1 : 0));
  }
  const now = { archived: facts.resolution !== null, ticked: isTicked(card) };
  // Its own log may date a creation a second before its id does.
  const events = withClosings(actions, now).map((event) =>
    event.kind === "created" && event.at < arrivedAt ? { ...event, at: arrivedAt } : event,
  );
  const isBorn = isWhole || actions.some(({ arrives }) => arrives);
  const since = isBorn || log.oldest === null ? null : { at: log.oldest, event: `${id}-since` };
  return pastOf({ arrivedAt, now: facts, events, since });
};

/** When a card came to the board: from another one, or by its creation. */
export const arrivalOf = (actions: readonly CardAction[] | undefined, born: string): string => {
  const arrival = actions?.findLast(({ arrives }) => arrives)?.event;
  return arrival !== undefined && arrival.kind !== "created" ? arrival.at : born;
};

/** Fields whose every change a whole log holds: labels are not among them. */
export const TOLD: readonly Field[] = [
  "status",
  "category",
  "resolution",
  "createdAt",
  "acceptanceCriteria",
  "described",
];
