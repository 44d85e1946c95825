import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Report } from "../../src/report/schema.ts";

export interface BuiltSite {
  /** The folder with the pages. */
  folder: string;
  /** The base path under which they expect to be served. */
  base: string;
  remove: () => void;
}

const run = promisify(execFile);

/** Builds the site from the given reports into a temporary folder, under a base path as on a project page. */
export const buildSite = async (reports: readonly Report[], base = "/x/"): Promise<BuiltSite> => {
  const root = mkdtempSync(join(tmpdir(), "runway-site-"));
  const folder = join(root, "dist");
  const reportDir = join(root, "report");
  mkdirSync(reportDir);
  for (const report of reports)
    writeFileSync(join(reportDir, `${report.team.id}.json`), JSON.stringify(report));
  // Vitest's own NODE_ENV would build React for development.
  const env = {
    ...process.env,
    NODE_ENV: "production",
    BASE_PATH: base,
    BACKLOG_REPORT_DIR: reportDir,
    ASTRO_TELEMETRY_DISABLED: "1",
  };
  await run(process.execPath, [join(import.meta.dirname, "run-build.ts"), folder, join(root, "cache")], {
    env,
  });
  return { folder, base, remove: () => rmSync(root, { recursive: true, force: true }) };
};
