import type { ByteSource } from "./bytes.ts";
import { rowScanner } from "./scan-rows.ts";

/** How a file is delimited, and its first records. */
export type Shape = {
  delimiter: string;
  /** Records end in CR alone. */
  carriage: boolean;
  head: readonly (readonly string[])[];
  /** Which of them is the header. */
  header: number;
};

const DELIMITERS = [",", "\t", ";", "|"];
/** Records that are looked at for a header: a spreadsheet may have put some lines above it. */
const HEAD = 6;
/** Bytes of a first record beyond which it is no header of any export. */
const HEADER_CAP = 4 << 20;

/** The first record of the text as far as it matters here: to the first line end outside quotes. */
const firstRecord = (text: string): { record: string; carriage: boolean } => {
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i];
    if (char === '"') quoted = !quoted;
    else if (!quoted && char === "\n") return { record: text.slice(0, i), carriage: false };
    else if (!quoted && char === "\r" && i + 1 < text.length && text[i + 1] !== "\n")
      return { record: text.slice(0, i), carriage: true };
  }
  return { record: text, carriage: text.endsWith("\r") };
};

/** By the header alone: cells further down hold prose, with every mark there is. */
const delimiterOf = (record: string): string => {
  const bare = record.replaceAll(/"[^"]*"/g, "");
  const counts = DELIMITERS.map((mark) => bare.split(mark).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
};

const headTexts = (source: ByteSource): string => {
  const parts: Buffer[] = [];
  let size = 0;
  for (const chunk of source.chunks()) {
    parts.push(Buffer.from(chunk));
    size += chunk.length;
    if (size >= HEADER_CAP) break;
    const last = chunk.lastIndexOf(10);
    if (last >= 0) break;
  }
  return Buffer.concat(parts).toString("utf8");
};

const recordsOf = (text: string, plan: { delimiter: string; carriage: boolean }): string[][] => {
  const records: string[][] = [];
  const scanner = rowScanner({ ...plan, wanted: null }, ({ texts, cells, blank }) => {
    if (cells > 1 || !blank) records.push(texts);
    return records.length < HEAD;
  });
  if (scanner.push(Buffer.from(text))) scanner.end();
  return records;
};

/** Spreadsheets write the delimiter above the header: `sep=;`. */
const SEPARATOR_LINE = /^"?sep=(.)"?\s*\r?\n/i;

/** How the first lines of a file say that it is delimited; its header is the first record until a format knows better. */
export const shapeOf = (source: ByteSource): Shape => {
  const text = headTexts(source).replace(/^(?:[ \t]*\r?\n)+/, "");
  const said = SEPARATOR_LINE.exec(text);
  const { record, carriage } = firstRecord(said ? text.slice(said[0].length) : text);
  const delimiter = said?.[1] ?? delimiterOf(record);
  const records = recordsOf(text, { delimiter, carriage });
  const header = said ? 1 : 0;
  return {
    delimiter,
    carriage,
    head: records.length > header ? records : [[""]],
    header: records.length > header ? header : 0,
  };
};
