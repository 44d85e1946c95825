import { say } from "../cli/log.ts";
import { setForSteps, tellSteps } from "../cli/output.ts";
import { dataDir, teamIds } from "./folders.ts";
import { isPrivate } from "./visibility.ts";

/** GitHub starts no more jobs than this from one matrix. */
const JOBS = 256;

export type Batch = { name: string; teams: string[] };

/** One job a team, or as few teams a job as 256 jobs allow. */
export const batchesOf = (teams: readonly string[]): Batch[] => {
  const size = Math.ceil(teams.length / JOBS);
  const batches: string[][] = [];
  for (let at = 0; at < teams.length; at += size) batches.push(teams.slice(at, at + size));
  return batches.map((batch) => ({
    name: batch.length === 1 ? batch[0]! : `${batch[0]} to ${batch.at(-1)}`,
    teams: batch,
  }));
};

export type Pages = "actions" | "branch" | "artifact";

/** A site on GitHub Pages is open to everyone on most plans, so a private repository publishes only when told to. */
export const pagesOf = (wish: string, options: { private: boolean }): Pages => {
  if (wish === "actions" || wish === "branch" || wish === "artifact") return wish;
  if (wish !== "")
    throw new Error(`the variable BACKLOG_PAGES is "${wish}": expected actions, branch or artifact`);
  return options.private ? "artifact" : "actions";
};

/** Under which path the site will be served, where no other step can say it. */
const basePath = (env: NodeJS.ProcessEnv, pages: Pages): string =>
  env.WANTED_BASE_PATH ||
  (pages === "branch" ? `/${(env.GITHUB_REPOSITORY ?? "").split("/")[1] ?? ""}/` : "/");

/**
 * Decides how this run goes: one job or many, where the site goes, and whether anything is kept. A run on another
 * branch than the default one is a trial: it neither commits nor deploys.
 */
export const planRun = async (env: NodeJS.ProcessEnv): Promise<boolean> => {
  const teams = teamIds(dataDir(env));
  const asked = env.TEAM ?? "";
  const single = teams.length < 2 || env.BACKLOG_JOBS === "one";
  const wanted = asked === "" ? teams : teams.filter((id) => id === asked);
  if (asked !== "" && wanted.length === 0) {
    throw new Error(`there is no team "${asked}" in ${dataDir(env)}/teams`);
  }
  const pages = pagesOf(env.BACKLOG_PAGES ?? "", { private: await isPrivate(env) });
  const elsewhere = (env.DEFAULT_BRANCH ?? "") !== "" && env.DEFAULT_BRANCH !== env.GITHUB_REF_NAME;
  const keep = env.DRY_RUN !== "true" && !elsewhere;
  const shared = { pages, keep: String(keep), base: basePath(env, pages) };
  tellSteps({
    ...shared,
    mode: single ? "one" : "many",
    batches: JSON.stringify(single ? [] : batchesOf(wanted)),
  });
  setForSteps({
    WORK: single ? "publish" : "hand-over",
    PAGES: shared.pages,
    KEEP: shared.keep,
    PLANNED_BASE: shared.base,
  });
  say(`${teams.length} teams, ${single ? "all in this job" : "one job each"}; the site: ${pages}.`);
  if (!keep) say(elsewhere ? "Not the default branch: nothing is kept." : "Dry run: nothing is kept.");
  return true;
};
