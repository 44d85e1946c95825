import type { Facts } from "../../../src/model/facts.ts";
import type { ReadingSettings, SourceResult } from "../../../src/sources/define.ts";
import { readExport } from "../../../src/sources/read-export.ts";
import { frozen } from "../../support/team-builder.ts";

export const readingSettings = (overrides: Partial<ReadingSettings> = {}): ReadingSettings => ({
  zone: "UTC",
  dates: null,
  estimateField: null,
  estimateLabels: null,
  zeroIsSize: false,
  readyLabels: [],
  acceptanceHeadings: null,
  descriptionMin: 1,
  titles: false,
  ...overrides,
});

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A CSV text of rows of cells. */
export const csv = (...rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(quoted).join(",")}\n`).join("");

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Reads a text as the export `exports/a.csv`. */
export const readText = (
  text: string,
  settings: Partial<ReadingSettings> = {},
): Promise<SourceResult & { format: string }> =>
  readExport({
    bytes: bytesOf(text),
    file: "exports/a.csv",
    format: "auto",
    settings: frozen(readingSettings(settings)),
  });

type Cells = Record<string, string | readonly string[]>;

/**
 * Rows by heading: `{ "Issue key": "A-1", Sprint: ["S1", "S2"] }`; a list stands under a heading that comes as often.
 * Every row has a summary, a key and a status without saying so.
 */
export const exportOf = (...rows: readonly Cells[]): string => {
  const filled = rows.map(
    (row, index) => ({ Summary: "A thing", "Issue key": `A-${index + 1}`, Status: "To Do", ...row }) as Cells,
  );
  const widths = new Map<string, number>();
  for (const row of filled) {
    for (const [heading, cell] of Object.entries(row)) {
      widths.set(heading, Math.max(widths.get(heading) ?? 1, typeof cell === "string" ? 1 : cell.length));
    }
  }
  const columns = [...widths].flatMap(([heading, width]) =>
    Array.from({ length: width }, (_, at) => ({ heading, at })),
  );
  const cellOf = (row: Cells, { heading, at }: { heading: string; at: number }): string => {
    const cell = row[heading] ?? "";
    return typeof cell === "string" ? (at === 0 ? cell : "") : (cell[at] ?? "");
  };
  return csv(
    columns.map(({ heading }) => heading),
    ...filled.map((row) => columns.map((column) => cellOf(row, column))),
  );
};

/** The items of such rows. */
export const itemsOf = async (
  rows: readonly Cells[],
  settings: Partial<ReadingSettings> = {},
): Promise<Facts[]> => [...(await readText(exportOf(...rows), settings)).items.values()];

/** The only item of such a row. */
export const itemOf = async (row: Cells, settings: Partial<ReadingSettings> = {}): Promise<Facts> =>
  (await itemsOf([row], settings))[0]!;

export const problemsOf = ({ problems }: Pick<SourceResult, "problems">): string[] =>
  problems.map(({ id, where, text }) => `${id} ${where}: ${text}`);
