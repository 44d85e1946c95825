import { join } from "node:path";
import { complain, say } from "../cli/log.ts";
import { BRANCH } from "./branch.ts";
import { collectOne } from "./collect-one.ts";
import { dataDir } from "./folders.ts";
import { type Git, gitIn, succeeds } from "./git.ts";

/** How often a push is tried when another run was quicker. */
const TRIES = 4;
/** Teams that a commit message names. */
const NAMED = 10;

/** The folders, one a team, that differ between two commits. */
const teamsBetween = (git: Git, from: string | null, to: string): string[] => {
  const paths =
    from === null
      ? git("ls-tree", "-r", "-z", "--name-only", to)
      : git("diff", "-z", "--name-only", from, to);
  return [...new Set(paths.split("\0").flatMap((path) => (path.includes("/") ? [path.split("/")[0]!] : [])))];
};

const message = (teams: readonly string[]): string => {
  const more = teams.length > NAMED ? ` and ${teams.length - NAMED} more` : "";
  return teams.length === 0 ? "Refresh" : `Refresh ${teams.slice(0, NAMED).join(", ")}${more}`;
};

const stagedTeams = (git: Git): string[] => [
  ...new Set(
    git("diff", "--cached", "-z", "--name-only")
      .split("\0")
      .flatMap((path) => (path.includes("/") ? [path.split("/")[0]!] : [])),
  ),
];

/** Commits what differs; `false` when nothing does. Workflow files are never staged: the token may not push them. */
const commit = (git: Git): boolean => {
  git("add", "--all", "--", ".", ":(exclude).github");
  if (succeeds(() => git("diff", "--cached", "--quiet"))) return false;
  git("commit", "--quiet", "--message", message(stagedTeams(git)));
  return true;
};

/**
 * Puts this run's commit on top of the other's. Teams are folders of their own, so what only one of the two changed is
 * taken as it is; a team that both changed is collected again on top of the other's store.
 */
const putOnTop = (git: Git, env: NodeJS.ProcessEnv, base: string | null): void => {
  const ours = git("rev-parse", "HEAD");
  const mine = teamsBetween(git, base, ours);
  const theirs = new Set(teamsBetween(git, base, "FETCH_HEAD"));
  git("reset", "--quiet", "--hard", "FETCH_HEAD");
  const kept = new Set(teamsBetween(git, null, ours));
  for (const team of mine.filter((id) => !theirs.has(id))) {
    if (kept.has(team)) {
      git("rm", "-r", "--quiet", "--ignore-unmatch", "--", team);
      git("checkout", "--quiet", ours, "--", team);
    }
  }
  for (const team of mine.filter((id) => theirs.has(id))) {
    say(`${team}: another run changed it meanwhile; it is collected again on top.`);
    if (!collectOne(env, team)) {
      git("checkout", "--quiet", "HEAD", "--", team);
      say(`${team}: keeps what the other run read; the next run adds what is missing.`);
    }
  }
};

/** Commits the store to the data branch when it changed, and pushes; a run that was quicker loses nothing. */
export const saveBranch = async (env: NodeJS.ProcessEnv): Promise<boolean> => {
  const git = gitIn(join(dataDir(env), "store"), env);
  const hadBase = succeeds(() => git("rev-parse", "--verify", "--quiet", "HEAD"));
  let base = hadBase ? git("rev-parse", "HEAD") : null;
  if (!commit(git)) {
    say("The store is as it was: no commit.");
    return true;
  }
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    if (succeeds(() => git("push", "--quiet", "origin", `HEAD:refs/heads/${BRANCH}`))) {
      say(`Committed to ${BRANCH}: ${git("log", "-1", "--format=%h %s")}`);
      return true;
    }
    if (!succeeds(() => git("fetch", "--quiet", "origin", BRANCH))) break;
    const tip = git("rev-parse", "FETCH_HEAD");
    // Refused, though nobody was quicker: a rule of the branch, or a missing right. Trying again would not help.
    if (tip === base) break;
    putOnTop(git, env, base);
    base = tip;
    if (!commit(git)) {
      say("Another run has stored the same already: no commit.");
      return true;
    }
  }
  complain(
    `The store could not be pushed to ${BRANCH}. Its rules must let GITHUB_TOKEN write to it; nothing is lost, the next run reads again.`,
  );
  return false;
};
