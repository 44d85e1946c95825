/** Longer texts than this are seldom written twice alike. */
const SHORT = 48;
const REMEMBERED = 1024;

const isBlank = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);

/** What `toString` does once it has found out what it was asked; half of the time of a short cell goes into that. */
type Sliceable = Buffer & { utf8Slice: (from: number, to: number) => string };
const slice = (bytes: Buffer, from: number, to: number): string => (bytes as Sliceable).utf8Slice(from, to);

/** Whether some bytes hold anything but blanks, as `trim` knows them. */
export const hasInk = (bytes: Buffer, from: number, to: number): boolean => {
  for (let i = from; i < to; i += 1) {
    const byte = bytes[i]!;
    if (byte >= 0x80) return slice(bytes, i, to).trim() !== "";
    if (!isBlank(byte)) return true;
  }
  return false;
};

/** What a cell of the bytes says: doubled quotes are one. */
export const textOf = (
  bytes: Buffer,
  place: { from: number; to: number; doubled: boolean; trim: boolean },
): string => {
  let { from, to } = place;
  if (place.trim) {
    while (from < to && isBlank(bytes[from]!)) from += 1;
    while (from < to && isBlank(bytes[to - 1]!)) to -= 1;
    if (from === to) return "";
  }
  const edges = bytes[from]! >= 0x80 || bytes[to - 1]! >= 0x80;
  const text = slice(bytes, from, to);
  const single = place.doubled ? text.replaceAll('""', '"') : text;
  return edges && place.trim ? single.trim() : single;
};

/**
 * Texts of columns that often say the same again (statuses, sprints, the day's dates): each is decoded once and shared,
 * which costs less than decoding it again and keeps one copy in memory. A fixed number of places, so that a column of
 * many different texts does no harm.
 */
export const textMemory = (): ((bytes: Buffer, from: number, to: number) => string) => {
  const texts: string[] = new Array(REMEMBERED).fill("");
  const lengths = new Uint8Array(REMEMBERED);
  const store = new Uint8Array(REMEMBERED * SHORT);
  return (bytes, from, to) => {
    const length = to - from;
    if (length > SHORT) return textOf(bytes, { from, to, doubled: false, trim: true });
    let hash = length;
    for (let i = from; i < to; i += 1) hash = (Math.imul(hash, 31) + bytes[i]!) | 0;
    const place = (hash ^ (hash >>> 12)) & (REMEMBERED - 1);
    const start = place * SHORT;
    if (lengths[place] === length) {
      let i = 0;
      while (i < length && store[start + i] === bytes[from + i]) i += 1;
      if (i === length) return texts[place]!;
    }
    const text = textOf(bytes, { from, to, doubled: false, trim: true });
    texts[place] = text;
    lengths[place] = length;
    for (let i = 0; i < length; i += 1) store[start + i] = bytes[from + i]!;
    return text;
  };
};

/** Bytes of a cell that are kept where it spans pieces. What stands behind them in a single cell is not looked at. */
const CELL_CAP = 4 << 20;

/** A cell that began in an earlier piece of the file. */
export const carriedCell = () => {
  let parts: Buffer[] = [];
  let kept = 0;
  let whole = 0;
  return {
    /** Its length so far, kept or not. */
    length: (): number => whole,
    add: (bytes: Buffer, from: number, to: number): void => {
      whole += to - from;
      const room = Math.min(to - from, CELL_CAP - kept);
      if (room <= 0) return;
      parts.push(Buffer.from(bytes.subarray(from, from + room)));
      kept += room;
    },
    /** Bytes that nobody will read count for its length alone. */
    pass: (length: number): void => {
      whole += length;
    },
    /** Its bytes up to a length, and the carrier is empty again. */
    take: (length: number): Buffer => {
      const bytes = Buffer.concat(parts);
      parts = [];
      kept = 0;
      whole = 0;
      return bytes.subarray(0, Math.min(length, bytes.length));
    },
  };
};
