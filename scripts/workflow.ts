import { complain } from "./cli/log.ts";
import { collectBatch } from "./workflow/batch.ts";
import { openBranch } from "./workflow/branch.ts";
import { mergeCollected } from "./workflow/merge.ts";
import { planRun } from "./workflow/plan.ts";
import { publishBranch } from "./workflow/publish.ts";
import { rebuildStores } from "./workflow/rebuild.ts";
import { saveBranch } from "./workflow/save.ts";

// What `refresh.yml` does besides the npm commands. Everything comes by environment variables, since a value that is
// put into the text of a `run:` would be read by the shell. `plan` runs before `npm ci`, so nothing that these files
// load at their start may come from a package.

const COMMANDS: Readonly<Record<string, (env: NodeJS.ProcessEnv) => Promise<boolean>>> = {
  plan: planRun,
  open: openBranch,
  rebuild: rebuildStores,
  collect: collectBatch,
  merge: mergeCollected,
  save: saveBranch,
  publish: publishBranch,
};

const [name = ""] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (command === undefined) {
  console.error(`Usage: node scripts/workflow.ts ${Object.keys(COMMANDS).join("|")}`);
  process.exitCode = 2;
} else {
  try {
    process.exitCode = (await command(process.env)) ? 0 : 1;
  } catch (error) {
    complain(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
