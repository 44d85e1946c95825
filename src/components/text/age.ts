const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Up to here hours say more than days. */
const HOURS_UNTIL = 2 * DAY;

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/**
 * The age of data in whole units, or null when it is not known or the reader's clock is behind.
 * @example ageWords(0, 5 * 3_600_000) → "5 hours"
 */
export const ageWords = (at: number, now: number): string | null => {
  const age = now - at;
  if (!Number.isFinite(age) || age < 0) return null;
  if (age < HOUR) return counted(Math.floor(age / MINUTE), "minute");
  if (age < HOURS_UNTIL) return counted(Math.floor(age / HOUR), "hour");
  return counted(Math.floor(age / DAY), "day");
};
