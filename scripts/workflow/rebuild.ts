import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { complain, say } from "../cli/log.ts";
import { collectOne } from "./collect-one.ts";
import { dataDir, teamIds } from "./folders.ts";

/** Where a store waits while its team is read anew. Beside the stores, since in their folder it would be committed. */
const ASIDE = "store-before";

/** Reads a team from nothing; when that fails its store comes back as it was. */
export const rebuildOne = (env: NodeJS.ProcessEnv, team: string): boolean => {
  const data = dataDir(env);
  const [store, aside] = [join(data, "store", team), join(data, ASIDE, team)];
  rmSync(aside, { recursive: true, force: true });
  rmSync(join(data, "pending", team), { recursive: true, force: true });
  const known = existsSync(store);
  mkdirSync(join(data, ASIDE), { recursive: true });
  if (known) renameSync(store, aside);
  say(`${team}: everything is read anew.`);
  const done = collectOne(env, team);
  if (done || !known) return done;
  rmSync(store, { recursive: true, force: true });
  renameSync(aside, store);
  complain(`${team}: could not be built anew and keeps its store.`);
  return false;
};

/** In one job: reads the team that was asked for, or all of them, from nothing. */
export const rebuildStores = async (env: NodeJS.ProcessEnv): Promise<boolean> => {
  const asked = env.TEAM ?? "";
  const teams = teamIds(dataDir(env)).filter((team) => asked === "" || asked === team);
  // Each of them is tried: one that fails takes no other down.
  return teams.map((team) => rebuildOne(env, team)).every((done) => done);
};
