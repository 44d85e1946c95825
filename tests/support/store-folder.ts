import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll } from "vitest";

/** A temporary folder that is removed after the tests of a file. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "runway-store-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

const pathsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();

/** The text of every file in a folder, by path. */
export const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(pathsIn(folder).map((path) => [path, readFileSync(join(folder, path), "utf8")]));

/** When each file was last written. */
export const timesIn = (folder: string): Record<string, bigint> =>
  Object.fromEntries(
    pathsIn(folder).map((path) => [path, statSync(join(folder, path), { bigint: true }).mtimeNs]),
  );
