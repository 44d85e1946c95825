import { loadHistory } from "../../../src/history/store.ts";
import { buildReport } from "../../../src/report/build.ts";
import { begin, report } from "../support/children.ts";
import { weeklySessions } from "./simulate.ts";
import { fiveYearsTeam } from "./team.ts";

// Makes the whole report of a store that is in memory already: every metric, and what is said and published of them.

const [folder, asOf] = process.argv.slice(2) as [string, string];
const history = loadHistory(folder);
const team = fiveYearsTeam();
const sessions = weeklySessions(Number(asOf));
const started = begin();
const { metrics } = buildReport({ team, history, sessions, findings: [], asOf: Number(asOf) });
report(started, Object.keys(metrics).length);
