import type { Args } from "../cli/args.ts";
import { asOfIn } from "../cli/as-of.ts";
import { complain } from "../cli/log.ts";
import { tellSteps } from "../cli/output.ts";
import { collectWithheld } from "../scan/withheld.ts";
import { buildSite } from "./build.ts";
import { collectTeam } from "./collect.ts";
import { guarded } from "./guard.ts";
import { removeStrayReports, reportTeam } from "./report.ts";
import { reportBroken } from "./report-broken.ts";
import { openTeams } from "./teams.ts";

/**
 * Collect, report, build. A team that fails is named and keeps its last good data; the others go on.
 * @returns whether all went well
 */
export const refresh = async (args: Args): Promise<boolean> => {
  const { teams, ids, siteRight } = openTeams(args);
  const right = new Set(teams.map(({ config }) => config.id));
  const broken = (args.teams.length === 0 ? ids : args.teams).filter((id) => !right.has(id));
  const failed = [...broken];
  const withheld = collectWithheld();
  for (const team of teams) {
    const options = { ...args, asOf: asOfIn(args.asOf, team.config.timezone), withheld };
    const step = async (): Promise<boolean> => {
      const collected = args.stored || (await collectTeam(team, options));
      return (await reportTeam(team, options)) && collected;
    };
    if (!(await guarded(team.config.id, step))) failed.push(team.config.id);
  }
  const shown = teams.length + (await reportBroken(broken, args));
  tellSteps({ failed: JSON.stringify(failed) });
  if (shown === 0) return false;
  if (args.teams.length === 0) removeStrayReports(args.data, ids);
  const built = await buildSite({ ...args, withheld });
  if (failed.length > 0) complain(`Not refreshed: ${failed.join(", ")}.`);
  return built && siteRight && failed.length === 0;
};
