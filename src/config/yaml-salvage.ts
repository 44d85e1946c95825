import { isMap, parseDocument } from "yaml";
import { syntaxMessage } from "./yaml-syntax.ts";

/** A mistake at a place in the text, counted in UTF-16 units from 0, and the top-level key whose part it spoils. */
type Fault = { offset: number; message: string; key: string | null };

/**
 * A text whose YAML is sound, in which what was broken is blanked out so that every other place stays where it was. null where the
 * mistake can't be kept to a part.
 */
export type Salvaged = { text: string | null; faults: Fault[] };

const OPTIONS = { version: "1.2", schema: "core", uniqueKeys: false, prettyErrors: false } as const;

/** Parses one document of YAML 1.2 core, in which a day such as 2026-01-05 stays text. */
export const parseYaml = (text: string) => {
  try {
    return { document: parseDocument(text, OPTIONS), error: null };
  } catch (error) {
    // The parser calls itself once for each level of nesting.
    if (error instanceof RangeError) return { document: null, error: "this is nested too deeply to be read" };
    throw error;
  }
};

/** A line that begins a top-level key: no blank, comment, list dash or closing bracket at its start. */
const beginsPart = (line: string): boolean => /^[^\s#\-\]}]/u.test(line) || /^-[^\s-]|^---/u.test(line);

type Part = { start: number; text: string; key: string | null };

/** The first part has no key: what stands above the first one. */
const splitParts = (text: string): Part[] => {
  const parts: { start: number; lines: string[] }[] = [{ start: 0, lines: [] }];
  let offset = 0;
  for (const line of text.split(/(?<=\n)/u)) {
    if (beginsPart(line)) parts.push({ start: offset, lines: [] });
    parts.at(-1)!.lines.push(line);
    offset += line.length;
  }
  return parts.map(({ start, lines }, index) => {
    const key = index === 0 ? null : (/^["']?([\p{L}_][^"':\s]*)/u.exec(lines[0]!)?.[1] ?? null);
    return { start, text: lines.join(""), key };
  });
};

/** Comments and empty lines after a part belong to nothing: an open quote is told at the end of its own lines. */
const withoutTrailing = (text: string): string => {
  const lines = text.split("\n");
  while (lines.length > 1 && /^[ \t\r]*(#|$)/u.test(lines.at(-1)!)) lines.pop();
  // A carriage return without its line feed is something unexpected to the parser.
  return lines.join("\n").replace(/\r$/u, "");
};

const faultOf = (text: string, { start, key }: Pick<Part, "start" | "key">): Fault | null => {
  const { document, error } = parseYaml(text);
  if (document === null) return { offset: start, message: error, key };
  const first = document.errors[0];
  if (first !== undefined) return { offset: start + first.pos[0], message: syntaxMessage(first), key };
  if (key === null || isMap(document.contents)) return null;
  return { offset: start, message: "expected a key and a value such as `unit: points`", key };
};

/**
 * Keeps a mistake of syntax to its own top-level key, so that one run names the mistakes under the other keys too. One mistake makes
 * a YAML parser stumble over much of what follows; only the first of each key is told.
 */
export const salvage = (text: string): Salvaged => {
  const first = faultOf(text, { start: 0, key: null });
  if (first === null) return { text, faults: [] };

  const faults: Fault[] = [];
  const kept = splitParts(text).map((part) => {
    const fault = faultOf(withoutTrailing(part.text), part);
    if (fault === null) return part.text;
    faults.push(fault);
    return part.text.replaceAll(/[^\r\n]/g, " ");
  });
  const rest = parseYaml(kept.join("")).document;
  if (faults.length === 0 || rest?.errors.length !== 0) return { text: null, faults: [first] };
  return { text: isMap(rest.contents) ? kept.join("") : null, faults };
};
