import { cpSync, existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { basename, join, matchesGlob } from "node:path";
import type { StandIn } from "./stand-in.ts";

const lines = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/** Keys hold signs that no file name may. */
const keyFolder = (root: string, key: string): string => join(root, "cache", encodeURIComponent(key));

/** actions/cache/restore: the entry of this key, else the newest whose key begins with one of `restore-keys`. */
export const cacheRestore: StandIn = ({ run, given, workspace }) => {
  const all = join(run.root, "cache");
  mkdirSync(all, { recursive: true });
  const newestFirst = readdirSync(all).sort(
    (a, b) => statSync(join(all, b)).mtimeMs - statSync(join(all, a)).mtimeMs,
  );
  const begins = lines(given["restore-keys"] ?? "").map(encodeURIComponent);
  const exact = newestFirst.find((name) => name === encodeURIComponent(given.key ?? ""));
  const found = exact ?? begins.flatMap((begin) => newestFirst.filter((name) => name.startsWith(begin)))[0];
  if (found !== undefined) cpSync(join(all, found), workspace, { recursive: true });
  return {
    "cache-hit": String(exact !== undefined),
    "cache-matched-key": found === undefined ? "" : decodeURIComponent(found),
  };
};

/** actions/cache/save: an entry is written once; what is not there is left out. */
export const cacheSave: StandIn = ({ run, given, workspace }) => {
  const folder = keyFolder(run.root, given.key ?? "");
  if (existsSync(folder)) return {};
  for (const path of lines(given.path ?? "").filter((one) => existsSync(join(workspace, one))))
    cpSync(join(workspace, path), join(folder, path), { recursive: true });
  return {};
};

const isHidden = (path: string): boolean => basename(path).startsWith(".");

/** Copies what an artifact takes: no file or folder that begins with a dot, and links as what they point to. */
export const copyVisible = (from: string, to: string): void =>
  cpSync(from, to, {
    recursive: true,
    dereference: true,
    filter: (path) => path === from || !isHidden(path),
  });

/** actions/upload-artifact: a name is taken once in a run. */
export const uploadArtifact: StandIn = ({ run, given, workspace }): Record<string, string> => {
  const name = given.name ?? "artifact";
  const to = join(run.artifacts, name);
  const from = join(workspace, given.path ?? "");
  if (existsSync(to)) throw new Error(`there is an artifact ${name} already`);
  if (/["<>|*?\r\n\\/:]/.test(name)) throw new Error("an artifact cannot have such a name");
  if (!existsSync(from)) {
    if (given["if-no-files-found"] === "error") throw new Error(`there is nothing in ${given.path}`);
    return {};
  }
  copyVisible(from, to);
  return { "artifact-id": name };
};

/** actions/download-artifact: with a name its content; with a pattern each artifact in a folder of its name. */
export const downloadArtifact: StandIn = ({ run, given, workspace }) => {
  const to = join(workspace, given.path ?? ".");
  if (given.name !== undefined) {
    if (!existsSync(join(run.artifacts, given.name))) throw new Error(`there is no artifact ${given.name}`);
    cpSync(join(run.artifacts, given.name), to, { recursive: true });
    return { "download-path": to };
  }
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(run.artifacts).filter((one) => matchesGlob(one, given.pattern ?? "*")))
    cpSync(join(run.artifacts, name), join(to, name), { recursive: true });
  return { "download-path": to };
};
