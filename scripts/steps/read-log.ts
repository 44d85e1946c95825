import { effortRules, readSessions } from "../../src/sources/list-sessions.ts";
import { SourceError } from "../../src/sources/source-error.ts";
import { complain } from "../cli/log.ts";
import type { Team } from "./teams.ts";

/**
 * A team's refinement files. One that cannot be read is named, and then none counts: part of the effort would look
 * like all of it, while the rest of the page still stands.
 */
export const readLog = async (team: Team, asOf: number) => {
  try {
    const log = await readSessions(team.dir, effortRules(team.config, asOf));
    return { log, failed: false };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    complain(`${team.dir}/${error.message}`, { file: `${team.dir}/${error.file}`, line: error.line });
    return { log: null, failed: true };
  }
};
