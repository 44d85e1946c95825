import { readArgs } from "./cli/args.ts";
import { asOfIn } from "./cli/as-of.ts";
import { collectTeam } from "./steps/collect.ts";
import { guarded } from "./steps/guard.ts";
import { openTeams } from "./steps/teams.ts";

const args = readArgs({
  name: "collect",
  does: "Brings data/store up to date: reads every team's new exports, or what changed on GitHub.",
  flags: ["data", "team", "as-of", "accept-shrink", "minutes"],
});
const { teams, failed } = openTeams(args);
let ok = failed === 0;
for (const team of teams) {
  const asOf = asOfIn(args.asOf, team.config.timezone);
  ok = (await guarded(team.config.id, () => collectTeam(team, { ...args, asOf }))) && ok;
}
process.exitCode = ok ? 0 : 1;
