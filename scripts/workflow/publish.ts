import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { say } from "../cli/log.ts";
import { gitIn } from "./git.ts";

/** Where the site goes with BACKLOG_PAGES=branch, for servers that cannot deploy from Actions. */
const SITE_BRANCH = "backlog-site";

/** Pushes the built site as the only commit of its branch: a site is computed, so its past is worth nothing. */
export const publishBranch = async (env: NodeJS.ProcessEnv): Promise<boolean> => {
  const site = env.OUT_DIR || "dist";
  if (!existsSync(join(site, "index.html"))) throw new Error(`${site} holds no site`);
  const remote = gitIn(".", env)("remote", "get-url", "origin");
  const git = gitIn(site, env);
  // Without it Pages would run Jekyll over the site and drop what begins with an underscore.
  writeFileSync(join(site, ".nojekyll"), "");
  git("init", "--quiet", "--initial-branch", SITE_BRANCH);
  git("add", "--all");
  git("commit", "--quiet", "--message", "Site");
  git("push", "--quiet", "--force", remote, `HEAD:refs/heads/${SITE_BRANCH}`);
  say(`The site is on the branch ${SITE_BRANCH}.`);
  return true;
};
