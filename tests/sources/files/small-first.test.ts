import { expect, test } from "vitest";
import { smallFirst } from "../../../src/sources/files/small-first.ts";

const piecesOf = (lengths: readonly number[]): { whole: Buffer; pieces: Buffer[] } => {
  const chunks = lengths.map((length, index) =>
    Buffer.from(Uint8Array.from({ length }, (_, at) => at * 7 + index)),
  );
  return { whole: Buffer.concat(chunks), pieces: [...smallFirst(chunks)] };
};

test("the bytes stay the same, whatever their number", () => {
  for (const lengths of [[], [0], [1], [1024], [1025], [5000, 3, 900_000], [300_000, 300_000]]) {
    const { whole, pieces } = piecesOf(lengths);
    expect(Buffer.concat(pieces).equals(whole), lengths.join()).toBe(true);
  }
});

test("a beginning comes in small pieces and the rest as it was", () => {
  const { pieces } = piecesOf([1_000_000, 200_000]);
  expect(pieces.slice(0, 256).every(({ length }) => length === 1024)).toBe(true);
  expect(pieces.slice(256).map(({ length }) => length)).toEqual([1_000_000 - 256 * 1024, 200_000]);
});
