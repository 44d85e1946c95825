import { readArgs } from "./cli/args.ts";
import { asOfIn } from "./cli/as-of.ts";
import { checkTeam } from "./steps/check.ts";
import { guarded } from "./steps/guard.ts";
import { openTeams } from "./steps/teams.ts";

const args = readArgs({
  name: "check",
  does: "Reads the configuration, and the exports or what the token may see of GitHub, says what puzzles it, and changes nothing.",
  flags: ["data", "team", "as-of"],
});
const { teams, failed } = openTeams(args);
let ok = failed === 0;
for (const team of teams) {
  const asOf = asOfIn(args.asOf, team.config.timezone);
  ok = (await guarded(team.config.id, () => checkTeam(team, { ...args, asOf }))) && ok;
}
process.exitCode = ok ? 0 : 1;
