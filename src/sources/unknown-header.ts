import { distance } from "fastest-levenshtein";
import { printable } from "../lib/text.ts";
import type { ColumnName } from "./csv/columns.ts";
import { findColumns } from "./csv/columns.ts";
import type { Source } from "./define.ts";
import { SourceError } from "./source-error.ts";

/** How many of the headings a format's example shares with a header, allowing for a typing slip. */
const likeness = (source: Source, header: readonly string[]): number =>
  source.example
    .split(", ")
    .filter((name) => header.some((cell) => distance(cell.toLowerCase(), name.toLowerCase()) <= 2)).length;

/** What columns of a table of one's own are mostly called. */
const USUAL: Partial<Record<ColumnName, readonly (string | RegExp)[]>> = {
  key: ["Key", "ID", "Issue key", "Issue id", /\b(?:key|id|#|number|nr)$/],
  title: ["Title", "Summary", "Name", "Subject"],
  type: ["Type", /\btype$/],
  status: ["Status", "State", "Column", "List", /\b(?:status|state)$/],
  created: ["Created", /^creat/],
  resolved: ["Resolved", "Closed", "Completed", "Done", /^(?:closed|resolved|completed|finished)\b/],
  estimate: ["Estimate", "Points", "Story Points", "Size", /\b(?:points|estimate|effort)\b/],
  sprint: ["Sprint", "Iteration", "Cycle", "Milestone"],
  rank: ["Rank", "Order", "Position", /\b(?:rank|order|position)\b/],
};

/** Where the configuration calls a column otherwise. */
const CONFIGURED: Partial<Record<string, string>> = { key: "id", resolved: "closed" };

/** A column map that needs only a look before it is pasted. */
const columnMap = (header: readonly string[]): string => {
  const { slots, wanted } = findColumns(header, { map: USUAL, estimateField: null });
  const entries = Object.keys(USUAL).flatMap((name) => {
    const slot = slots[name as ColumnName][0];
    const heading = slot === undefined ? undefined : header[wanted.slots.indexOf(slot)];
    return heading === undefined
      ? []
      : [`${CONFIGURED[name] ?? name}: ${JSON.stringify(printable(heading, 40))}`];
  });
  return `source: { exports: { format: custom, columns: { ${entries.join(", ")} } } }`;
};

/** The refusal of a file whose header no format knows: what it has, what is nearest, and what to write to have it read. */
export const unknownHeader = (options: {
  file: string;
  header: readonly string[];
  formats: readonly Source[];
}): SourceError => {
  const { file, header, formats } = options;
  const nearest = [...formats].sort((a, b) => likeness(b, header) - likeness(a, header))[0]!;
  const seen = header
    .slice(0, 8)
    .map((cell) => printable(cell, 24))
    .join(", ");
  return new SourceError({
    file,
    found: `the heading is of no known export. Found: ${seen}${header.length > 8 ? ", …" : ""}.`,
    remedy: `The nearest is ${nearest.title}, which has: ${nearest.example}. Export with all fields and put it in place of this file, or say what its columns are in team.yaml: ${columnMap(header)}`,
  });
};
