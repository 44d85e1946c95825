import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "../../../src/report/schema.ts";

/** Writes reports where a build finds them. Returns the folder. */
export const writeReports = (folder: string, reports: readonly Report[]): string => {
  mkdirSync(folder, { recursive: true });
  for (const report of reports) writeFileSync(join(folder, `${report.team.id}.json`), JSON.stringify(report));
  return folder;
};
