import { formatCount, formatNumber } from "../../../charts/numbers.ts";
import { shortLabels } from "../../../charts/trend-shape.ts";
import { formatPlanningDay } from "../../text/dates.ts";
import { shareClasses } from "../../text/share-classes.ts";
import { lackWords, shortcoming, sizeWords } from "../../text/words.ts";
import type { OutcomeItem, OutcomeShelf } from "../outcome.ts";
import type { Plan } from "../plan.ts";
import { el, type Tree } from "../tree.ts";
import type { Scene } from "./words.ts";

/** A single huge item must not squeeze every other shelf to nothing. */
const WIDEST = 1.5;
/** More blocks than this say nothing but their colour. */
const CROWDED = 24;

const line = (kind: string, ...words: string[]): Tree =>
  el(
    "span",
    { class: kind, "aria-hidden": "true" },
    el("i", {}),
    ...words.map((word) => el("span", {}, word)),
  );

const block = (item: OutcomeItem, options: { plan: Plan; room: number; isBare: boolean }): Tree => {
  const { plan, room, isBare } = options;
  const { id, size, imputed, ready, failed } = item;
  const state = ready ? "ready" : `not ready: ${lackWords(failed)}`;
  const said = `${id}, ${sizeWords(size, plan.unit, imputed)}, ${state}`;
  return el(
    "li",
    { class: shareClasses(size ?? 0, room) },
    el(
      "span",
      { class: ready ? "block" : "block unready" },
      el("span", { class: "unseen" }, el("bdi", {}, said)),
      !isBare && line("fit", size === null ? "?" : `${imputed ? "≈" : ""}${formatNumber(size)}`),
      !isBare && !ready && line("fit words", ...failed.map(shortcoming)),
    ),
  );
};

const shelfView = (
  shelf: OutcomeShelf,
  options: { plan: Plan; room: number; name: string; isBare: boolean },
): Tree => {
  const { plan, room, name, isBare } = options;
  const { items, ready, unready, start } = shelf;
  const total = ready + unready;
  const free = Math.max(0, room - total);
  return el(
    "li",
    { class: "shelf" },
    el(
      "div",
      {},
      el("h3", {}, el("bdi", {}, name)),
      start !== null &&
        el(
          "p",
          { class: "small soft" },
          `starts ${formatPlanningDay(new Date(start).toISOString(), plan.zone)}`,
        ),
    ),
    items.length > 0 &&
      el("p", { class: "total" }, el("b", {}, `${formatNumber(ready)} of ${formatNumber(total)}`), " ready"),
    items.length === 0
      ? el("p", { class: "blocks soft" }, "Nothing in the order reaches this sprint.")
      : el(
          "ol",
          { class: isBare ? "blocks crowded" : "blocks", "aria-label": `Blocks of ${name}` },
          ...items.map((item) => block(item, { plan, room, isBare })),
          free > 0 && el("li", { class: `free ${shareClasses(free, room)}`, "aria-hidden": "true" }),
        ),
  );
};

/** The next three sprints, filled with the velocity of the setting. */
export const shelvesView = ({ plan, now }: Scene): Tree[] => {
  const { shelves, velocity } = now;
  if (shelves === null || velocity === null)
    return [
      el(
        "p",
        {},
        "Not known: the data shows no order of the backlog, or no velocity to fill the sprints with.",
      ),
    ];
  const names = shelves.map(({ name }, index) => name ?? `In ${formatCount(index + 1, "sprint")}`);
  const short = shortLabels(names);
  const isBare = shelves.some(({ items }) => items.length > CROWDED);
  const fullest = Math.max(...shelves.map(({ ready, unready }) => ready + unready));
  const room = Math.min(Math.max(velocity, fullest), velocity * WIDEST);
  return [
    el(
      "ol",
      {},
      ...shelves.map((shelf, index) => shelfView(shelf, { plan, room, name: short[index] ?? "", isBare })),
    ),
  ];
};
