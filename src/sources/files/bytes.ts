/**
 * The bytes of a file, a piece at a time, as often as asked: an export may be longer than a string can be, and years of
 * them longer than memory. A piece is only good until the next one is asked for.
 */
export type ByteSource = { size: number; chunks: () => Iterable<Buffer> };

/** Bytes of one piece. */
export const CHUNK = 1 << 20;

const inMemory = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  chunks: function* () {
    for (let from = 0; from < bytes.length; from += CHUNK) {
      const length = Math.min(CHUNK, bytes.length - from);
      yield Buffer.from(bytes.buffer, bytes.byteOffset + from, length);
    }
  },
});

/** Bytes in memory as a source like any other. */
export const sourceOf = (bytes: Uint8Array | ByteSource): ByteSource =>
  bytes instanceof Uint8Array ? inMemory(bytes) : bytes;
