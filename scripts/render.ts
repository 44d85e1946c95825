import { join } from "node:path";
import { build } from "astro";

// The site of the reports in BACKLOG_REPORT_DIR, as one share of a larger one: `node scripts/render.ts OUT CACHE`. With a
// cache of its own, since builds beside each other would otherwise use one place for what they make on the way.

const [outDir, cacheDir] = process.argv.slice(2) as [string, string];
await build({ outDir, cacheDir, logLevel: "warn", vite: { cacheDir: join(cacheDir, "vite") } });
