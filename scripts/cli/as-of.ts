import { addDays, SECOND, startOfDay } from "../../src/lib/dates.ts";

/** When to measure: an instant, or a calendar day, which ends when it ends where the team is. */
export type AsOf = { instant: number } | { day: string };

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** Reads what a person types; `null` for what is neither, such as the 30th of February. */
export const parseAsOf = (text: string): AsOf | null => {
  if (!DAY.test(text) && !INSTANT.test(text)) return null;
  try {
    if (DAY.test(text)) return { day: Temporal.PlainDate.from(text, { overflow: "reject" }).toString() };
    return { instant: Temporal.Instant.from(text).epochMilliseconds };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

/** The instant itself, or the last second of the day in a team's zone. */
export const asOfIn = (asOf: AsOf, zone: string): number =>
  "instant" in asOf ? asOf.instant : startOfDay(addDays(asOf.day, 1), zone) - SECOND;
