import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** As `src/config/load.ts` has it, which cannot be loaded before `npm ci`. A test holds the two together. */
export const TEAM_ID = /^[a-z0-9][a-z0-9._-]*$/iu;

/** Where the data is: `DATA_DIR`, else `data`. */
export const dataDir = (env: NodeJS.ProcessEnv): string => env.DATA_DIR || "data";

/** The folders of a folder, sorted; none where it is not there. */
export const foldersIn = (dir: string): string[] =>
  existsSync(dir)
    ? readdirSync(dir)
        .filter((name) => statSync(join(dir, name), { throwIfNoEntry: false })?.isDirectory())
        .sort()
    : [];

/** Teams whose folder's name can be a name in a path, an address and a job. The others are named by `refresh`. */
export const teamIds = (data: string): string[] =>
  foldersIn(join(data, "teams")).filter((name) => TEAM_ID.test(name));
