import type { Args } from "../cli/args.ts";
import { buildSite } from "./build.ts";
import { collectTeam } from "./collect.ts";
import { guarded } from "./guard.ts";
import { removeStrayReports, reportTeam } from "./report.ts";
import { openTeams } from "./teams.ts";

/**
 * Collect, report, build. A team that fails is named and keeps its last good data; the others go on.
 * @returns whether all went well
 */
export const refresh = async (args: Args): Promise<boolean> => {
  const { teams, ids, failed } = openTeams(args);
  let ok = failed === 0;
  for (const team of teams) {
    const step = async (): Promise<boolean> => {
      const collected = await collectTeam(team, args);
      return (await reportTeam(team, args)) && collected;
    };
    ok = (await guarded(team.config.id, step)) && ok;
  }
  if (teams.length === 0) return false;
  if (args.teams.length === 0) removeStrayReports(args.data, ids);
  return (await buildSite(args)) && ok;
};
