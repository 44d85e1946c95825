/** Hours, minutes and, where given, seconds: `1:30`, `00:45:00`; more than a day is allowed. */
const CLOCK = /^(\d{1,5}):([0-5]\d)(?::([0-5]\d))?$/;
const DECIMAL = /^\d{1,5}(?:[.,]\d+)?$/;

/**
 * Minutes of a length as time trackers write it, as a clock (`00:45:00` is 45) or in decimal hours (`1.5` and `1,5` are 90).
 * `null` where it is neither, or nothing.
 */
export const minutesOf = (text: string): number | null => {
  const cell = text.trim();
  const clock = CLOCK.exec(cell);
  const minutes = clock
    ? Number(clock[1]) * 60 + Number(clock[2]) + Number(clock[3] ?? 0) / 60
    : DECIMAL.test(cell)
      ? Number(cell.replace(",", ".")) * 60
      : 0;
  return minutes > 0 ? minutes : null;
};
