import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { demoFiles } from "./demo/files.ts";

const help = `Writes the demo team: its configuration, half a year of exports and its refinement log.
The same bytes on every run.

Usage: node scripts/demo.ts [--out DIR]

  --out DIR   the team's folder (default: data/teams/demo)
  --help      this text
`;

const exportName = /^\d{4}-\d{2}-\d{2}T\d{6}\.csv$/;

process.exitCode = main();

function main(): number {
  const options = readOptions();
  if (options === null) return 2;
  if (options.help) {
    process.stdout.write(help);
    return 0;
  }
  const out = resolve(options.out);
  removeOldExports(join(out, "exports"));
  const files = demoFiles();
  for (const [path, text] of files) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), text);
  }
  console.log(`${files.size} files written to ${options.out}`);
  return 0;
}

function readOptions(): { out: string; help: boolean } | null {
  try {
    const { values } = parseArgs({
      options: {
        out: { type: "string", default: join("data", "teams", "demo") },
        help: { type: "boolean", default: false },
      },
    });
    return values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${help}`);
    return null;
  }
}

/** An export of an earlier generator would be read as one more observation; files of other names are left alone. */
function removeOldExports(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (exportName.test(name)) rmSync(join(folder, name));
}
