import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "astro";
import { complain, say } from "../cli/log.ts";

/** Builds the site from the reports. */
export const buildSite = async (options: { data: string; out: string }): Promise<boolean> => {
  const reports = join(options.data, "report");
  const count = existsSync(reports)
    ? readdirSync(reports).filter((file) => file.endsWith(".json")).length
    : 0;
  if (count === 0) {
    complain(`${reports}: there is no report to build a site from. Run npm run report first.`);
    return false;
  }
  process.env.BACKLOG_REPORT_DIR = resolve(reports);
  process.env.ASTRO_TELEMETRY_DISABLED = "1";
  await build({ outDir: resolve(options.out), logLevel: "warn" });
  say(`The site is in ${options.out}.`);
  return true;
};
