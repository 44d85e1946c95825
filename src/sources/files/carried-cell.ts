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
