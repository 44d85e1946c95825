import { quickClock } from "../files/quick-clock.ts";
import { type ClockText, type DateOrder, inOrder, readClockText } from "../files/wall-clock-text.ts";
import { zoneClock } from "../files/zone-clock.ts";

/** How a file's order of day and month was decided; `none`: no date of it leaves that open. */
export type DateDecision = { order: DateOrder; by: "cells" | "team" | "guess" | "none" };

/** A date whose text alone leaves open which number is the day. */
export const OPEN = Symbol("day or month first");

/** Texts that are remembered: exports repeat the minute of a bulk change thousands of times. */
const REMEMBERED = 4096;

/** The dates of one file: read as they come, but those that only the whole file can tell. */
export const fileDates = (settings: { zone: string; dates: DateOrder | null }) => {
  const clock = zoneClock(settings.zone);
  const offsets = new Map<string, ReturnType<typeof zoneClock>>();
  const seen = { day: false, month: false, open: false };
  let remembered = new Map<string, string | null>();

  const textOf = (shown: Readonly<ClockText> | null): string | null => {
    if (shown === null) return null;
    if (shown.offset === null) return clock(shown);
    let other = offsets.get(shown.offset);
    if (other === undefined) {
      other = zoneClock(shown.offset);
      offsets.set(shown.offset, other);
    }
    return other(shown);
  };
  let lastClock = 0;
  let lastAt: string | null = null;

  /** ISO in UTC of a date in one of the commonest forms, from the bytes of a cell; `null`: read its text. */
  const quick = (bytes: Buffer, from: number, to: number): string | null => {
    const shown = quickClock(bytes, from, to);
    if (shown === null) return null;
    const { year, month, day, hour, minute, second } = shown;
    // The dates of one row are often the same minute.
    const at = ((((year * 16 + month) * 128 + day) * 128 + hour) * 128 + minute) * 128 + second;
    if (at !== lastClock) {
      lastClock = at;
      lastAt = clock(shown);
    }
    return lastAt;
  };

  /** ISO in UTC, `null` for a text that is no date, `OPEN` for one that must wait for `settle`. */
  const read = (text: string): string | null | typeof OPEN => {
    const known = remembered.get(text);
    if (known !== undefined) return known;
    const shown = readClockText(text);
    if (shown?.open) {
      if (shown.day > 12) seen.day = true;
      else if (shown.month > 12) seen.month = true;
      else seen.open = true;
      return OPEN;
    }
    const found = textOf(shown);
    if (remembered.size >= REMEMBERED) remembered = new Map();
    remembered.set(text, found);
    return found;
  };

  /** What the file's cells prove, else the team's word, else day first. */
  const decide = (): DateDecision => {
    const { day, month, open } = seen;
    if (day !== month) return { order: day ? "day-first" : "month-first", by: "cells" };
    const order = settings.dates ?? "day-first";
    if (!day && !open) return { order, by: "none" };
    return { order, by: settings.dates === null ? "guess" : "team" };
  };

  /** The same once the order is decided. */
  const settle = (text: string, order: DateOrder): string | null => {
    const shown = readClockText(text);
    return textOf(shown === null ? null : inOrder(shown, order));
  };
  return { quick, read, decide, settle };
};

export type FileDates = ReturnType<typeof fileDates>;
