/** The store on the disk: `items.jsonl`, `order.txt`, `changes/YYYY-MM.jsonl`, `runs.jsonl`. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { emptyHistory, type History } from "./record.ts";
import { fromFiles, type StoreFiles, toFiles } from "./store-files.ts";

/** Names the files of a write that is complete but not yet in place. While it exists, the new store is the store. */
const COMMIT = "commit.json";
const NEXT = ".next";

const listFiles = (folder: string): string[] => {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
};

/**
 * Ends what a killed write began: with a commit file the new files move into place, without one they are dropped.
 * So that a kill at any instant leaves either the old or the new store.
 */
const recover = (folder: string): void => {
  const commit = join(folder, COMMIT);
  if (existsSync(commit)) {
    const { put, remove } = JSON.parse(readFileSync(commit, "utf8")) as { put: string[]; remove: string[] };
    for (const file of put) {
      const next = join(folder, file + NEXT);
      if (existsSync(next)) renameSync(next, join(folder, file));
    }
    for (const file of remove) rmSync(join(folder, file), { force: true });
    rmSync(commit);
    return;
  }
  for (const file of listFiles(folder)) if (file.endsWith(NEXT)) rmSync(join(folder, file));
};

const storeFiles = (folder: string): string[] =>
  listFiles(folder)
    .filter((file) => file === "order.txt" || file.endsWith(".jsonl"))
    .map((file) => file.replaceAll("\\", "/"));

const readFiles = (folder: string): StoreFiles =>
  new Map(storeFiles(folder).map((file) => [file, readFileSync(join(folder, file), "utf8")]));

/**
 * A team's history; an empty one where there is no store yet.
 * @throws DamagedStore naming every damaged line
 */
export const loadHistory = (folder: string): History => {
  if (!existsSync(folder)) return emptyHistory();
  recover(folder);
  const files = readFiles(folder);
  return files.size === 0 ? emptyHistory() : fromFiles(files, folder);
};

const writeChecked = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { flush: true });
  if (readFileSync(path, "utf8") !== text)
    throw new Error(`${path}: what was written is not what is on the disk`);
};

/**
 * Writes what differs, all or nothing: every new file is written beside the old one and read back, then a commit
 * file makes it the store, then the files move into place.
 * @returns whether anything changed
 */
export const saveHistory = (folder: string, history: History): boolean => {
  if (history.runs.length === 0 && !existsSync(folder)) return false;
  const now = new Set(storeFiles(folder));
  const wanted = toFiles(history);
  // One after the other: all of the old store beside all of the new would be twice the memory.
  const isSame = (file: string, text: string): boolean =>
    now.has(file) && readFileSync(join(folder, file), "utf8") === text;
  const put = [...wanted].filter(([file, text]) => !isSame(file, text)).map(([file]) => file);
  const remove = [...now].filter((file) => !wanted.has(file));
  if (put.length === 0 && remove.length === 0) return false;
  for (const file of put) writeChecked(join(folder, file + NEXT), wanted.get(file)!);
  writeChecked(join(folder, COMMIT + NEXT), JSON.stringify({ put, remove }));
  renameSync(join(folder, COMMIT + NEXT), join(folder, COMMIT));
  recover(folder);
  return true;
};
