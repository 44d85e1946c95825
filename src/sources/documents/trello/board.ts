import { fold } from "../../../lib/text.ts";
import { isYes } from "../../csv/values.ts";
import { type Json, listAt, objectOf, textAt, valueAt } from "../json.ts";
import type { DocumentReading } from "../reading.ts";

type List = { name: string; closed: boolean; place: number };

/** The custom field that holds estimates, and its options where it is a drop-down. */
type EstimateField = { ids: readonly string[]; options: ReadonlyMap<string, string> };

/** What cards and actions of a board refer to by id. */
export type Board = {
  lists: ReadonlyMap<string, List>;
  labels: ReadonlyMap<string, string>;
  /** Names of lists that the log tells of and the board no longer has. */
  listName: (id: string, told: string) => string | null;
  estimate: EstimateField;
};

/** What a custom field for estimates is called where the team does not say. */
const ESTIMATE_FIELDS = ["story points", "estimate", "points"];

/** A number for a position; what has none stands last. */
export const placeOf = (value: unknown): number =>
  typeof value === "number" && Number.isFinite(value) ? value : Number.POSITIVE_INFINITY;

const estimateField = (board: Json, reading: DocumentReading): EstimateField => {
  const { estimateField: own, estimateLabels } = reading.settings;
  const wanted = own === null ? ESTIMATE_FIELDS : [fold(own)];
  const fields = listAt(board, "customFields").filter((field) =>
    wanted.includes(fold(textAt(field, "name"))),
  );
  const byName = (field: unknown): number => wanted.indexOf(fold(textAt(field, "name")));
  fields.sort((a, b) => byName(a) - byName(b));
  return {
    ids: estimateLabels === null ? fields.map((field) => textAt(field, "id")).filter((id) => id !== "") : [],
    options: new Map(
      fields
        .flatMap((field) => listAt(field, "options"))
        .map((option) => [textAt(option, "id"), textAt(option, "value", "text")]),
    ),
  };
};

/** What a board calls its lists, labels and fields. */
export const boardOf = (document: unknown, reading: DocumentReading): Board => {
  const board = objectOf(document);
  const lists = new Map(
    listAt(board, "lists").map((list): [string, List] => [
      textAt(list, "id"),
      {
        name: textAt(list, "name"),
        closed: valueAt(list, "closed") === true,
        place: placeOf(valueAt(list, "pos")),
      },
    ]),
  );
  return {
    lists,
    labels: new Map(
      listAt(board, "labels").map((label) => [textAt(label, "id"), textAt(label, "name")] as const),
    ),
    // A list renamed since is the same list.
    listName: (id, told) => (lists.get(id)?.name ?? told) || null,
    estimate: estimateField(board, reading),
  };
};

/** The value of a custom field, as a card or an action gives it. */
const fieldText = (item: unknown, { options }: EstimateField): string =>
  textAt(item, "value", "number") ||
  textAt(item, "value", "text") ||
  (options.get(textAt(item, "idValue")) ?? "");

/** An estimate in a custom field: `null` for none, and for what is no number. */
export const estimateIn = (
  items: readonly unknown[],
  board: Board,
  reading: DocumentReading,
): number | null | "unreadable" => {
  let found: number | null | "unreadable" = null;
  for (const id of board.estimate.ids) {
    const item = items.find((one) => textAt(one, "idCustomField") === id);
    const value = item === undefined ? null : reading.estimate(fieldText(item, board.estimate));
    if (typeof value === "number") return value;
    found ??= value;
  }
  return found;
};

/** Cards that are no work: templates for others, and lines that part a list. */
export const isNoWork = (card: unknown): boolean =>
  valueAt(card, "isTemplate") === true || /^(?:separator|board|link|mirror)$/.test(textAt(card, "cardRole"));

/** Trello's own word for finished: the tick at a card, which once was that of its due date. */
export const isTicked = (card: unknown): boolean => isYes(String(valueAt(card, "dueComplete") ?? ""));
