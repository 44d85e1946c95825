import { Readable } from "node:stream";
import Papa from "papaparse";
import type { Row } from "../define.ts";
import { SourceError } from "../source-error.ts";
import { decode } from "./decode.ts";

export type CsvTable = { header: readonly string[]; read: (onRow: (row: Row) => void) => Promise<void> };

const DELIMITERS = [",", "\t", ";"];

/** The first record of the text as far as it matters here: to the first line end outside quotes. */
const firstRecord = (text: string): { record: string; newline: string } => {
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i];
    if (char === '"') quoted = !quoted;
    else if (!quoted && char === "\n") {
      const carriage = text[i - 1] === "\r";
      return { record: text.slice(0, carriage ? i - 1 : i), newline: carriage ? "\r\n" : "\n" };
    } else if (!quoted && char === "\r" && text[i + 1] !== "\n")
      return { record: text.slice(0, i), newline: "\r" };
  }
  return { record: text, newline: "\n" };
};

/** By the header alone: cells further down hold prose, with every mark there is. */
const delimiterOf = (record: string): string => {
  const bare = record.replaceAll(/"[^"]*"/g, "");
  const counts = DELIMITERS.map((mark) => bare.split(mark).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
};

const linesIn = (cells: readonly string[]): number => {
  let lines = 1;
  for (const cell of cells) {
    for (let at = cell.indexOf("\n"); at !== -1; at = cell.indexOf("\n", at + 1)) lines += 1;
  }
  return lines;
};

/**
 * A delimited file as rows with their line numbers, read by Papa Parse in pieces.
 * @throws SourceError when the file is no table, or ends inside a quoted cell: half an export must not pass for a whole
 */
export const openCsv = (bytes: Uint8Array, file: string): CsvTable => {
  const first = decode(bytes, file)[Symbol.iterator]().next().value as string;
  const { record, newline } = firstRecord(first);
  const delimiter = delimiterOf(record);
  const header = (Papa.parse<string[]>(record, { delimiter }).data[0] ?? []).map((cell) => cell.trim());

  const read = (onRow: (row: Row) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      let line = 1;
      let last: { row: Row; isFirst: boolean } | null = null;
      const fail = (at: number, found: string): void => {
        const remedy =
          "The download was probably cut off: export the backlog again. Nothing of this file was used.";
        reject(new SourceError({ file, line: at, found, remedy }));
      };
      Papa.parse<string[]>(Readable.from(decode(bytes, file)), {
        delimiter,
        newline: newline as "\n",
        chunk: ({ data, errors }, parser) => {
          if (errors.some((error) => error.code === "MissingQuotes")) {
            // Before the abort, which completes at once and would let half a file pass for a whole.
            for (const cells of data.slice(0, -1)) line += linesIn(cells);
            fail(line, "the file ends inside a quoted cell.");
            parser.abort();
            return;
          }
          for (const cells of data) {
            const row = { line, cells };
            line += linesIn(cells);
            if (cells.length === 1 && cells[0] === "") continue;
            if (last && !last.isFirst) onRow(last.row);
            last = { row, isFirst: last === null };
          }
        },
        complete: () => {
          if (last && !last.isFirst) {
            const cut = last.row.cells.length < header.length && !endsWithNewline(bytes);
            if (cut)
              return fail(
                last.row.line,
                `the last row ends after ${last.row.cells.length} of ${header.length} cells.`,
              );
            onRow(last.row);
          }
          resolve();
        },
        error: reject,
      });
    });
  return { header, read };
};

const endsWithNewline = (bytes: Uint8Array): boolean =>
  bytes.subarray(-2).some((byte) => byte === 10 || byte === 13);
