import fc from "fast-check";
import { expect, test } from "vitest";
import { rowCells } from "../../../src/sources/files/row-cells.ts";

const cell = fc.string({
  unit: fc.constantFrom("a", "b", "ł", "🛳", " ", "\t", "\n", "\u00a0", "\u2028", "\ufeff"),
  maxLength: 8,
});

test("a cell says what it says without its outer blanks, and is filled when anything is left", () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 2, maxLength: 2 }), fc.boolean(), (texts, repeated) => {
      const cells = rowCells([repeated, repeated]);
      for (const [slot, text] of texts.entries()) {
        const bytes = Buffer.from(`x${text}x`);
        cells.put(slot, bytes, 1, bytes.length - 1);
      }
      for (const [slot, text] of texts.entries()) {
        expect(cells.text(slot)).toBe(text.trim());
        expect(cells.filled(slot)).toBe(text.trim() !== "");
      }
    }),
    { numRuns: 2000, seed: 21 },
  );
});

test("texts that come again are told right, however many and alike they are", () => {
  const cells = rowCells([true]);
  for (let round = 0; round < 2; round += 1) {
    for (let number = 0; number < 5000; number += 1) {
      const text = number % 7 === 0 ? `é${number}` : `Sprint ${number}`;
      const bytes = Buffer.from(text);
      cells.put(0, bytes, 0, bytes.length);
      expect(cells.text(0)).toBe(text);
    }
  }
});

test("doubled quotes are one, and the next cell of the slot is taken as it stands", () => {
  const cells = rowCells([false]);
  const bytes = Buffer.from(' say ""hi"" ');
  cells.put(0, bytes, 0, bytes.length);
  cells.doubled(0);
  expect(cells.text(0)).toBe('say "hi"');
  cells.clear();
  expect([cells.filled(0), cells.text(0)]).toEqual([false, ""]);
  cells.put(0, bytes, 0, bytes.length);
  expect(cells.text(0)).toBe('say ""hi""');
});

test("saved cells outlive their bytes, with their doubled quotes", () => {
  const cells = rowCells([false, true, false]);
  const bytes = Buffer.from('one,"" two,');
  cells.put(0, bytes, 0, 3);
  cells.put(1, bytes, 4, 10);
  cells.doubled(1);
  cells.save(bytes);
  bytes.fill("z");
  expect([0, 1, 2].map((slot) => cells.text(slot))).toEqual(["one", '" two', ""]);
  expect(cells.read(0, (from, start, end) => from.toString("utf8", start, end))).toBe("one");
});
