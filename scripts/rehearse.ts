import { cpSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { describeRun } from "./rehearse/describe.ts";
import type { Event } from "./rehearse/run.ts";
import { openScratch } from "./rehearse/scratch.ts";
import { manyTeams } from "./rehearse/teams.ts";

// Runs refresh.yml on this machine: its own steps, in order, in a scratch repository with a bare remote. The actions
// are replaced by stand-ins that do what the workflow relies on, and `npm ci` links the packages that are here.

const USAGE = `npm run rehearse -- [options]

Runs the refresh workflow off GitHub, and shows its summary, the data branch and the site it would deploy.

Options:
  --event NAME         push, schedule or workflow_dispatch (default: workflow_dispatch)
  --input NAME=VALUE   an input of workflow_dispatch: team, rebuild, accept-shrink, dry-run; may be given again
  --var NAME=VALUE     a variable of the repository, such as BACKLOG_PAGES=artifact; may be given again
  --private            the repository is private
  --teams NUMBER       that many small teams in place of those in data/teams
  --runs NUMBER        one run after the other (default: 1)
  --log                show what every step prints
  --out DIR            keep the deployed site there
  --keep               keep the scratch repository, and say where it is
  --help               this text

Exit codes: 0 the last run is green, 1 it is red, 2 wrong usage.`;

const OPTIONS = {
  event: { type: "string", default: "workflow_dispatch" },
  input: { type: "string", multiple: true, default: [] as string[] },
  var: { type: "string", multiple: true, default: [] as string[] },
  private: { type: "boolean", default: false },
  teams: { type: "string" },
  runs: { type: "string", default: "1" },
  log: { type: "boolean", default: false },
  out: { type: "string" },
  keep: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

const wrong = (message: string): never => {
  console.error(`${message}\n\n${USAGE}`);
  process.exit(2);
};

const read = () => {
  try {
    return parseArgs({ options: OPTIONS, strict: true }).values;
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
};

const pairs = (list: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    list.map((pair) => {
      const at = pair.indexOf("=");
      return at > 0 ? [pair.slice(0, at), pair.slice(at + 1)] : wrong(`"${pair}" is not NAME=VALUE`);
    }),
  );

const values = read();
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
const event = ["push", "schedule", "workflow_dispatch"].find((name) => name === values.event);
if (event === undefined) wrong(`"${values.event}" is no event of this workflow`);
const [runs, teams] = [Number(values.runs), values.teams === undefined ? null : Number(values.teams)];
if (!Number.isInteger(runs) || runs < 1) wrong(`--runs: "${values.runs}" is no number of runs`);
if (teams !== null && (!Number.isInteger(teams) || teams < 1))
  wrong(`--teams: "${values.teams}" is no number`);

const scratch = openScratch({
  project: resolve(import.meta.dirname, ".."),
  ...(teams === null ? {} : { files: manyTeams(teams) }),
  settings: { private: values.private, vars: pairs(values.var) },
});
try {
  let green = false;
  for (let count = 1; count <= runs; count += 1) {
    const inputs = pairs(values.input);
    const began = Date.now();
    const result = await scratch.start(event as Event["name"], { inputs });
    green = result.result === "success";
    console.log(
      describeRun({ result, scratch, count, seconds: (Date.now() - began) / 1000, log: values.log }),
    );
  }
  if (values.out !== undefined && scratch.hasSite())
    cpSync(join(scratch.root, "site"), values.out, { recursive: true });
  process.exitCode = green ? 0 : 1;
} finally {
  if (values.keep) console.log(`The scratch repository is in ${scratch.root}.`);
  else scratch.remove();
}
