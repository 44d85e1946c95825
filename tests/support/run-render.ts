/** Builds the site in shares: `node run-render.ts <reports> <out folder> <processes>`, with the environment of a build. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { renderSite } from "../../scripts/steps/render.ts";

const [reports, outDir, processes] = process.argv.slice(2) as [string, string, string];
const cache = join("node_modules", ".cache", "backlog-runway");
mkdirSync(cache, { recursive: true });
const inside = resolve(mkdtempSync(join(cache, "test-shares-")));
await renderSite({
  reports,
  out: join(inside, "site"),
  workshop: join(inside, "workshop"),
  processes: Number(processes),
});
cpSync(join(inside, "site"), outDir, { recursive: true });
rmSync(inside, { recursive: true });
