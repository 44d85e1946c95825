import { readArgs } from "./cli/args.ts";
import { asOfIn } from "./cli/as-of.ts";
import { guarded } from "./steps/guard.ts";
import { reportTeam } from "./steps/report.ts";
import { openTeams } from "./steps/teams.ts";

const args = readArgs({
  name: "report",
  does: "Measures every team from data/store and writes data/report.",
  flags: ["data", "team", "as-of"],
});
const { teams, failed } = openTeams(args);
let ok = failed === 0;
for (const team of teams) {
  const asOf = asOfIn(args.asOf, team.config.timezone);
  ok = (await guarded(team.config.id, () => reportTeam(team, { ...args, asOf }))) && ok;
}
process.exitCode = ok ? 0 : 1;
