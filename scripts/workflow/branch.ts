import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { say } from "../cli/log.ts";
import { dataDir } from "./folders.ts";
import { gitIn } from "./git.ts";

/** An orphan branch: it has no commit in common with the code, and a bot's daily commits stay out of that history. */
export const BRANCH = "backlog-data";

const README = `# Data of Backlog Runway

The refresh workflow writes this branch: the state and the changes of every team's backlog, as text. It holds no
titles unless a team publishes them, and no people, descriptions or comments.

Deleting the branch deletes the history. The next run would begin it anew from the exports and the tracker.
`;

/** Checks the data branch out into `data/store`, or begins it there on the first run. */
export const openBranch = async (env: NodeJS.ProcessEnv): Promise<boolean> => {
  const store = join(dataDir(env), "store");
  const remote = gitIn(".", env)("remote", "get-url", "origin");
  mkdirSync(store, { recursive: true });
  const git = gitIn(store, env);
  git("init", "--quiet", "--initial-branch", BRANCH);
  git("remote", "add", "origin", remote);
  // Asked first: a branch that is not there is a first run, a remote that does not answer is a failure.
  if (git("ls-remote", "--heads", "origin", BRANCH) === "") {
    writeFileSync(join(store, "README.md"), README);
    say(`There is no branch ${BRANCH} yet: this run begins it.`);
    return true;
  }
  git("fetch", "--quiet", "--depth=1", "origin", BRANCH);
  git("checkout", "--quiet", "-B", BRANCH, "FETCH_HEAD");
  say(`${BRANCH} is at ${git("rev-parse", "--short", "HEAD")}.`);
  return true;
};
