import { carriedCell } from "./carried-cell.ts";
import { hasInk, slice } from "./cell-text.ts";
import type { ScannedRow, ScanPlan } from "./scan-plan.ts";

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/** Where the scanner stands between two bytes. */
const START = 0;
const PLAIN = 1;
const QUOTED = 2;
/** Behind a quote inside a quoted cell: the cell's end, or the first of a doubled one. */
const CLOSING = 3;
/** Blanks behind such a quote. */
const CLOSED = 4;

/** The next line end, or where there is none in these bytes. */
const lineEnd = (bytes: Buffer, from: number): number => {
  const at = bytes.indexOf(LF, from);
  return at < 0 ? bytes.length : at;
};

const NOTHING = Buffer.alloc(0);

/**
 * Finds records and cells in the bytes of a delimited file, piece by piece, and decodes only the cells that are wanted,
 * so that neither the number of columns nor the size of the others costs memory. The same cells as Papa Parse finds
 * (a test holds it), but that LF and CRLF both end a record, and that a wanted cell is without its outer blanks.
 * `onRow` returns false to stop.
 */
export const rowScanner = (plan: ScanPlan, onRow: (row: ScannedRow) => boolean) => {
  const delimiter = plan.delimiter.charCodeAt(0);
  const into = plan.wanted?.into ?? null;
  const all = into === null;
  const unquoted = plan.unquoted === true;
  const width = plan.wanted?.width ?? 0;
  const slots = Int16Array.from(plan.wanted?.slots ?? []);
  const stops = new Uint8Array(256);
  for (const byte of [delimiter, LF, ...(plan.carriage ? [CR] : [])]) stops[byte] = 1;
  const carried = carriedCell();
  const row: ScannedRow = {
    line: 1,
    cells: 0,
    blank: true,
    wide: false,
    stray: false,
    ended: true,
    texts: [],
  };
  let state = START;
  let column = 0;
  let line = 1;
  let doubled = false;
  let carrying = false;
  /** Of the cell that is being closed: where its text ends, counted from its start. */
  let closeAt = 0;
  let stopped = false;

  const slotOf = (): number => (all ? 0 : column < width ? slots[column]! : -1);

  /** Notes whether a cell, or a part of it, holds anything. */
  const look = (bytes: Buffer, from: number, to: number): void => {
    if (!row.blank && (column < width || row.wide)) return;
    if (!hasInk(bytes, from, to)) return;
    row.blank = false;
    if (column >= width) row.wide = true;
  };

  const keep = (bytes: Buffer, from: number, to: number): void => {
    if (into === null) {
      const text = slice(bytes, from, to);
      row.texts[column] = doubled ? text.replaceAll('""', '"') : text;
      return;
    }
    look(bytes, from, to);
    const slot = slotOf();
    if (slot < 0 || to <= from) return;
    into.put(slot, bytes, from, to);
    if (doubled) into.doubled(slot);
  };

  /** A cell is whole: `to` is where its text ends in these bytes, or would, had it begun in them. */
  const take = (bytes: Buffer, from: number, to: number): void => {
    if (!carrying) {
      keep(bytes, from, to);
      return;
    }
    carrying = false;
    const length = carried.length() + to - from;
    if (slotOf() < 0) {
      if (to > from) look(bytes, from, to);
      carried.take(0);
      return;
    }
    if (to > from) carried.add(bytes, from, to);
    const whole = carried.take(length);
    // The piece may have ended between the CR and the LF of a line end.
    const cr = state === PLAIN && !plan.carriage && whole.at(-1) === CR && bytes[to] === LF;
    keep(whole, 0, whole.length - (cr ? 1 : 0));
  };

  const finishRow = (ended: boolean): void => {
    row.cells = column + 1;
    row.ended = ended;
    if (into === null) {
      row.texts.length = row.cells;
      row.blank = row.texts.every((text) => text.trim() === "");
    }
    if (!onRow(row)) stopped = true;
    row.line = line;
    row.blank = true;
    row.wide = false;
    row.stray = false;
    if (into === null) row.texts = [];
    else into.clear();
    column = 0;
  };

  const push = (bytes: Buffer): boolean => {
    const length = bytes.length;
    // Of 100,000 rows of 58 columns each cell passes here: what is looked at for each of them is kept close.
    let at = state;
    let here = column;
    let i = 0;
    let from = 0;
    let nextLf = -1;
    while (i < length) {
      if (at === START) {
        const byte = bytes[i]!;
        if (byte === delimiter && !all) {
          here += 1;
          i += 1;
          continue;
        }
        doubled = false;
        if (byte === QUOTE && !unquoted) {
          at = QUOTED;
          i += 1;
        } else at = PLAIN;
        from = i;
      }
      if (at === PLAIN) {
        while (i < length && stops[bytes[i]!] === 0) i += 1;
        if (i === length) break;
        const byte = bytes[i]!;
        at = START;
        if (byte === delimiter) {
          if (carrying || row.blank || all || here >= width || slots[here] !== -1) {
            column = here;
            take(bytes, from, i);
          }
          here += 1;
          i += 1;
          continue;
        }
        const crlf = byte === LF && i > from && bytes[i - 1] === CR;
        column = here;
        state = PLAIN;
        take(bytes, from, crlf ? i - 1 : i);
      } else if (at === QUOTED) {
        const quote = bytes.indexOf(QUOTE, i);
        const stop = quote < 0 ? length : quote;
        if (nextLf < i) nextLf = lineEnd(bytes, i);
        for (; nextLf < stop; nextLf = lineEnd(bytes, nextLf + 1)) line += 1;
        i = stop;
        if (i === length) break;
        closeAt = (carrying ? carried.length() : 0) + i - from;
        at = CLOSING;
        i += 1;
        continue;
      } else {
        const byte = bytes[i]!;
        if (stops[byte] === 0) {
          if (byte === QUOTE && at === CLOSING) {
            doubled = true;
            at = QUOTED;
            i += 1;
          } else if (byte === 0x20 || byte === 0x09 || byte === CR) {
            at = CLOSED;
            i += 1;
          } else {
            row.stray = true;
            at = QUOTED;
          }
          continue;
        }
        column = here;
        state = at;
        take(bytes, from, from + closeAt - (carrying ? carried.length() : 0));
        at = START;
        if (byte === delimiter) {
          here += 1;
          i += 1;
          continue;
        }
      }
      // A record ends here.
      line += 1;
      i += 1;
      at = START;
      finishRow(true);
      here = 0;
      if (stopped) break;
    }
    state = at;
    column = here;
    if (stopped) return false;
    if (state !== START) hold(bytes, from, length);
    into?.save(bytes);
    return true;
  };

  const hold = (bytes: Buffer, from: number, to: number): void => {
    carrying = true;
    if (slotOf() >= 0) carried.add(bytes, from, to);
    else {
      carried.pass(to - from);
      look(bytes, from, to);
    }
  };

  /** The file ends. Returns the line of a record that ends inside a quoted cell, `null` where none does. */
  const end = (): number | null => {
    if (stopped || (state === START && column === 0)) return null;
    if (state === QUOTED) return row.line;
    const length = carrying ? carried.length() : 0;
    if (state === PLAIN) take(NOTHING, 0, 0);
    else if (state !== START) take(NOTHING, 0, closeAt - length);
    else if (all) row.texts[column] = "";
    finishRow(false);
    return null;
  };
  return { push, end };
};
