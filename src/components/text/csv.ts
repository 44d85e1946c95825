export type CsvCell = string | number | boolean | null;

/** What a spreadsheet takes for the start of a formula, also in full width. */
const FORMULA_START = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;
/** What no cell needs: controls but tabs and line breaks, and marks that turn the direction of writing. */
const INVISIBLE = /[^\P{Cc}\t\r\n]|[\u202a-\u202e\u2066-\u2069]/gu;

const cellText = (cell: CsvCell): string => {
  if (cell === null) return "";
  // A negative number starts with "-" and is no formula: only text is neutralised.
  if (typeof cell !== "string") return String(cell);
  const visible = cell.replace(INVISIBLE, "");
  const harmless = FORMULA_START.test(visible) ? `'${visible}` : visible;
  return /[",\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/** Rows as CSV (RFC 4180), safe to open in a spreadsheet. */
export const toCsv = (rows: readonly (readonly CsvCell[])[]): string =>
  rows.map((row) => `${row.map(cellText).join(",")}\r\n`).join("");
