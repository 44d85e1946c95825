import { loadHistory } from "../../../src/history/store.ts";
import { buildReport } from "../../../src/report/build.ts";
import { begin, report } from "../support/children.ts";
import { weeklySessions } from "./simulate.ts";
import { fiveYearsTeam } from "./team.ts";

// Makes the report of a store that is in memory already: the backlog through time, every metric, the quality findings.

const [folder, asOf] = process.argv.slice(2) as [string, string];
const history = loadHistory(folder);
const team = fiveYearsTeam();
const sessions = weeklySessions(Number(asOf));
const started = begin();
const { metrics } = buildReport({ team, history, sessions, findings: [], asOf: Number(asOf) });
const failed = Object.entries(metrics).filter(([, { state }]) => state === "error");
if (failed.length > 0) throw new Error(failed.map(([id, { reason }]) => `${id}: ${reason}`).join("\n"));
report(started, Object.keys(metrics).length);
