import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { say } from "../cli/log.ts";
import { setForSteps } from "../cli/output.ts";
import { COLLECTED, DONE } from "./batch.ts";
import { dataDir, foldersIn, TEAM_ID } from "./folders.ts";
import type { Batch } from "./plan.ts";

/** Puts the stores that the matrix collected in place, each as a whole, and tells which teams are missing. */
export const mergeCollected = async (env: NodeJS.ProcessEnv): Promise<boolean> => {
  const store = join(dataDir(env), "store");
  const batches = JSON.parse(env.BATCHES ?? "[]") as Batch[];
  const came = new Set<string>();
  for (const artifact of foldersIn(COLLECTED)) {
    const done = JSON.parse(readFileSync(join(COLLECTED, artifact, DONE), "utf8")) as string[];
    for (const team of done.filter((name) => TEAM_ID.test(name))) {
      came.add(team);
      const collected = join(COLLECTED, artifact, team);
      rmSync(join(store, team), { recursive: true, force: true });
      if (existsSync(collected)) cpSync(collected, join(store, team), { recursive: true });
    }
  }
  const missing = batches.flatMap(({ teams }) => teams).filter((team) => !came.has(team));
  setForSteps({ MISSING: JSON.stringify(missing) });
  say(`${came.size} teams collected${missing.length > 0 ? `; not collected: ${missing.join(", ")}` : ""}.`);
  return true;
};
