import { globSync } from "node:fs";
import { basename, join } from "node:path";
import type { Measure } from "./bench/support/measure.ts";
import { complain, say } from "./cli/log.ts";

// Every file of scripts/bench exports one function, `bench`. Names after `npm run bench --` choose among them.

type Bench = { bench: () => Measure[] | Promise<Measure[]> };

const folder = join(import.meta.dirname, "bench");
const names = globSync("*.ts", { cwd: folder })
  .map((file) => basename(file, ".ts"))
  .sort();
const usage = `npm run bench -- [name …]

Measures speed as ratios to the bare minimum, each in one run on one machine, and what the store takes in git: ${names.join(", ")} (default: all).

Exit codes: 0 every goal is met, 1 one is missed and named, 2 wrong usage.`;
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !names.includes(name));

if (wanted.some((word) => word === "--help" || word === "-h")) say(usage);
else if (unknown.length > 0) {
  complain(`There is no benchmark ${unknown.join(", ")}. There are: ${names.join(", ")}.`);
  process.exitCode = 2;
} else {
  for (const name of wanted.length > 0 ? wanted : names) {
    const { bench } = (await import(`./bench/${name}.ts`)) as Bench;
    for (const { name: what, value, goal, detail } of await bench()) {
      const met = goal === null || value <= goal;
      const wish = goal === null ? "" : ` (goal ≤ ${goal}${met ? "" : ", missed"})`;
      say(`${name}: ${what}: ${value.toFixed(2)}${wish}; ${detail}`);
      if (!met) process.exitCode = 1;
    }
  }
}
