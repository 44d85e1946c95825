import { cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { complain } from "../cli/log.ts";
import { collectOne } from "./collect-one.ts";
import { dataDir, TEAM_ID } from "./folders.ts";
import { rebuildOne } from "./rebuild.ts";

/** Where a job of the matrix leaves what it read, to be taken along as an artifact. */
export const COLLECTED = "collected";
/** Beside the stores: which teams went well, among them those that have no store yet. */
export const DONE = "teams.json";

/**
 * A job of the matrix: collects its teams one after the other and lays aside the stores of those that went well. A
 * team that fails hands nothing over, and so keeps the store that the branch has.
 */
export const collectBatch = async (env: NodeJS.ProcessEnv): Promise<boolean> => {
  const teams = JSON.parse(env.TEAMS ?? "[]") as string[];
  const data = dataDir(env);
  mkdirSync(COLLECTED, { recursive: true });
  const done: string[] = [];
  for (const team of teams) {
    if (!TEAM_ID.test(team)) throw new Error("a team's folder has a name that cannot be used");
    const store = join(data, "store", team);
    const collected = env.REBUILD === "true" ? rebuildOne(env, team) : collectOne(env, team);
    if (!collected) continue;
    done.push(team);
    if (existsSync(store)) cpSync(store, join(COLLECTED, team), { recursive: true });
  }
  writeFileSync(join(COLLECTED, DONE), JSON.stringify(done));
  const failed = teams.filter((team) => !done.includes(team));
  if (failed.length > 0) complain(`Not collected: ${failed.join(", ")}.`);
  return failed.length === 0;
};
