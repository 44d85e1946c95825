import { readExport } from "../../../src/sources/read-export.ts";
import { SourceError } from "../../../src/sources/source-error.ts";

/**
 * How many rows there can be, at most and at least, where no quote and no lone CR makes lines and rows differ: a line of
 * blanks alone is no row, and one of separators alone is.
 */
const rowsOf = (bytes: Buffer): { most: number; least: number } | null => {
  const plain = !bytes.includes('"') && !/\r(?!\n)/.test(bytes.toString("latin1")) && !bytes.includes(0);
  if (!plain) return null;
  const lines = bytes
    .toString("utf8")
    .replace(/^\ufeff/, "")
    .split(/\r?\n/);
  return {
    most: lines.filter((line) => line !== "").length,
    least: lines.filter((line) => line.trim() !== "").length,
  };
};

/** Lines that may stand above a header. */
const ABOVE = 6;

/**
 * Reads a file that may be damaged in any way.
 * @returns whether it was read or refused
 * @throws Error when it was neither: rows without an account, a message without a place, or a crash
 */
export const readDamaged = async (bytes: Buffer): Promise<"read" | "refused"> => {
  const settings = {
    zone: "Europe/Berlin",
    dates: null,
    estimateField: null,
    estimateLabels: null,
    zeroIsSize: false,
    readyLabels: ["Ready"],
    acceptanceHeadings: null,
    descriptionMin: 1,
    titles: true,
  };
  try {
    const file = "exports/a.csv";
    const { items, rows, skipped, order } = await readExport({ bytes, file, format: "auto", settings });
    const told = items.size + Object.values(skipped).reduce((a, b) => a + b, 0);
    if (told !== rows) throw new Error(`${rows} rows and ${told} accounted for`);
    const there = rowsOf(bytes);
    if (there !== null && (rows > there.most - 1 || rows < there.least - ABOVE))
      throw new Error(`${rows} rows read of ${there.least} to ${there.most}`);
    if (order !== null && (new Set(order).size !== order.length || order.some((id) => !items.has(id))))
      throw new Error("an order of other ids than the items'");
    return "read";
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    if (!/^exports\/a\.csv:\d+ › \S/.test(error.message)) throw new Error(`no place in: ${error.message}`);
    return "refused";
  }
};
