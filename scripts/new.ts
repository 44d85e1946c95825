import { globSync } from "node:fs";
import { basename, join } from "node:path";
import { complain, say } from "./cli/log.ts";
import { begin } from "./new/support/begin.ts";
import type { Kind } from "./new/support/kind.ts";

// Begins a unit with everything that the tests ask of it. Every file of scripts/new is a kind and exports `kind`.

const folder = join(import.meta.dirname, "new");
const kinds = new Map<string, Kind>();
for (const file of globSync("*.ts", { cwd: folder }).sort()) {
  const { kind } = (await import(`./new/${file}`)) as { kind: Kind };
  kinds.set(basename(file, ".ts"), kind);
}

const [name, id, ...rest] = process.argv.slice(2);
const kind = kinds.get(name ?? "");
if (kind === undefined || id === undefined || rest.length > 0) {
  const list = [...kinds].map(([one, { does }]) => `  npm run new -- ${one} <id>    begins ${does}`);
  (name === "--help" ? say : complain)(["Usage:", ...list].join("\n"));
  process.exitCode = name === "--help" ? 0 : 2;
} else {
  const result = begin(kind, { root: join(import.meta.dirname, ".."), id });
  if (typeof result === "string") {
    complain(result);
    process.exitCode = 1;
  } else {
    for (const path of result) say(`written: ${path}`);
    for (const line of kind.left(id)) say(line);
  }
}
