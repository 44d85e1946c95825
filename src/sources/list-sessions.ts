import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../model/observation.ts";
import type { Session } from "../model/session.ts";
import { readSessionLog } from "./effort/session-log.ts";

/** What the files of a team's `refinement/` folder log; `null` when there is no file at all. */
export const readSessions = async (
  teamDir: string,
): Promise<{ sessions: Session[]; problems: Problem[] } | null> => {
  const folder = join(teamDir, "refinement");
  if (!existsSync(folder)) return null;
  const files = readdirSync(folder)
    .filter((name) => /\.(csv|tsv|txt)$/i.test(name))
    .sort();
  if (files.length === 0) return null;
  const logs = await Promise.all(
    files.map((name) => readSessionLog(readFileSync(join(folder, name)), `refinement/${name}`)),
  );
  return { sessions: logs.flatMap((log) => log.sessions), problems: logs.flatMap((log) => log.problems) };
};
