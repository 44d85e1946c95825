import type { Field } from "../../model/facts.ts";
import type { ItemPast, Past } from "../../model/observation.ts";
import { defineDocument } from "../documents/define-document.ts";
import { isJson, listAt, textAt, valueAt } from "../documents/json.ts";
import type { DocumentReading } from "../documents/reading.ts";
import { type RowBook, WHOLE } from "../documents/row-book.ts";
import { type Board, boardOf, isNoWork, placeOf } from "../documents/trello/board.ts";
import { bornAt, cardFacts } from "../documents/trello/card.ts";
import { arrivalOf, CAP, cardPast, type Log, logOf, TOLD } from "../documents/trello/log.ts";

const isBoard = (value: unknown): boolean =>
  Array.isArray(valueAt(value, "cards")) && Array.isArray(valueAt(value, "lists"));

/** Cards on the board with a place: list by list from the left, and from the top in each. */
const orderOf = (cards: readonly unknown[], board: Board): string[] => {
  const listOf = (card: unknown) => board.lists.get(textAt(card, "idList"));
  return cards
    .filter((card) => valueAt(card, "closed") !== true && listOf(card)?.closed === false)
    .map((card) => ({
      id: textAt(card, "id"),
      list: listOf(card)!.place,
      place: placeOf(valueAt(card, "pos")),
    }))
    .sort((a, b) => a.list - b.list || a.place - b.place || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
};

const fieldsOf = (board: Board, { settings }: DocumentReading): { fields: Field[]; told: Field[] } => {
  const titles: Field[] = settings.titles ? ["title"] : [];
  const byField = board.estimate.ids.length > 0;
  const byLabel = settings.estimateLabels !== null;
  return {
    fields: [...titles, ...TOLD, "labels", ...(byField || byLabel ? (["estimate"] as const) : [])],
    // A card is in no sprint, ever: what is so in the whole past is told of it.
    told: [...titles, ...TOLD, "sprint", ...(board.estimate.ids.length === 1 ? (["estimate"] as const) : [])],
  };
};

/** Whether the log holds everything since the board began, and a remark where it does not. */
const isWhole = (log: Log, cards: readonly unknown[], book: RowBook): boolean => {
  const since = `what came before ${log.oldest} is not in it, and metrics of that time show gaps`;
  if (log.count >= CAP) {
    const text = `${log.count.toLocaleString("en")} actions: Trello cuts the history there; ${since}. Export at least as often as the board has ${CAP.toLocaleString("en")} actions`;
    book.note("history-capped", WHOLE, text);
    return false;
  }
  const hasBirth = (card: unknown): boolean =>
    log.byCard.get(textAt(card, "id"))?.some(({ arrives }) => arrives) ?? false;
  if (log.hasBeginning || cards.every(hasBirth)) return true;
  book.note("history-partial", WHOLE, `the history does not begin with the board: ${since}`);
  return false;
};

/** A board with its cards, its lists as statuses, and its log. */
export const trelloJson = defineDocument({
  id: "trello-json",
  title: "Trello board as JSON",
  example: "an object with lists, cards and actions",
  provides: [
    "title",
    "status",
    "category",
    "resolution",
    "createdAt",
    "estimate",
    "labels",
    "acceptanceCriteria",
    "described",
    "order",
  ],
  recognises: isBoard,
  read: ({ values }, book, reading) => {
    const document = values.find(isBoard);
    const board = boardOf(document, reading);
    const all = listAt(document, "cards");
    const log = logOf(document, { board, reading });
    const hasLog = log.oldest !== null;
    const whole = hasLog && isWhole(log, all.filter(isJson), book);
    const items = new Map<string, ItemPast>();
    for (const [index, card] of all.entries()) {
      const place = { line: 1, path: `cards[${index}]` };
      const id = textAt(card, "id");
      const born = bornAt(id);
      if (born === null) {
        book.skip("row-unreadable", place, "the card's id is not 24 hexadecimal digits");
        continue;
      }
      if (isNoWork(card)) {
        book.skip("row-no-item", place, "a template, a divider or a link to another card is no item");
        continue;
      }
      const arrivedAt = arrivalOf(log.byCard.get(id), born);
      const { facts, faults } = cardFacts(card, { board, reading, arrivedAt });
      for (const text of faults) book.note("cell-unreadable", place, text);
      const updatedAt = reading.instant(textAt(card, "dateLastActivity")) ?? "";
      const counts = book.add(id, { facts, updatedAt, place });
      if (hasLog && counts) items.set(id, cardPast(card, { facts, arrivedAt, log, board, isWhole: whole }));
    }
    const { fields, told } = fieldsOf(board, reading);
    const past: Past = { items, told: whole ? told : [] };
    return { order: orderOf(all, board), fields, assumed: [], ...(hasLog ? { past } : {}) };
  },
});
