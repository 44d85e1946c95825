import { type ByteSource, sourceOf } from "../files/bytes.ts";
import { decode } from "../files/decode.ts";
import { SourceError } from "../source-error.ts";

/** A file of JSON: its top-level values, of which there is one in most files and one a line in some. */
export type Document = {
  values: readonly unknown[];
  /** The line on which each value begins. */
  lines: readonly number[];
};

/** In place of a line that is no JSON, in a file of one value a line. */
export const BROKEN = Symbol("a line that is no JSON");

/** How a file of JSON begins; a table may begin with a bracket too, though not like this. */
const BEGINS = /^(?:\{\s*(?:["}]|$)|\[\s*(?:[[{\]"]|$))/;

/** Characters that tell a document from a table. */
const HEAD = 400;

/** Bytes of a file that is read: a text cannot hold more than 536.9 million characters. */
const LARGEST = 500_000_000;

/** Whether a file is JSON by how it begins. */
export const isDocument = (bytes: Uint8Array | ByteSource): boolean => {
  for (const chunk of sourceOf(bytes).chunks()) {
    const wide = chunk[0] === 0xff && chunk[1] === 0xfe ? "utf-16le" : "utf-8";
    const encoding = chunk[0] === 0xfe && chunk[1] === 0xff ? "utf-16be" : wide;
    return BEGINS.test(new TextDecoder(encoding).decode(chunk.subarray(0, HEAD)).trimStart());
  }
  return false;
};

type Parsed = { value: unknown } | null;

const parsed = (text: string): Parsed => {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
};

const [QUOTE, ESCAPE] = ['"', "\\"];

/** Where a string ends that begins at a quotation mark. */
const stringEnd = (text: string, from: number): number => {
  let at = from + 1;
  while (at < text.length && text[at] !== QUOTE) at += text[at] === ESCAPE ? 2 : 1;
  return at;
};

/** Where each value of a text of several ends, one behind the other: brackets are counted outside of strings. */
const endsOf = (text: string): number[] => {
  const ends: number[] = [];
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at]!;
    if (mark === QUOTE) at = stringEnd(text, at);
    else if (mark === "{" || mark === "[") depth += 1;
    else if (mark === "}" || mark === "]") {
      depth -= 1;
      if (depth === 0) ends.push(at + 1);
    }
  }
  return ends;
};

const newlines = (text: string): number => text.split("\n").length - 1;

/** One value a line, of which some may be damaged; `null` where the first line is no value. */
const byLine = (text: string): Document | null => {
  const lines = text
    .split("\n")
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== "");
  if (lines.length < 2 || parsed(lines[0]!.line) === null) return null;
  // A damaged line is one row less; a damaged last line is half a file.
  if (parsed(lines.at(-1)!.line) === null) return null;
  return {
    values: lines.map(({ line }) => {
      const found = parsed(line);
      return found === null ? BROKEN : found.value;
    }),
    lines: lines.map(({ number }) => number),
  };
};

/** Values one behind the other, as a tool that pages through answers writes them. */
const oneByOne = (text: string): Document | null => {
  const ends = endsOf(text);
  if (ends.length < 2) return null;
  const parts = ends.map((end, index) => ({ text: text.slice(ends[index - 1] ?? 0, end), end }));
  const values = parts.map(({ text: part }) => parsed(part));
  if (text.slice(ends.at(-1)).trim() !== "" || values.includes(null)) return null;
  return {
    values: values.map((found) => found!.value),
    lines: parts.map(({ text: part, end }) => newlines(text.slice(0, end)) - newlines(part.trimStart()) + 1),
  };
};

/**
 * The values of a file of JSON: one, one a line, or one behind the other.
 * @throws SourceError when the file is cut off or is no JSON: half an export must not pass for a whole one
 */
export const openDocument = (bytes: Uint8Array | ByteSource, file: string): Document => {
  if (sourceOf(bytes).size > LARGEST)
    throw new SourceError({
      file,
      found: "this is JSON of more than 500 MB, which is too large to be read at once.",
      remedy: "Export it without comments and attachments, or as CSV, which may be of any size.",
    });
  const text = [...decode(bytes, file)].join("");
  const whole = parsed(text);
  if (whole !== null) return { values: [whole.value], lines: [1] };
  const found = byLine(text) ?? oneByOne(text);
  if (found !== null) return found;
  throw new SourceError({
    file,
    line: newlines(text.trimEnd()) + 1,
    found: "this begins like JSON and is not: it ends too early, or was changed by hand.",
    remedy: "The download was probably cut off: export the backlog again. Nothing of this file was used.",
  });
};
