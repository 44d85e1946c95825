import { defineCsvFormat } from "../csv/define-csv-format.ts";
import { hashOf } from "../csv/hash.ts";
import { isYes } from "../csv/values.ts";

/** A card's list is its status, and the rows stand as the cards do. Only the larger of its two exports has ids. */
export const trello = defineCsvFormat({
  id: "trello",
  title: "Trello board as CSV",
  example: "Card ID, Card Name, Card URL, Card Description, Labels, List Name, Board Name, Archived",
  columns: {
    key: ["Card ID"],
    title: ["Card Name"],
    status: ["List Name"],
    created: ["Card Created Date"],
    updated: ["Last Activity Date"],
    labels: ["Labels"],
    description: ["Card Description", "Description"],
    estimate: ["Story Points", "Estimate", "Points"],
    archived: ["Archived"],
  },
  needs: ["title", "status"],
  keys: {
    form: /^[0-9a-z-]{8,}$/i,
    name: "card's ID",
    like: "5f0c1b2a3d4e5f6a7b8c9d0e",
    // Without an id a card is known by its name and birth; neither may be told, so it is a number made of both.
    of: (row) =>
      row.first("key") ||
      (row.first("title") === "" ? "" : `card-${hashOf(`${row.first("title")}\n${row.first("created")}`)}`),
  },
  order: "rows",
  markup: "markdown",
  // `Ready - green` or `Ready (green)`: the colour is no part of the label.
  labelOf: (text) =>
    text.replace(/ - [a-z]+(?:[ _](?:dark|light))?$|\s*\([a-z]+(?:[ _](?:dark|light))?\)$/, ""),
  derive: (row, facts) => {
    if (!isYes(row.first("archived"))) return;
    facts.category = "done";
    facts.resolution = "Archived";
  },
  derived: { category: ["archived"], resolution: ["archived"] },
});
