import { isUtf8 } from "node:buffer";
import { SourceError } from "../source-error.ts";

const SIGNATURES: readonly { name: string; bytes: readonly number[] }[] = [
  { name: "a PNG picture", bytes: [0x89, 0x50, 0x4e, 0x47] },
  { name: "a JPEG picture", bytes: [0xff, 0xd8, 0xff] },
  { name: "a PDF", bytes: [0x25, 0x50, 0x44, 0x46] },
  { name: "an Excel workbook or another ZIP archive", bytes: [0x50, 0x4b, 0x03, 0x04] },
  { name: "an old Excel workbook", bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { name: "a gzip archive", bytes: [0x1f, 0x8b] },
];

/** Bytes a text decoder is given at a time: an export may be longer than a string can be. */
const CHUNK = 1 << 20;

const startsWith = (bytes: Uint8Array, prefix: readonly number[]): boolean =>
  prefix.every((byte, index) => bytes[index] === byte);

const encodingOf = (bytes: Uint8Array): string => {
  if (startsWith(bytes, [0xff, 0xfe])) return "utf-16le";
  if (startsWith(bytes, [0xfe, 0xff])) return "utf-16be";
  // Spreadsheets on Windows save in the system's code page; every byte of it is a character, so this never fails.
  return isUtf8(bytes) ? "utf-8" : "windows-1252";
};

/**
 * The text of an export, piece by piece, without a byte order mark.
 * @throws SourceError for an empty file and for what is no text table: a picture, an archive, a web page
 */
export const decode = (bytes: Uint8Array, file: string): Iterable<string> => {
  const remedy = "Export the backlog again as CSV and put it in place of this file.";
  const signature = SIGNATURES.find((candidate) => startsWith(bytes, candidate.bytes));
  if (signature)
    throw new SourceError({ file, found: `this is ${signature.name}, not a CSV export.`, remedy });
  const encoding = encodingOf(bytes);
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, 4096)).trimStart();
  if (head.replaceAll(/[\s,;"]/g, "") === "" && bytes.length <= 4096) {
    throw new SourceError({ file, found: "the file is empty.", remedy });
  }
  if (/^<(!doctype|html|head|\?xml)/i.test(head)) {
    const found = "this is a web page, not a CSV export: probably the tracker's login page.";
    throw new SourceError({ file, found, remedy: `Sign in first. ${remedy}` });
  }
  if (encoding !== "utf-16le" && encoding !== "utf-16be" && head.includes("\u0000")) {
    throw new SourceError({ file, found: "this is not a text file.", remedy });
  }
  return pieces(bytes, encoding);
};

const pieces = function* (bytes: Uint8Array, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (let from = 0; from < bytes.length; from += CHUNK) {
    const text = decoder.decode(bytes.subarray(from, from + CHUNK), { stream: true });
    if (text !== "") yield text;
  }
  const rest = decoder.decode();
  if (rest !== "") yield rest;
};
