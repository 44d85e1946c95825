import { formatNumber } from "../../charts/numbers.ts";
import type { Report } from "../../report/schema.ts";

/** Meetings are planned in steps of five minutes. */
const STEP = 5;
/** So many keys can be read in a sentence; the worklist has the rest. */
const NAMED = 5;

const NUMBER_WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** @example → "two items (C, F), about 50 minutes at the usual pace, lift ready depth to 2.4 sprints." */
export const agendaSentence = (agenda: NonNullable<Report["agenda"]>): string => {
  const { ids, depth, minutes } = agenda;
  // An empty agenda is good news, and must not read like a missing one.
  if (ids.length === 0)
    return `nothing more is needed, ready depth is ${formatNumber(depth)} sprints already.`;
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
