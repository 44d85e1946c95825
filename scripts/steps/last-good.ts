import { execFileSync } from "node:child_process";
import { loadSite } from "../../src/config/load.ts";
import { parseTeam } from "../../src/config/parse.ts";
import { withinSite } from "../../src/config/site.ts";
import type { Team } from "./teams.ts";

/** Versions of a `team.yaml` that are looked through for the last right one. */
const VERSIONS = 50;

const git = (dir: string, ...args: string[]): string | null => {
  try {
    return execFileSync("git", args, { cwd: dir, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    // No git, no repository, or no such file in that commit: there is no earlier version to go by.
    return null;
  }
};

/**
 * A team by the last version of its `team.yaml` that was right, so that a slip in the file does not take the team's
 * page down; `null` where git knows of none.
 */
export const lastGoodTeam = (options: { data: string; id: string }): { team: Team; day: string } | null => {
  const { data, id } = options;
  const dir = `${data}/teams/${id}`;
  const log = git(dir, "log", `-${VERSIONS}`, "--format=%H %cs", "--", "team.yaml");
  for (const line of (log ?? "").split("\n").filter(Boolean)) {
    const [commit, day] = line.split(" ") as [string, string];
    const text = git(dir, "show", `${commit}:./team.yaml`);
    if (text === null) continue;
    const { team: config } = parseTeam({ text, file: `${dir}/team.yaml`, id });
    if (!config) continue;
    const { site } = loadSite({ dataDir: data });
    return { team: { config: withinSite(config, site), dir, store: `${data}/store/${id}` }, day };
  }
  return null;
};
