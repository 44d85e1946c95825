/** The pages' only way to the data: the reports that the scripts wrote, checked against the contract. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Report, reportSchema } from "./schema.ts";

/** The folder is handed over by the build script, since Astro starts the pages by itself. */
const reportDir = (): string => process.env.BACKLOG_REPORT_DIR ?? join(process.cwd(), "data", "report");

let cached: Report[] | undefined;

/**
 * Every team's report, sorted by name.
 * @throws when a report is missing its contract or has another team's name: a page must never be drawn from half a
 *   report, nor be left out.
 */
export const loadReports = (): Report[] => {
  if (cached !== undefined) return cached;
  const folder = reportDir();
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  const reports = files.map((file) => {
    const parsed = reportSchema.safeParse(JSON.parse(readFileSync(join(folder, file), "utf8")));
    if (!parsed.success)
      throw new Error(`${join(folder, file)} breaks the report contract: ${parsed.error.message}`);
    const { id } = parsed.data.team;
    // Who writes a team's pages is told by file: under another name they would be missing in silence.
    if (file !== `${id}.json`)
      throw new Error(`${join(folder, file)} is the report of the team "${id}": rename it to ${id}.json`);
    return parsed.data;
  });
  cached = reports.sort((a, b) => a.team.name.localeCompare(b.team.name, "en"));
  return cached;
};

/**
 * The reports of the teams whose own pages this process writes: all of them, or where several processes share a large
 * site those that `BACKLOG_TEAMS` names, as ids parted by `/`.
 */
export const loadOwnReports = (): Report[] => {
  const own = process.env.BACKLOG_TEAMS?.split("/");
  return own === undefined ? loadReports() : loadReports().filter(({ team }) => own.includes(team.id));
};
