import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { TeamConfig } from "../config/team-config.ts";
import type { EffortRecords, EffortRules } from "./effort/define.ts";
import { DEFAULT_MATCH } from "./effort/match.ts";
import { readEffort } from "./effort/read-effort.ts";

const READABLE = /\.(csv|tsv|txt|ics)$/i;

/** What of a team's configuration shapes the reading of its refinement files. */
export const effortRules = (config: TeamConfig, asOf: number): EffortRules => ({
  zone: config.timezone,
  dates: config.source.kind === "exports" ? config.source.dates : null,
  match: config.effort.match ?? DEFAULT_MATCH,
  asOf,
});

/**
 * The sessions that the files of a team's `refinement/` folder tell; `null` when there is no file at all. What several
 * files tell is added up: a session that stands in the log and in a calendar counts twice.
 * @throws SourceError when a file cannot be read as a whole: part of the effort would look like all of it
 */
export const readSessions = async (teamDir: string, rules: EffortRules): Promise<EffortRecords | null> => {
  const folder = join(teamDir, "refinement");
  if (!existsSync(folder)) return null;
  const names = readdirSync(folder)
    .filter((name) => READABLE.test(name))
    .sort();
  if (names.length === 0) return null;
  const files = await Promise.all(
    names.map((name) =>
      readEffort({ bytes: readFileSync(join(folder, name)), file: `refinement/${name}`, rules }),
    ),
  );
  return {
    sessions: files.flatMap(({ sessions }) => sessions),
    problems: files.flatMap(({ problems }) => problems),
  };
};
