import { customFormat } from "./csv/custom-format.ts";
import type { ReadingSettings, Source, SourceResult } from "./define.ts";
import { readCustomJson } from "./documents/custom-json.ts";
import { isDocument, openDocument } from "./documents/open-document.ts";
import { unknownDocument } from "./documents/unknown-document.ts";
import type { ByteSource } from "./files/bytes.ts";
import { type CsvTable, openCsv } from "./files/csv-table.ts";
import { NotUtf8, type Taken } from "./files/decode.ts";
import { documents, sources } from "./registry.ts";
import { EmptyExport } from "./source-error.ts";
import { unknownHeader } from "./unknown-header.ts";

/** An export as it was read, and as what. */
export type ReadResult = SourceResult & { format: string; title: string };

type ReadOptions = {
  bytes: Uint8Array | ByteSource;
  file: string;
  /** A format's id, `custom`, or `auto`. */
  format: string;
  settings: ReadingSettings;
};

/** The first of a file's first records that a format knows as a header, and the format. */
const recognise = (
  table: CsvTable,
  formats: readonly Source[],
): { source: Source; table: CsvTable } | null => {
  for (let record = table.first; record < table.head.length; record += 1) {
    const under = table.under(record);
    const source = formats.find((one) => one.recognises(under.header));
    if (source) return { source, table: under };
  }
  return null;
};

const readTable = ({ bytes, file, format, settings }: ReadOptions, taken: Taken): ReadResult => {
  const table = openCsv(bytes, file, taken);
  const formats =
    format === "custom"
      ? [customFormat(settings.columns ?? {})]
      : sources.filter((one) => format === "auto" || one.id === format);
  const known = recognise(table, formats);
  if (known === null)
    throw unknownHeader({ file, header: table.header, formats: format === "custom" ? formats : sources });
  const { source } = known;
  return {
    ...source.collect({ settings, file, table: known.table }),
    format: source.id,
    title: source.title,
  };
};

/** Almost every export is UTF-8: what is not is found out on the way, and read again. */
const readAnyTable = (options: ReadOptions): ReadResult => {
  try {
    return readTable(options, "utf-8");
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error;
    return readTable(options, "code page");
  }
};

const readDocument = ({ bytes, file, format, settings }: ReadOptions): ReadResult => {
  const document = openDocument(bytes, file);
  if (format === "custom")
    return { ...readCustomJson({ document, columns: settings.columns ?? {}, file, settings }), format };
  const source = documents.find((one) => one.recognises(document));
  if (source === undefined || (format !== "auto" && source.id !== format))
    throw unknownDocument({ file, known: source, formats: documents });
  return {
    ...source.collect({ settings, file, document }),
    format: source.id,
    title: source.title,
  };
};

/** The reason that most rows were skipped for, where one is known. */
const mostly = ({ problems }: SourceResult): string => {
  const reasons = Map.groupBy(
    problems.filter(({ id }) => id.startsWith("row-") && id !== "row-blank"),
    ({ text }) => text,
  );
  const most = [...reasons].sort(([, a], [, b]) => b.length - a.length)[0];
  return most ? ` In ${most[1].length} of them ${most[0]}.` : "";
};

/**
 * Reads one export by the format that knows its content.
 * @throws EmptyExport when the file holds no item
 * @throws SourceError when it is of no known format, is no table, or is cut off
 */
export const readExport = async (options: ReadOptions): Promise<ReadResult> => {
  const { bytes, file } = options;
  const result = isDocument(bytes) ? readDocument(options) : readAnyTable(options);
  if (result.items.size === 0) {
    const { rows } = result;
    const found =
      rows === 0
        ? "the export has headings and no rows."
        : `none of its ${rows} rows is an item.${mostly(result)}`;
    const remedy =
      "Was the filter too narrow? Export the whole backlog again. Nothing of this file was used.";
    throw new EmptyExport({ file, found, remedy, rows });
  }
  return result;
};
