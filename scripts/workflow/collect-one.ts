import { spawnSync } from "node:child_process";
import { dataDir } from "./folders.ts";

/** Collects one team by the command itself, in a process of its own. */
export const collectOne = (env: NodeJS.ProcessEnv, team: string): boolean => {
  const flags = env.ACCEPT_SHRINK === "true" ? ["--accept-shrink"] : [];
  const args = ["scripts/collect.ts", "--data", dataDir(env), `--team=${team}`, ...flags];
  return spawnSync(process.execPath, args, { stdio: "inherit" }).status === 0;
};
