import { loadTeams } from "../../src/config/load.ts";
import type { TeamConfig } from "../../src/config/team-config.ts";
import { complainOf } from "../cli/log.ts";

export type Team = {
  config: TeamConfig;
  dir: string;
  store: string;
  /** When this run looked at a source that keeps its own clock, by that clock; unset where it did not. */
  lookedAt?: number;
};

/** The teams whose configuration is right; what is wrong with the others is printed, every error at once. */
export const openTeams = (options: {
  data: string;
  teams: readonly string[];
}): {
  teams: Team[];
  /** Every team that has a folder, right or wrong. */
  ids: string[];
  failed: number;
} => {
  const loaded = loadTeams({ dataDir: options.data, only: options.teams });
  const teams: Team[] = [];
  let failed = 0;
  for (const { id, dir, result } of loaded) {
    if (result.team) {
      teams.push({ config: result.team, dir, store: `${options.data}/store/${id}` });
      continue;
    }
    failed += 1;
    for (const error of result.errors) complainOf(error);
  }
  return { teams, ids: loaded.map(({ id }) => id), failed };
};
