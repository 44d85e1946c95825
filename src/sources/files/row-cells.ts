import { isBlank, slice, textMemory } from "./cell-text.ts";

const NOTHING = Buffer.alloc(0);

/**
 * The wanted cells of the record that is being read, by slot, as bytes without outer blanks. A text is made of one only
 * when it is asked for: dates are read from the bytes, and many a cell is not looked at at all.
 */
export type RowCells = {
  filled: (slot: number) => boolean;
  /** Empty where the cell is. */
  text: (slot: number) => string;
  /** What `of` reads from the bytes of a filled cell. */
  read: <Value>(slot: number, of: (bytes: Buffer, from: number, to: number) => Value) => Value;
  /** Takes a cell in; of one with doubled quotes `doubled` is told next. No object for the place: there are millions. */
  put: (slot: number, bytes: Buffer, from: number, to: number) => void;
  doubled: (slot: number) => void;
  /** Copies the cells that stand in these bytes, which are about to be overwritten. */
  save: (bytes: Buffer) => void;
  clear: () => void;
};

/** @param repeats by slot: few different texts */
export const rowCells = (repeats: readonly boolean[]): RowCells => {
  const count = repeats.length;
  const repeated = Uint8Array.from(repeats, Number);
  const sources: Buffer[] = new Array(count).fill(NOTHING);
  const starts = new Int32Array(count);
  /** 0 for an empty cell. */
  const ends = new Int32Array(count);
  const doubles = new Uint8Array(count);
  const remembered = textMemory();

  const place = (slot: number, bytes: Buffer, from: number, to: number): void => {
    sources[slot] = bytes;
    starts[slot] = from;
    ends[slot] = to;
  };

  /** Outer blanks beyond ASCII are found in the text alone. */
  const placeTrimmed = (slot: number, bytes: Buffer, from: number, to: number): void => {
    const whole = slice(bytes, from, to);
    const text = whole.trim();
    if (text.length === whole.length) place(slot, bytes, from, to);
    else if (text !== "") place(slot, Buffer.from(text), 0, Buffer.byteLength(text));
  };

  return {
    filled: (slot) => ends[slot] !== 0,
    text: (slot) => {
      const to = ends[slot]!;
      if (to === 0) return "";
      const bytes = sources[slot]!;
      const from = starts[slot]!;
      if (doubles[slot] === 1) return slice(bytes, from, to).replaceAll('""', '"');
      return repeated[slot] === 1 ? remembered(bytes, from, to) : slice(bytes, from, to);
    },
    read: (slot, of) => of(sources[slot]!, starts[slot]!, ends[slot]!),
    put: (slot, bytes, from, to) => {
      let start = from;
      let end = to;
      while (start < end && isBlank(bytes[start]!)) start += 1;
      while (start < end && isBlank(bytes[end - 1]!)) end -= 1;
      if (start === end) return;
      doubles[slot] = 0;
      if (bytes[start]! >= 0x80 || bytes[end - 1]! >= 0x80) placeTrimmed(slot, bytes, start, end);
      else place(slot, bytes, start, end);
    },
    doubled: (slot) => {
      doubles[slot] = 1;
    },
    save: (bytes) => {
      for (let slot = 0; slot < count; slot += 1) {
        if (ends[slot] === 0 || sources[slot] !== bytes) continue;
        const copy = Buffer.from(bytes.subarray(starts[slot], ends[slot]));
        place(slot, copy, 0, copy.length);
      }
    },
    clear: () => {
      for (let slot = 0; slot < count; slot += 1) ends[slot] = 0;
    },
  };
};
