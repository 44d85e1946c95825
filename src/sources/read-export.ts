import { distance } from "fastest-levenshtein";
import { printable } from "../lib/text.ts";
import type { ReadingSettings, Source, SourceResult } from "./define.ts";
import { openCsv } from "./files/csv-table.ts";
import { sources } from "./registry.ts";
import { SourceError } from "./source-error.ts";

/** How many of the headings a format's example shares with a header, allowing for a typing slip. */
const likeness = (source: Source, header: readonly string[]): number =>
  source.example
    .split(", ")
    .filter((name) => header.some((cell) => distance(cell.toLowerCase(), name.toLowerCase()) <= 2)).length;

const unknownHeader = (file: string, header: readonly string[]): SourceError => {
  const nearest = [...sources].sort((a, b) => likeness(b, header) - likeness(a, header))[0]!;
  const seen = header
    .slice(0, 8)
    .map((cell) => printable(cell, 24))
    .join(", ");
  return new SourceError({
    file,
    found: `the heading is of no known export. Found: ${seen}${header.length > 8 ? ", …" : ""}.`,
    remedy: `The nearest is ${nearest.title}, which has: ${nearest.example}. Export with all fields and put it in place of this file.`,
  });
};

/**
 * Reads one export by the format that knows its header.
 * @param format a format's id, or `auto`
 * @throws SourceError when the file is of no known format, is no table, is cut off, or holds no item
 */
export const readExport = async (options: {
  bytes: Uint8Array;
  file: string;
  format: string;
  settings: ReadingSettings;
}): Promise<SourceResult & { format: string }> => {
  const { bytes, file, format, settings } = options;
  const table = openCsv(bytes, file);
  const source = sources.find(
    (one) => (format === "auto" || one.id === format) && one.recognises(table.header),
  );
  if (!source) throw unknownHeader(file, table.header);
  const result = await source.collect({ settings, file, header: table.header, read: table.read });
  if (result.items.size === 0) {
    throw new SourceError({
      file,
      found:
        result.rows === 0
          ? "the export has headings and no rows."
          : `none of its ${result.rows} rows is an item.`,
      remedy: "Was the filter too narrow? Export the whole backlog again. Nothing of this file was used.",
    });
  }
  return { ...result, format: source.id };
};
