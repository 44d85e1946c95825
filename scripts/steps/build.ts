import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { complain, say } from "../cli/log.ts";
import type { Withheld } from "../scan/withheld.ts";
import { renderSite } from "./render.ts";
import { scanSite } from "./scan.ts";

/** Where sites are built: Astro moves files about on the way, which works only within one disk, its own folder's. */
const WORKSHOP = join("node_modules", ".cache", "backlog-runway");

/** Puts a finished folder in the place of another, whole or not at all, on another disk too. */
const putInPlace = (finished: string, place: string): void => {
  const next = `${place}.next`;
  rmSync(next, { recursive: true, force: true });
  mkdirSync(dirname(place), { recursive: true });
  cpSync(finished, next, { recursive: true });
  rmSync(place, { recursive: true, force: true });
  renameSync(next, place);
};

/**
 * Builds the site from the reports, and searches it for what may not be published.
 * @param options.withheld what the sources handed over while they were read
 */
export const buildSite = async (options: {
  data: string;
  out: string;
  withheld?: Withheld;
}): Promise<boolean> => {
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
  mkdirSync(WORKSHOP, { recursive: true });
  // Put in its place once it is searched: whatever breaks off before publishes nothing.
  const unsearched = resolve(mkdtempSync(join(WORKSHOP, "site-")));
  try {
    await renderSite({ reports, out: unsearched, workshop: `${unsearched}-shares` });
    if (!(await scanSite({ ...options, out: unsearched }))) return false;
    putInPlace(unsearched, resolve(options.out));
  } finally {
    rmSync(unsearched, { recursive: true, force: true });
  }
  say(`The site is in ${options.out}.`);
  return true;
};
