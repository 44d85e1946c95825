import { formatCount, formatNumber } from "../../../charts/numbers.ts";
import { lackWords, sizeWords } from "../../text/words.ts";
import type { OutcomeItem } from "../outcome.ts";
import type { Plan } from "../plan.ts";
import { el, type Tree } from "../tree.ts";
import type { Scene } from "./words.ts";

/** So many items are named; the rest is counted. */
const NAMED = 12;
/** Meetings are planned in steps of five minutes. */
const STEP = 5;

/** Shorter than in a sentence: the key of the blocks says what ≈ means. */
const sizeIn = ({ size, imputed }: OutcomeItem, unit: Plan["unit"]): string =>
  `${imputed && size !== null ? "≈ " : ""}${sizeWords(size, unit, false)}`;

const entry = (item: OutcomeItem, { unit }: Plan): Tree =>
  el(
    "li",
    {},
    el("bdi", { class: "key" }, item.id),
    el("span", { class: "soft" }, ` – ${sizeIn(item, unit)}: `),
    el("span", { class: "lacks" }, lackWords(item.failed)),
  );

/** What to refine so that the setting's band is reached. */
export const agendaView = ({ plan, setting, now }: Scene): Tree[] => {
  const lower = formatNumber(setting.band[0]);
  if (now.depth === null) return [el("p", {}, "Not known as long as ready depth is not.")];
  if (now.agenda === null)
    return [
      el(
        "p",
        {},
        `All that is not ready in the next sprints would not lift ready depth to ${lower} sprints.`,
      ),
    ];
  const { items, depth, minutes } = now.agenda;
  if (items.length === 0)
    return [el("p", {}, `Nothing: ${lower} ${lower === "1" ? "sprint is" : "sprints are"} ready already.`)];
  const time =
    minutes === null
      ? ""
      : `, about ${formatNumber(Math.max(STEP, Math.round(minutes / STEP) * STEP))} minutes at the usual pace,`;
  return [
    el(
      "p",
      {},
      `${formatCount(items.length, "item")}${time} ${items.length === 1 ? "lifts" : "lift"} ready depth to ${formatNumber(depth)} sprints.`,
    ),
    el(
      "ol",
      { class: "facts" },
      ...items.slice(0, NAMED).map((item) => entry(item, plan)),
      items.length > NAMED && el("li", { class: "soft" }, `and ${formatNumber(items.length - NAMED)} more`),
    ),
  ];
};
