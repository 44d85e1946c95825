import { toIso } from "../../../lib/dates.ts";
import { type Facts, NO_FACTS } from "../../../model/facts.ts";
import { listAt, textAt, valueAt } from "../json.ts";
import type { DocumentReading } from "../reading.ts";
import { type Board, estimateIn, isTicked } from "./board.ts";

/** What an archived card is resolved as; said the same of the board's CSV. */
const ARCHIVED = "Archived";

/** Whether a card is closed, and in which word, by what is true of it. */
export const closedBy = (is: {
  archived: boolean;
  ticked: boolean;
}): Pick<Facts, "category" | "resolution"> => ({
  category: is.archived || is.ticked ? "done" : null,
  resolution: is.archived ? ARCHIVED : null,
});

/** An id begins with the second of the creation, in eight hexadecimal digits. */
export const bornAt = (id: string): string | null =>
  /^[0-9a-f]{24}$/i.test(id) ? toIso(Number.parseInt(id.slice(0, 8), 16) * 1000) : null;

/** Names of a card's labels: written on the card, or by id. */
const labelsOf = (card: unknown, board: Board): string[] => {
  const written = listAt(card, "labels").map((label) =>
    typeof label === "string" ? (board.labels.get(label) ?? label) : textAt(label, "name"),
  );
  const names =
    written.length > 0 ? written : listAt(card, "idLabels").map((id) => board.labels.get(String(id)) ?? "");
  return names.filter((name) => name !== "");
};

/** How a card stands; its list is its status. */
export const cardFacts = (
  card: unknown,
  options: { board: Board; reading: DocumentReading; arrivedAt: string },
): { facts: Facts; faults: string[] } => {
  const { board, reading, arrivedAt } = options;
  const list = textAt(card, "idList");
  const archived = valueAt(card, "closed") === true || board.lists.get(list)?.closed === true;
  const labels = labelsOf(card, board);
  const estimate = estimateIn(listAt(card, "customFieldItems"), board, reading);
  return {
    facts: {
      ...NO_FACTS,
      title: reading.settings.titles ? textAt(card, "name") || null : null,
      status: board.listName(list, ""),
      ...closedBy({ archived, ticked: isTicked(card) }),
      createdAt: arrivedAt,
      estimate: estimate === "unreadable" ? null : (estimate ?? reading.labelEstimate(labels)),
      labels: reading.labels(labels),
      ...reading.body(textAt(card, "desc"), "markdown"),
    },
    faults: estimate === "unreadable" ? ["the estimate is not a number from 0 up; taken as empty"] : [],
  };
};
