/** Builds the site in a process of its own: `node run-build.ts <out folder> <cache folder>`, with the environment of a build. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "astro";

const [outDir, cacheDir] = process.argv.slice(2);
if (outDir === undefined || cacheDir === undefined) throw new Error("usage: run-build.ts OUT CACHE");

// Nothing is shared with a build that runs beside this one: outside the working folder Astro would use one place for all.
const workshop = join("node_modules", ".cache", "backlog-runway");
mkdirSync(workshop, { recursive: true });
const inside = resolve(mkdtempSync(join(workshop, "test-site-")));
await build({
  root: process.cwd(),
  outDir: inside,
  cacheDir,
  logLevel: "warn",
  vite: { cacheDir: join(cacheDir, "vite") },
});
cpSync(inside, outDir, { recursive: true });
rmSync(inside, { recursive: true });
