import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { begin, report } from "../support/children.ts";

// Reads a store and parses every line of it, and keeps what comes out: the least that anything with it takes.

const [folder] = process.argv.slice(2) as [string];
const started = begin();
const kept: unknown[] = [];
const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
for (const { parentPath, name } of files) {
  const text = readFileSync(join(parentPath, name), "utf8");
  if (!name.endsWith(".jsonl")) continue;
  for (const line of text.split("\n")) if (line !== "") kept.push(JSON.parse(line));
}
report(started, kept.length);
