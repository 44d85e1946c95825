import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Kind } from "./kind.ts";

/**
 * Writes the files of a new unit and the lines that make it known. Nothing is written when one of the files is there.
 * @returns the paths written, or the reason why none was
 */
export const begin = (kind: Kind, options: { root: string; id: string }): string[] | string => {
  const { root, id } = options;
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id))
    return `"${id}" is no id: small letters and digits, parted by hyphens.`;
  const files = kind.files(id);
  const taken = files.find(({ path }) => existsSync(join(root, path)));
  if (taken) return `${taken.path} is there already.`;
  // Every edit is worked out before the first file is written.
  const edits = kind.edits(id).map(({ path, edit }) => ({
    path,
    text: edit(readFileSync(join(root, path), "utf8")),
  }));
  for (const { path, text } of [...files, ...edits]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return [...files, ...edits].map(({ path }) => path);
};
