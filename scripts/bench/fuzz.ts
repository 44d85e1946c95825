import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { damagedFiles } from "./fuzz/damage.ts";
import { readDamaged } from "./fuzz/read-damaged.ts";
import type { Measure } from "./support/measure.ts";

const FILES = 100_000;

/** Damaged files of every format: each is read with all of its rows accounted for, or refused by name. */
export const bench = async (): Promise<Measure[]> => {
  const folder = join(import.meta.dirname, "..", "..", "tests", "fixtures", "exports");
  const originals = globSync("*", { cwd: folder })
    .sort()
    .map((name) => readFileSync(join(folder, name)));
  const counts = { read: 0, refused: 0, failed: 0 };
  let longest = 0;
  let first = "";
  for (const bytes of damagedFiles({ originals, count: FILES, seed: 0.25 })) {
    const started = performance.now();
    try {
      counts[await readDamaged(bytes)] += 1;
    } catch (error) {
      counts.failed += 1;
      first ||= ` First: ${String(error)}.`;
    }
    longest = Math.max(longest, performance.now() - started);
  }
  const detail = `${FILES} files: ${counts.read} read, ${counts.refused} refused; the longest took ${longest.toFixed(0)} ms.${first}`;
  return [{ name: "damaged files neither read nor refused", value: counts.failed, goal: 0, detail }];
};
