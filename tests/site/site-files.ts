import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** Every file of a built site, by its path inside the folder. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();

export const readPage = (folder: string, path: string): string => readFileSync(join(folder, path), "utf8");

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#x27": "'" };

/** What a reader without JavaScript has on a page: its text, tags taken out, blanks collapsed. */
export const textOf = (html: string): string =>
  html
    .replace(/<(script|style)[^>]*>[\s\S]*?<\/\1>/gu, " ")
    .replace(/<[^>]+>/gu, " ")
    .replace(/&(#?\w+);/gu, (entity, name: string) => ENTITIES[name] ?? entity)
    .replace(/\s+/gu, " ");
