/** Longer texts than this are seldom written twice alike. */
const SHORT = 48;
const REMEMBERED = 1024;

/** Of the first 128 characters, those that `trim` takes away. */
export const isBlank = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);

/** What `toString` does once it has found out what it was asked; half of the time of a short cell goes into that. */
type Sliceable = Buffer & { utf8Slice: (from: number, to: number) => string };

/** Some bytes as text. */
export const slice = (bytes: Buffer, from: number, to: number): string =>
  (bytes as Sliceable).utf8Slice(from, to);

/** Whether some bytes hold anything but blanks, as `trim` knows them. */
export const hasInk = (bytes: Buffer, from: number, to: number): boolean => {
  for (let i = from; i < to; i += 1) {
    const byte = bytes[i]!;
    if (byte >= 0x80) return slice(bytes, i, to).trim() !== "";
    if (!isBlank(byte)) return true;
  }
  return false;
};

/**
 * Texts of columns that often say the same again (statuses, sprints, labels): each is decoded once and shared, which
 * costs less than decoding it again and keeps one copy in memory. A fixed number of places, so that a column of many
 * different texts does no harm.
 */
export const textMemory = (): ((bytes: Buffer, from: number, to: number) => string) => {
  const texts: string[] = new Array(REMEMBERED).fill("");
  const lengths = new Uint8Array(REMEMBERED);
  const store = new Uint8Array(REMEMBERED * SHORT);
  return (bytes, from, to) => {
    const length = to - from;
    if (length > SHORT || length < 1) return slice(bytes, from, to);
    // Such texts differ at their ends, where their numbers are.
    const tail = Math.max(to - 3, from);
    let hash = length * 31 + bytes[from]!;
    for (let i = tail; i < to; i += 1) hash = Math.imul(hash, 31) + bytes[i]!;
    const place = (hash ^ (hash >>> 10)) & (REMEMBERED - 1);
    const start = place * SHORT;
    if (lengths[place] === length) {
      let i = 0;
      while (i < length && store[start + i] === bytes[from + i]) i += 1;
      if (i === length) return texts[place]!;
    }
    const text = slice(bytes, from, to);
    texts[place] = text;
    lengths[place] = length;
    for (let i = 0; i < length; i += 1) store[start + i] = bytes[from + i]!;
    return text;
  };
};
