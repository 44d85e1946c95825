import { isUtf8 } from "node:buffer";
import { EmptyExport, SourceError } from "../source-error.ts";
import { type ByteSource, sourceOf } from "./bytes.ts";

const SIGNATURES: readonly { name: string; bytes: readonly number[] }[] = [
  { name: "a PNG picture", bytes: [0x89, 0x50, 0x4e, 0x47] },
  { name: "a JPEG picture", bytes: [0xff, 0xd8, 0xff] },
  { name: "a GIF picture", bytes: [0x47, 0x49, 0x46, 0x38] },
  { name: "a PDF", bytes: [0x25, 0x50, 0x44, 0x46] },
  { name: "an Excel workbook or another ZIP archive", bytes: [0x50, 0x4b, 0x03, 0x04] },
  { name: "an old Excel workbook", bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { name: "a gzip archive", bytes: [0x1f, 0x8b] },
];

/** Bytes that are looked at to tell what a file is. */
const HEAD = 4096;

const startsWith = (bytes: Uint8Array, prefix: readonly number[]): boolean =>
  prefix.every((byte, index) => bytes[index] === byte);

/** Where the last character of a piece begins that the piece may not hold whole. */
const wholeLength = (chunk: Uint8Array): number => {
  for (let back = 1; back <= Math.min(3, chunk.length); back += 1) {
    const byte = chunk[chunk.length - back]!;
    if (byte < 0x80) return chunk.length;
    if (byte >= 0xc0) return chunk.length - back;
  }
  return chunk.length;
};

/** The bytes were taken for UTF-8 and are not: whoever has read them so must read them again. */
export class NotUtf8 extends Error {}

/** Bytes as they stand, without a mark, checked to be UTF-8 on the way. */
const checkedUtf8 = function* (source: ByteSource): Generator<Buffer> {
  let first = true;
  let rest = Buffer.alloc(0);
  for (const chunk of source.chunks()) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const whole = wholeLength(bytes);
    if (!isUtf8(bytes.subarray(0, whole))) throw new NotUtf8();
    rest = Buffer.from(bytes.subarray(whole));
    yield first && startsWith(chunk, [0xef, 0xbb, 0xbf]) ? chunk.subarray(3) : chunk;
    first = false;
  }
  if (!isUtf8(rest)) throw new NotUtf8();
};

const isUtf8Throughout = (source: ByteSource): boolean => {
  try {
    let size = 0;
    for (const chunk of checkedUtf8(source)) size += chunk.length;
    return size >= 0;
  } catch (error) {
    if (error instanceof NotUtf8) return false;
    throw error;
  }
};

const headOf = (source: ByteSource): Buffer => {
  for (const chunk of source.chunks()) return Buffer.from(chunk.subarray(0, HEAD));
  return Buffer.alloc(0);
};

/** Spreadsheets on Windows save in the system's code page; every byte of it is a character, so this never fails. */
const CODE_PAGE = "windows-1252";

const encodingOf = (source: ByteSource, head: Uint8Array, taken: Taken): string => {
  if (startsWith(head, [0xff, 0xfe])) return "utf-16le";
  if (startsWith(head, [0xfe, 0xff])) return "utf-16be";
  if (taken === "unknown") return isUtf8Throughout(source) ? "utf-8" : CODE_PAGE;
  return taken === "utf-8" ? taken : CODE_PAGE;
};

/**
 * What a file without a mark is taken for. `utf-8` is right for almost all, and is found wrong on the way (`NotUtf8`);
 * `unknown` looks at the whole file first, which costs a pass of its own.
 */
export type Taken = "unknown" | "utf-8" | "code page";

/** What a file of no use is, and the encoding of one that may be of use. */
const sniff = (source: ByteSource, file: string, taken: Taken): string => {
  const bytes = headOf(source);
  const remedy = "Export the backlog again as CSV and put it in place of this file.";
  const signature = SIGNATURES.find((candidate) => startsWith(bytes, candidate.bytes));
  if (signature)
    throw new SourceError({ file, found: `this is ${signature.name}, not a CSV export.`, remedy });
  const encoding = encodingOf(source, bytes, taken);
  const head = new TextDecoder(encoding).decode(bytes).trimStart();
  if (head.replaceAll(/[\s,;"]/g, "") === "" && source.size <= HEAD) {
    throw new EmptyExport({ file, found: "the file is empty.", remedy, rows: 0 });
  }
  if (/^<(!doctype|html|head|\?xml)/i.test(head)) {
    const found = "this is a web page, not a CSV export: probably the tracker's login page.";
    throw new SourceError({ file, found, remedy: `Sign in first. ${remedy}` });
  }
  if (encoding !== "utf-16le" && encoding !== "utf-16be" && head.includes("\u0000")) {
    throw new SourceError({ file, found: "this is not a text file.", remedy });
  }
  return encoding;
};

const pieces = function* (source: ByteSource, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (const chunk of source.chunks()) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== "") yield text;
  }
  const rest = decoder.decode();
  if (rest !== "") yield rest;
};

/**
 * The text of an export, piece by piece, without a byte order mark.
 * @throws SourceError for an empty file and for what is no text table: a picture, an archive, a web page
 */
export const decode = (bytes: Uint8Array | ByteSource, file: string): Iterable<string> => {
  const source = sourceOf(bytes);
  return pieces(source, sniff(source, file, "unknown"));
};

const encoded = function* (texts: Iterable<string>): Generator<Buffer> {
  for (const text of texts) yield Buffer.from(text);
};

/**
 * The text of an export as UTF-8, whatever it was written in, without a byte order mark. What is UTF-8 already is not
 * touched: most cells of most exports are never needed as text.
 * @throws SourceError as `decode` does
 */
export const asUtf8 = (
  bytes: Uint8Array | ByteSource,
  file: string,
  taken: Taken = "unknown",
): ByteSource => {
  const source = sourceOf(bytes);
  const encoding = sniff(source, file, taken);
  if (encoding === "utf-8") return { size: source.size, chunks: () => checkedUtf8(source) };
  return { size: source.size, chunks: () => encoded(pieces(source, encoding)) };
};
