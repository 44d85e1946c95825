/** Pieces of the beginning, and how many of them: enough for a piece to have ended in every kind of place. */
const SMALL = 1 << 10;
const SMALL_PIECES = 256;

/**
 * The same bytes with the first of them in small pieces. A loop over bytes is compiled while the first piece runs, and
 * thrown away when the piece ends in a way that had not come up yet: on a long file that took a tenth of the whole time.
 */
export const smallFirst = function* (chunks: Iterable<Buffer>): Generator<Buffer> {
  let left = SMALL_PIECES;
  for (const chunk of chunks) {
    let from = 0;
    for (; left > 0 && from + SMALL < chunk.length; left -= 1) {
      yield chunk.subarray(from, from + SMALL);
      from += SMALL;
    }
    yield from === 0 ? chunk : chunk.subarray(from);
  }
};
