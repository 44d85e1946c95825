import { fold, printable } from "../../lib/text.ts";
import { openCsv } from "../files/csv-table.ts";
import { SourceError } from "../source-error.ts";
import type { EffortRecords, EffortRules } from "./define.ts";
import { effortFormats } from "./registry.ts";

/** Headings that are shown of a file of no known kind. */
const SHOWN = 8;

/**
 * Reads one file of a team's `refinement/` folder by the kind that knows its first line.
 * @throws SourceError when the file is of no known kind, is no text, or is cut off
 */
export const readEffort = async (options: {
  bytes: Uint8Array;
  file: string;
  rules: EffortRules;
}): Promise<EffortRecords> => {
  const { bytes, file, rules } = options;
  const table = openCsv(bytes, file);
  const names = new Set(table.header.map(fold));
  const format = effortFormats.find((one) => one.recognises(names));
  if (format) return format.read({ bytes, file, table, rules });
  const seen = table.header.slice(0, SHOWN).map((cell) => printable(cell, 24));
  const known = effortFormats.map(({ title, example }) => `${title} (${example})`).join("; ");
  throw new SourceError({
    file,
    found: `the first line is of no known refinement file. Found: ${seen.join(", ")}${table.header.length > SHOWN ? ", …" : ""}.`,
    remedy: `Known are: ${known}.`,
  });
};
