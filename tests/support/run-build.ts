/** Builds the site in a process of its own: `node run-build.ts <out folder> <cache folder>`, with the environment of a build. */
import { join } from "node:path";
import { build } from "astro";

const [outDir, cacheDir] = process.argv.slice(2);
if (outDir === undefined || cacheDir === undefined) throw new Error("usage: run-build.ts OUT CACHE");

// Nothing is shared with a build that runs beside this one.
await build({
  root: process.cwd(),
  outDir,
  cacheDir,
  logLevel: "warn",
  vite: { cacheDir: join(cacheDir, "vite") },
});
