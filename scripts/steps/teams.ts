import { loadTeams } from "../../src/config/load.ts";
import { withinSite } from "../../src/config/site.ts";
import type { TeamConfig } from "../../src/config/team-config.ts";
import { complainOf } from "../cli/log.ts";
import { openSite } from "./site.ts";

export type Team = {
  config: TeamConfig;
  dir: string;
  store: string;
  /** When this run looked at a source that keeps its own clock, by that clock; unset where it did not. */
  lookedAt?: number;
};

/**
 * The teams whose configuration is right, within what the site allows; what is wrong with the others or with the site
 * is printed, every error at once.
 */
export const openTeams = (options: {
  data: string;
  teams: readonly string[];
}): {
  teams: Team[];
  /** Every team that has a folder, right or wrong. */
  ids: string[];
  /** Configurations that are wrong, that of the site included. */
  failed: number;
  /** The site's own configuration is right. */
  siteRight: boolean;
} => {
  const { site, right } = openSite(options.data);
  const loaded = loadTeams({ dataDir: options.data, only: options.teams });
  const teams: Team[] = [];
  let failed = right ? 0 : 1;
  for (const { id, dir, result } of loaded) {
    if (result.team) {
      teams.push({ config: withinSite(result.team, site), dir, store: `${options.data}/store/${id}` });
      continue;
    }
    failed += 1;
    for (const error of result.errors) complainOf(error);
  }
  return { teams, ids: loaded.map(({ id }) => id), failed, siteRight: right };
};
