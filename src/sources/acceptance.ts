import { fold } from "../lib/text.ts";

/** What teams head their acceptance criteria with, and its translations. */
const HEADINGS = [
  "acceptance criteria",
  "acceptance criterion",
  "criterios de aceptación",
  "critères d'acceptation",
  "akzeptanzkriterien",
  "kryteria akceptacji",
  "critérios de aceitação",
  "acceptatiecriteria",
  "criteri di accettazione",
];

const MARKDOWN_HEADING = /^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$/;
const WIKI_HEADING = /^\s*h[1-6]\.\s+(.*?)\s*$/i;
const MARKDOWN_BOLD = /^\s*(?:\*\*(.+?)\*\*|__(.+?)__)\s*:?\s*$/;
const WIKI_BOLD = /^\s*(?:\{\*\}|\*)([^*{}]+)(?:\{\*\}|\*)\s*:?\s*$/;
const LIST_ITEM = /^\s*(?:[-+•]|\*+|\d+[.)]|#+)\s+\S/;

/** The words of a heading line, without marks and a final colon; `null` for any other line. */
const headingOf = (line: string, wiki: boolean): string | null => {
  // A list item begins like a line in bold, and does not end like one.
  if (/^\s*[*_{]/.test(line) && !/[*_}:]\s*$/.test(line)) return null;
  // In wiki markup a leading # is a numbered list, not a heading, and *one* star makes bold.
  const bold = MARKDOWN_BOLD.exec(line);
  const match =
    WIKI_HEADING.exec(line)?.[1] ??
    (wiki ? WIKI_BOLD : MARKDOWN_HEADING).exec(line)?.[1] ??
    bold?.[1] ??
    bold?.[2];
  if (match === undefined) return null;
  return fold(match.replaceAll(/^[*_]+|[*_]+$/g, ""))
    .replace(/\s*:$/, "")
    .replace(/[*_]+$/, "");
};

/** Headings that are remembered. */
const REMEMBERED = 500;

/** Where the line's text begins. */
const inkOf = (text: string, from: number, to: number): number => {
  let at = from;
  while (at < to && text.charCodeAt(at) <= 0x20) at += 1;
  return at;
};

/** Most lines are told by their first characters to be no heading. */
const mayBeHeading = (text: string, at: number): boolean => {
  const first = text.charCodeAt(at);
  if (first === 0x68 || first === 0x48) return text.charCodeAt(at + 2) === 0x2e;
  return first === 0x23 || first === 0x2a || first === 0x5f || first === 0x7b || first > 0x7f;
};

/** A list item told by its dash or star, as most are; one that may be a line in bold is left to the patterns. */
const isPlainItem = (text: string, at: number, to: number): boolean => {
  const mark = text.charCodeAt(at);
  if ((mark !== 0x2d && mark !== 0x2a) || text.charCodeAt(at + 1) !== 0x20) return false;
  return /[\p{L}\p{N}.]/u.test(text[to - 1]!) && to > at + 2;
};

export type AcceptanceReader = (description: string) => boolean;

/**
 * Tells whether a description has acceptance criteria: a heading (Markdown, wiki, or a line of its own in bold) that
 * reads so, with at least one list item before the next heading (metrics.md §1, "ready at t").
 */
export const acceptanceReader = (options: {
  headings: readonly string[] | null;
  markup: "wiki" | "markdown";
}): AcceptanceReader => {
  const wanted = new Set((options.headings ?? HEADINGS).map((heading) => fold(heading).replace(/\s*:$/, "")));
  const wiki = options.markup === "wiki";
  const known = new Map<string, boolean>();
  /** Whether a line is a heading, and one of those; a team writes its headings alike. */
  const isWanted = (line: string): boolean | null => {
    const said = known.get(line);
    if (said !== undefined) return said;
    const heading = headingOf(line, wiki);
    if (heading === null) return null;
    const found = wanted.has(heading);
    if (known.size < REMEMBERED) known.set(line, found);
    return found;
  };
  return (description) => {
    const text = description.includes("\r") ? description.replaceAll(/\r\n?/g, "\n") : description;
    let inside = false;
    for (let from = 0; from < text.length; ) {
      const end = text.indexOf("\n", from);
      const to = end < 0 ? text.length : end;
      const first = inkOf(text, from, to);
      if (inside && isPlainItem(text, first, to)) return true;
      if (inside || mayBeHeading(text, first)) {
        const line = text.slice(from, to);
        const heading = isWanted(line);
        if (heading !== null) inside = heading;
        else if (inside && LIST_ITEM.test(line)) return true;
      }
      from = to + 1;
    }
    return false;
  };
};

/** The same for one description. */
export const hasAcceptanceCriteria = (
  description: string,
  options: { headings: readonly string[] | null; markup: "wiki" | "markdown" },
): boolean => acceptanceReader(options)(description);
