import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { readings } from "./decode.ts";
import type { Hit, Withheld } from "./withheld.ts";

export type Leak = Hit & { file: string };

/** Files that hold no text of ours: pictures and typefaces. */
const PICTURES = new Set([".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".ico", ".woff", ".woff2"]);

/** Pages share most of their markup: a piece that was looked at once needs no second look. */
const piecesOf = (file: string, text: string): string[] =>
  /\.(html|svg|xml)$/.test(file) ? text.split("<") : [text];

/** Every file of a folder in which something withheld stands, with its kind; the name of a file counts too. */
export const scanFolder = (folder: string, withheld: Withheld): Leak[] => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  const seen = new Set<string>();
  const leaks: Leak[] = [];
  for (const file of files) {
    const found = new Map<string, Hit>();
    const look = (text: string): void => {
      for (const reading of readings(text))
        for (const hit of withheld.find(reading)) if (!found.has(hit.kind)) found.set(hit.kind, hit);
    };
    look(file);
    if (!PICTURES.has(extname(file))) {
      for (const piece of piecesOf(file, readFileSync(join(folder, file), "utf8"))) {
        if (seen.has(piece)) continue;
        const before = found.size;
        look(piece);
        // Remembered only when clean, so that every file with a leak is named.
        if (found.size === before) seen.add(piece);
      }
    }
    for (const hit of found.values()) leaks.push({ ...hit, file });
  }
  return leaks;
};
