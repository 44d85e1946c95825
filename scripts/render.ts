import { join } from "node:path";
import { build } from "astro";

// One share of a large site, in a process of its own: `BACKLOG_SHARE=2/4 node scripts/render.ts OUT CACHE`. With a cache
// of its own, since builds beside each other would otherwise use one place for what they make on the way.

const [outDir, cacheDir] = process.argv.slice(2) as [string, string];
await build({ outDir, cacheDir, logLevel: "warn", vite: { cacheDir: join(cacheDir, "vite") } });
