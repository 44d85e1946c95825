import { execFile } from "node:child_process";
import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { emptyHistory } from "../../src/history/record.ts";
import { loadHistory, saveHistory } from "../../src/history/store.ts";
import { bytesOf, historyOf } from "../support/history-builder.ts";
import { observe } from "../support/observation-builder.ts";
import { filesIn, temporaryFolder } from "../support/store-folder.ts";

const SCRIPT = join(import.meta.dirname, "..", "support", "save-and-die.ts");
const run = promisify(execFile);

const january = observe("2026-01-08", { A: { estimate: 1 }, B: {} }, { order: ["A", "B"] });
const february = observe("2026-02-05", { A: { estimate: 2 } }, { order: ["A"] });
const march = observe("2026-03-05", { A: { estimate: 3 }, C: {} }, { order: ["C", "A"] });

/** The new store changes every file, adds the one of March and removes that of February. */
const OLD = historyOf([january, february]);
const NEW = historyOf([observe("2026-01-08", { A: { estimate: 5 }, B: {} }, { order: ["B", "A"] }), march]);

let root: string;
beforeAll(() => {
  root = temporaryFolder();
  saveHistory(join(root, "old"), OLD);
  saveHistory(join(root, "new"), NEW);
});

/** Runs the script up to a step; the count of all steps when it came to its end, `null` when it was killed. */
const killedAt = async (options: {
  action: "save" | "load";
  folder: string;
  step: number;
}): Promise<number | null> => {
  const { action, folder, step } = options;
  try {
    const given = [SCRIPT, action, join(root, "new"), folder, String(step)];
    // The first run, which lives, leaves compiled modules to the others.
    const env = { ...process.env, NODE_COMPILE_CACHE: join(root, "compiled") };
    const { stdout } = await run(process.execPath, given, { env });
    return Number(stdout);
  } catch (error) {
    expect((error as { signal: string }).signal).toBe("SIGKILL");
    return null;
  }
};

/** Tries every step from the first on, some at a time, each on a copy of a store. Gives the copies of the killed ones. */
const killEverywhere = async (action: "save" | "load", start: string | null): Promise<string[]> => {
  const folderOf = (step: number): string => join(root, `${action}-of-${start}`, String(step));
  const attempt = (step: number): Promise<number | null> => {
    if (start !== null) cpSync(join(root, start), folderOf(step), { recursive: true });
    return killedAt({ action, folder: folderOf(step), step });
  };
  const count = (await attempt(0))!;
  expect(count).toBeGreaterThan(5);
  const steps = Array.from({ length: count }, (_, index) => index + 1);
  const next = steps.values();
  const work = async (): Promise<void> => {
    for (const step of next) expect(await attempt(step), `step ${step} of ${count}`).toBeNull();
  };
  await Promise.all([work(), work(), work(), work()]);
  return steps.map(folderOf);
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** After a kill: either the old or the new store, and the next save ends where an undisturbed one does. */
const checkAfterwards = (folder: string, old: ReturnType<typeof emptyHistory>): "old" | "new" => {
  const found = loadHistory(folder);
  const isNew = same(bytesOf(found), bytesOf(NEW));
  expect(found).toEqual(isNew ? NEW : old);
  expect(saveHistory(folder, NEW)).toBe(!isNew);
  expect(filesIn(folder)).toEqual(filesIn(join(root, "new")));
  return isNew ? "new" : "old";
};

describe("a kill at any step of the file system", () => {
  test("while saving leaves the old or the new store", async () => {
    const folders = await killEverywhere("save", "old");
    const committed = folders.findIndex((folder) => existsSync(join(folder, "commit.json")));
    cpSync(folders[committed]!, join(root, "committed"), { recursive: true });
    const found = folders.map((folder) => checkAfterwards(folder, OLD));
    // Old up to the commit, new from it on.
    expect(found).toEqual(folders.map((_, index) => (index < committed ? "old" : "new")));
    expect(new Set(found)).toEqual(new Set(["old", "new"]));
  });

  test("while saving the first time leaves nothing or the new store", async () => {
    const folders = await killEverywhere("save", null);
    const found = folders.map((folder) => checkAfterwards(folder, emptyHistory()));
    expect(new Set(found)).toEqual(new Set(["old", "new"]));
  });

  test("while ending what an earlier kill interrupted leaves the new store", async () => {
    const folders = await killEverywhere("load", "committed");
    expect(new Set(folders.map((folder) => checkAfterwards(folder, OLD)))).toEqual(new Set(["new"]));
  });
});
