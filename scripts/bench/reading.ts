import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { jiraRows } from "./reading/jira-rows.ts";
import { wideRows } from "./reading/wide-rows.ts";
import { interleaved } from "./support/children.ts";
import type { Measure } from "./support/measure.ts";

/** Runs of each process; the median counts. */
const TIMES = 7;

const here = (name: string): string => join(import.meta.dirname, "reading", name);
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

/** Writes an export the way a team's folder has it, a few rows at a time. */
const write = (folder: string, rows: Iterable<string>): string => {
  mkdirSync(join(folder, "exports"), { recursive: true });
  const path = join(folder, "exports", "2026-03-05.csv");
  const file = openSync(path, "w");
  let text = "";
  for (const row of rows) {
    text += row;
    if (text.length < 1 << 20) continue;
    writeSync(file, text);
    text = "";
  }
  writeSync(file, text);
  closeSync(file);
  return path;
};

/** Reading a large export to items, measured against Papa Parse alone on the same bytes. */
export const bench = (): Measure[] => {
  const folder = mkdtempSync(join(tmpdir(), "reading-"));
  try {
    const path = write(join(folder, "large"), jiraRows({ rows: 100_000, seed: 0.5, words: 60 }));
    const size = statSync(path).size;
    const { papa, items } = interleaved(
      {
        papa: { script: here("papa.ts"), args: [path] },
        items: { script: here("items.ts"), args: [path] },
      },
      TIMES,
    );
    const wide = write(join(folder, "wide"), wideRows({ rows: 4000, columns: 2261, description: 40_000 }));
    const wideSize = statSync(wide).size;
    const wideItems = interleaved({ items: { script: here("items.ts"), args: [wide] } }, 1).items;
    return [
      {
        name: "reading 100,000 Jira rows ÷ Papa Parse alone",
        value: items.ms / papa.ms,
        goal: 1.5,
        detail: `${items.ms.toFixed(0)} ms to ${papa.ms.toFixed(0)} ms (processor time ${items.cpu.toFixed(0)} to ${papa.cpu.toFixed(0)}), ${megabytes(size)}, ${items.count} items`,
      },
      {
        name: "peak memory ÷ the file",
        value: items.rss / size,
        goal: 2,
        detail: `${megabytes(items.rss)} with Node itself; Papa Parse alone ${megabytes(papa.rss)}`,
      },
      {
        name: "peak memory ÷ a file of 2,261 columns and long descriptions",
        value: wideItems.rss / wideSize,
        goal: 2,
        detail: `${megabytes(wideItems.rss)} to ${megabytes(wideSize)}, ${wideItems.count} items`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
};
