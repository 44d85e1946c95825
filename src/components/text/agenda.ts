import type { Report } from "../../report/schema.ts";
import { formatNumber } from "./numbers.ts";

/** Meetings are planned in steps of five minutes. */
const STEP = 5;
/** So many keys can be read in a sentence; the worklist has the rest. */
const NAMED = 5;

const NUMBER_WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** @example → "two items (C, F), about 50 minutes at the usual pace, lift ready depth to 2.4 sprints." */
export const agendaSentence = (agenda: NonNullable<Report["agenda"]>): string => {
  const { ids, depth, minutes } = agenda;
  const count = ids.length;
  const named = ids.slice(0, NAMED).join(", ");
  const items = `${NUMBER_WORDS[count] ?? formatNumber(count)} item${count === 1 ? "" : "s"}`;
  const keys = count > NAMED ? `${named} and ${formatNumber(count - NAMED)} more` : named;
  const time =
    minutes === null
      ? ""
      : `, about ${formatNumber(Math.max(STEP, Math.round(minutes / STEP) * STEP))} minutes at the usual pace,`;
  return `${items} (${keys})${time} ${count === 1 ? "lifts" : "lift"} ready depth to ${formatNumber(depth)} sprints.`;
};
