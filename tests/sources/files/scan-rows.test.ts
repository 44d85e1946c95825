import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { rowCells } from "../../../src/sources/files/row-cells.ts";
import type { ScannedRow } from "../../../src/sources/files/scan-plan.ts";
import { rowScanner } from "../../../src/sources/files/scan-rows.ts";

type Options = { pieces?: readonly number[]; newline?: string; unquoted?: boolean };

/** Every record with all of its cells, the bytes handed over in pieces of the given lengths. */
const scan = (text: string, { pieces = [], newline = "\n", unquoted = false }: Options = {}) => {
  const bytes = Buffer.from(text);
  const rows: Pick<ScannedRow, "line" | "texts" | "ended">[] = [];
  const scanner = rowScanner(
    { delimiter: ",", carriage: newline === "\r", wanted: null, unquoted },
    ({ line, texts, ended }) => {
      rows.push({ line, texts, ended });
      return true;
    },
  );
  let from = 0;
  for (const length of pieces) {
    scanner.push(Buffer.from(bytes.subarray(from, from + length)));
    from += length;
  }
  if (from < bytes.length) scanner.push(bytes.subarray(from));
  const open = scanner.end();
  return { rows, open, cells: rows.map(({ texts }) => texts) };
};

const anything = fc.string({
  unit: fc.constantFrom("a", "ł", "🛳", ",", '"', '"', "\n", " ", "x"),
  maxLength: 40,
});

test("finds the cells that Papa Parse finds, in whatever text", () => {
  fc.assert(
    fc.property(anything, (text) => {
      // Blanks between a closing quote and the end of the file: Papa takes the cell for unclosed, we for closed.
      fc.pre(!/" +$/.test(text));
      const { data, errors } = Papa.parse<string[]>(text, { delimiter: ",", newline: "\n" });
      const { cells, open } = scan(text);
      const unclosed = errors.some(({ code }) => code === "MissingQuotes");
      expect(open !== null).toBe(unclosed);
      if (unclosed) return;
      // Papa gives one more, empty record behind a last line end.
      const expected = text === "" || text.endsWith("\n") ? data.slice(0, -1) : data;
      expect(cells).toEqual(text === "" ? [] : (expected as string[][]));
    }),
    { numRuns: 3000, seed: 11 },
  );
});

test("finds the same cells and lines wherever the file is cut into pieces", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", "ł", ",", '"', '"', "\n", "\r\n", " "), maxLength: 40 }),
      fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 30 }),
      (text, pieces) => {
        expect(scan(text, { pieces })).toEqual(scan(text));
      },
    ),
    { numRuns: 3000, seed: 12 },
  );
});

test("tells the same texts of wanted columns as of all, without outer blanks", () => {
  const row = fc.array(fc.string({ unit: fc.constantFrom("a", "é", '"', ",", " ", "\n"), maxLength: 6 }), {
    minLength: 4,
    maxLength: 4,
  });
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(fc.array(row, { maxLength: 5 }), fc.nat(9), (table, piece) => {
      const bytes = Buffer.from(table.map((cells) => `${cells.map(quoted).join(",")}\n`).join(""));
      const found: string[][] = [];
      const into = rowCells([false, true]);
      const scanner = rowScanner(
        { delimiter: ",", carriage: false, wanted: { width: 4, slots: [1, -1, -1, 0], into } },
        () => {
          found.push([into.text(0), into.text(1)]);
          return true;
        },
      );
      // Pieces are handed over in one and the same memory, as they are when a file is read.
      const memory = Buffer.alloc(piece + 1);
      for (let from = 0; from < bytes.length; from += memory.length) {
        const length = bytes.copy(memory, 0, from);
        scanner.push(memory.subarray(0, length));
      }
      expect(scanner.end()).toBeNull();
      expect(found).toEqual(table.map((cells) => [cells[3]!.trim(), cells[0]!.trim()]));
    }),
    { numRuns: 1000, seed: 13 },
  );
});

test("ends a record at LF and at CRLF alike, even within one file, and at CR where the file says so", () => {
  expect(scan('a,b\r\n1,"2"\n3,4\r\n5,"6"\r\n').cells).toEqual([
    ["a", "b"],
    ["1", "2"],
    ["3", "4"],
    ["5", "6"],
  ]);
  expect(scan("a,b\r1,2\r", { newline: "\r" }).cells).toEqual([
    ["a", "b"],
    ["1", "2"],
  ]);
});

test("knows rows that hold nothing, cells beyond the header and quotes that are neither doubled nor an end", () => {
  const flags: string[] = [];
  const scanner = rowScanner(
    { delimiter: ",", carriage: false, wanted: { width: 2, slots: [0, -1], into: rowCells([false]) } },
    ({ blank, wide, stray, cells }) => {
      flags.push([cells, blank && "blank", wide && "wide", stray && "stray"].filter(Boolean).join(" "));
      return true;
    },
  );
  scanner.push(Buffer.from('1,2\n ,\t\n1,2,,\n1,2,, 3\n"a "b" c",2\n\u00a0,\n'));
  scanner.end();
  expect(flags).toEqual(["2", "2 blank", "4", "4 wide", "2 stray", "2 blank"]);
});

test("takes a quotation mark for a character where cells are never quoted", () => {
  expect(scan('"a" b,c\n"d,e\n', { unquoted: true }).cells).toEqual([
    ['"a" b', "c"],
    ['"d', "e"],
  ]);
});

test("keeps no more than 4 MiB of a cell, and none of a cell that nobody reads", () => {
  const piece = Buffer.from("x".repeat(1 << 20));
  const lengths: number[] = [];
  const into = rowCells([false]);
  const scanner = rowScanner(
    { delimiter: ",", carriage: false, wanted: { width: 2, slots: [0, -1], into } },
    ({ cells }) => {
      lengths.push(into.text(0).length, cells);
      return true;
    },
  );
  scanner.push(Buffer.from('"'));
  for (let i = 0; i < 6; i += 1) scanner.push(piece);
  scanner.push(Buffer.from('",'));
  for (let i = 0; i < 6; i += 1) scanner.push(piece);
  scanner.push(Buffer.from("\n1,2\n"));
  expect(scanner.end()).toBeNull();
  expect(lengths).toEqual([4 << 20, 2, 1, 2]);
});
