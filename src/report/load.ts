/** The pages' only way to the data: the reports that the scripts wrote, checked against the contract. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Report, reportSchema } from "./schema.ts";

/** The folder is handed over by the build script, since Astro starts the pages by itself. */
const reportDir = (): string => process.env.BACKLOG_REPORT_DIR ?? join(process.cwd(), "data", "report");

let cached: Report[] | undefined;

/** The teams whose pages this process writes where several share a large site: ids parted by `/`. */
const ownTeams = (): readonly string[] | undefined => process.env.BACKLOG_TEAMS?.split("/");

const checked = (data: unknown, path: string): Report => {
  const parsed = reportSchema.safeParse(data);
  if (!parsed.success) throw new Error(`${path} breaks the report contract: ${parsed.error.message}`);
  const { id } = parsed.data.team;
  // Who writes a team's pages is told by file: under another name they would be missing in silence.
  if (basename(path) !== `${id}.json`)
    throw new Error(`${path} is the report of the team "${id}": rename it to ${id}.json`);
  return parsed.data;
};

/**
 * Every team's report, sorted by name. Each is checked by the process that writes the team's pages; where that is
 * another one, its failure ends the build as well.
 * @throws when a report is missing its contract or has another team's name: a page must never be drawn from half a
 *   report, nor be left out.
 */
export const loadReports = (): Report[] => {
  if (cached !== undefined) return cached;
  const [folder, own] = [reportDir(), ownTeams()];
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  const reports = files.map((file) => {
    const path = join(folder, file);
    const data: unknown = JSON.parse(readFileSync(path, "utf8"));
    return own === undefined || own.includes(basename(file, ".json"))
      ? checked(data, path)
      : (data as Report);
  });
  cached = reports.sort((a, b) => a.team.name.localeCompare(b.team.name, "en"));
  return cached;
};

/** The reports of the teams whose own pages this process writes: all of them, or its share of a large site. */
export const loadOwnReports = (): Report[] => {
  const own = ownTeams();
  return own === undefined ? loadReports() : loadReports().filter(({ team }) => own.includes(team.id));
};
