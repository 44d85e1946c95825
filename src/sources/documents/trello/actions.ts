import { BOT, type EventKind } from "../../../model/change.ts";
import { isJson, type Json, objectOf, ownValue, textAt, valueAt } from "../json.ts";
import type { LogEvent } from "../past.ts";
import { pseudonym } from "../people.ts";
import type { DocumentReading } from "../reading.ts";
import { type Board, estimateIn, isTicked } from "./board.ts";

/** Actions that bring a card to the board. */
const ARRIVALS = new Set([
  "createCard",
  "copyCard",
  "convertToCardFromCheckItem",
  "emailCard",
  "moveCardToBoard",
]);

/** An action as far as it is about one card. `closes` tells of what the closing of a card is made of. */
export type CardAction = {
  card: string;
  arrives: boolean;
  event: LogEvent;
  closes: { archived?: boolean; ticked?: boolean } | null;
};

type Context = { board: Board; reading: DocumentReading };

type Effect = Pick<LogEvent, "kind" | "set" | "before"> & { closes?: CardAction["closes"] };

/** Whoever acted: a rule of the board's own automation is nobody. */
const authorOf = (action: unknown): string => {
  const names = `${textAt(action, "memberCreator", "username")} ${textAt(action, "appCreator", "name")}`;
  if (/\b(?:butler|automation)/i.test(names)) return BOT;
  return pseudonym("trello", textAt(action, "idMemberCreator") || textAt(action, "memberCreator", "id"));
};

const moved = (data: Json, { board }: Context): Effect => {
  const before = textAt(data, "listBefore", "id") || textAt(data, "old", "idList");
  const after = textAt(data, "listAfter", "id") || textAt(data, "card", "idList");
  return {
    kind: "status",
    set: { status: board.listName(after, textAt(data, "listAfter", "name")) },
    before: { status: board.listName(before, textAt(data, "listBefore", "name")) },
  };
};

const described = (data: Json, { reading }: Context): Effect => ({
  kind: "description",
  set: reading.body(textAt(data, "card", "desc"), "markdown"),
  before: reading.body(textAt(data, "old", "desc"), "markdown"),
});

const renamed = (data: Json, { reading }: Context): Effect => ({
  kind: "title",
  ...(reading.settings.titles
    ? {
        set: { title: textAt(data, "card", "name") || null },
        before: { title: textAt(data, "old", "name") || null },
      }
    : {}),
});

/** What an update of a card changed stands under `old`. */
const updated = (data: Json, context: Context): Effect => {
  const old = objectOf(ownValue(data, "old"));
  const has = (key: string): boolean => Object.hasOwn(old, key);
  if (has("idList")) return moved(data, context);
  if (has("closed")) return { kind: "other", closes: { archived: valueAt(data, "card", "closed") === true } };
  if (has("dueComplete")) return { kind: "other", closes: { ticked: isTicked(ownValue(data, "card")) } };
  if (has("name")) return renamed(data, context);
  if (has("desc")) return described(data, context);
  return { kind: has("pos") ? "order" : "other" };
};

const customField = (data: Json, { board, reading }: Context): Effect => {
  const item = objectOf(ownValue(data, "customFieldItem"));
  const field = textAt(item, "idCustomField") || textAt(data, "customField", "id");
  // Of several fields for estimates only all of them together tell the estimate.
  if (field === "" || field !== board.estimate.ids[0] || board.estimate.ids.length > 1)
    return { kind: board.estimate.ids.includes(field) ? "estimate" : "other" };
  const read = (value: Json): number | null => {
    const found = estimateIn([{ ...value, idCustomField: field }], board, reading);
    return found === "unreadable" ? null : found;
  };
  return {
    kind: "estimate",
    set: { estimate: read(item) },
    before: { estimate: read(objectOf(ownValue(data, "old"))) },
  };
};

const KINDS: Record<string, EventKind> = {
  commentCard: "comment",
  copyCommentCard: "comment",
  addMemberToCard: "assignee",
  removeMemberFromCard: "assignee",
  addLabelToCard: "labels",
  removeLabelFromCard: "labels",
};

const effectOf = (type: string, data: Json, context: Context): Effect => {
  if (type === "updateCard") return updated(data, context);
  if (type === "updateCustomFieldItem") return customField(data, context);
  if (ARRIVALS.has(type)) return { kind: type === "moveCardToBoard" ? "other" : "created" };
  return { kind: KINDS[type] ?? "other" };
};

/** What an action says of cards; nothing for one that is about none, or has no date. */
export const cardActions = (action: unknown, context: Context): CardAction[] => {
  const data = valueAt(action, "data");
  const [id, type, at] = [
    textAt(action, "id"),
    textAt(action, "type"),
    context.reading.instant(textAt(action, "date")),
  ];
  const card = textAt(data, "card", "id");
  if (!isJson(data) || id === "" || at === null || card === "") return [];
  const by = authorOf(action);
  const { closes = null, ...effect } = effectOf(type, data, context);
  const own: CardAction = {
    card,
    arrives: ARRIVALS.has(type),
    closes,
    event: { at, event: id, by, ...effect },
  };
  const source = textAt(data, "cardSource", "id");
  if (type !== "convertToCardFromCheckItem" || source === "") return [own];
  // A split counts once, on the card that was split.
  const split: LogEvent = { at, event: `${id}-split`, kind: "split", by };
  return [own, { card: source, arrives: false, closes: null, event: split }];
};
