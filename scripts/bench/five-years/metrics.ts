import { loadHistory } from "../../../src/history/store.ts";
import { measureTeam } from "../../../src/report/measure-team.ts";
import { begin, report } from "../support/children.ts";
import { weeklySessions } from "./simulate.ts";
import { fiveYearsTeam } from "./team.ts";

// Measures every metric of a store that is in memory already: the backlog through time and all that is read off it.

const [folder, asOf] = process.argv.slice(2) as [string, string];
const history = loadHistory(folder);
const team = fiveYearsTeam();
const sessions = weeklySessions(Number(asOf));
const started = begin();
const { results } = measureTeam({ team, history, sessions, asOf: Number(asOf) });
const failed = [...results].filter(([, { state }]) => state === "error");
if (failed.length > 0) throw new Error(failed.map(([id, { reason }]) => `${id}: ${reason}`).join("\n"));
report(started, results.size);
