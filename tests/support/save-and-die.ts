/**
 * Saves or loads a store in a process of its own and kills it at one step of the file system:
 * `node save-and-die.ts <save|load> <store with the new history> <store to change> <step>`.
 * A write is cut in its middle, everything else dies before it is done. Writes the count of steps to the
 * standard output when it lives to the end.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const [action, from, to, step] = process.argv.slice(2) as [string, string, string, string];

const STEPS = [
  "existsSync",
  "mkdirSync",
  "readdirSync",
  "readFileSync",
  "renameSync",
  "rmSync",
  "writeFileSync",
] as const;
let counting = false;
let steps = 0;

type Call = (...given: unknown[]) => unknown;
const calls = fs as unknown as Record<string, Call>;
for (const name of STEPS) {
  const call = calls[name]!;
  calls[name] = (...given) => {
    if (counting) steps += 1;
    if (!counting || steps !== Number(step)) return call(...given);
    if (name === "writeFileSync") {
      const text = given[1] as string;
      call(given[0], text.slice(0, text.length / 2));
    }
    process.kill(process.pid, "SIGKILL");
    throw new Error("unreachable: the process is dead");
  };
}
syncBuiltinESMExports();

const { loadHistory, saveHistory } = await import("../../src/history/store.ts");
const next = loadHistory(from);
counting = true;
if (action === "save") saveHistory(to, next);
else loadHistory(to);
counting = false;
console.log(steps);
