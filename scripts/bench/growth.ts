import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { globSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toFiles } from "../../src/history/store-files.ts";
import { FIVE_YEARS, simulate } from "./five-years/simulate.ts";
import { dailyStores } from "./growth/daily-stores.ts";
import { importWords } from "./growth/import-words.ts";
import type { Measure } from "./support/measure.ts";

const MIB = 1024 * 1024;

/** Feeds `git fast-import` without holding more of it in memory than the pipe takes. */
const importAll = async (folder: string, words: Iterable<string>): Promise<void> => {
  const git = spawn("git", ["fast-import", "--quiet"], { cwd: folder, stdio: ["pipe", "ignore", "inherit"] });
  for (const word of words) if (!git.stdin.write(word)) await once(git.stdin, "drain");
  git.stdin.end();
  const [code] = (await once(git, "close")) as [number];
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`);
};

/** How much five years of daily runs take in git, packed: what a checkout of the data branch with its history loads. */
export const bench = async (): Promise<Measure[]> => {
  const folder = mkdtempSync(join(tmpdir(), "growth-"));
  const git = (...args: string[]): string =>
    execFileSync("git", args, { cwd: folder, encoding: "utf8", maxBuffer: 64 * MIB });
  try {
    const { history } = simulate(FIVE_YEARS);
    git("init", "--quiet", "--bare");
    await importAll(
      folder,
      importWords(() => dailyStores(history)),
    );
    for (const [file, text] of toFiles(history))
      if (git("show", `backlog-data:${file}`) !== text)
        throw new Error(`${file} is not what the store holds`);
    git("repack", "-adfq");
    const packed = globSync("objects/pack/*", { cwd: folder })
      .map((file) => statSync(join(folder, file)).size)
      .reduce((sum, size) => sum + size, 0);
    const runs = Number(git("rev-list", "--count", "backlog-data"));
    const [items, changes] = [history.state.items.size, history.changes.length].map((count) =>
      count.toLocaleString("en"),
    );
    return [
      {
        name: "five years of daily commits, packed, in MiB",
        value: packed / MIB,
        goal: 15,
        detail: `${runs} commits, ${items} items, ${changes} changes`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
};
