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

/**
 * Whether a description has acceptance criteria: a heading (Markdown, wiki, or a line of its own in bold) that reads
 * so, with at least one list item before the next heading (metrics.md §1, "ready at t").
 */
export const hasAcceptanceCriteria = (
  description: string,
  options: { headings: readonly string[] | null; markup: "wiki" | "markdown" },
): boolean => {
  const wanted = new Set((options.headings ?? HEADINGS).map((heading) => fold(heading).replace(/\s*:$/, "")));
  let inside = false;
  for (const line of description.split(/\r\n|\r|\n/)) {
    const heading = headingOf(line, options.markup === "wiki");
    if (heading !== null) inside = wanted.has(heading);
    else if (inside && LIST_ITEM.test(line)) return true;
  }
  return false;
};
