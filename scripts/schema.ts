import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { configSchemas } from "../src/config/json-schema.ts";

// Writes the JSON Schemas of the configuration into public/; with --check only says whether they are up to date.

const fileOf = (name: string): URL => new URL(`../public/${name}`, import.meta.url);

const current = (name: string): string | null => {
  try {
    return readFileSync(fileOf(name), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
};

const isCheck = (): boolean | null => {
  try {
    return parseArgs({ options: { check: { type: "boolean", default: false } } }).values.check;
  } catch (error) {
    console.error(
      `${error instanceof Error ? error.message : error}\nUsage: node scripts/schema.ts [--check]`,
    );
    return null;
  }
};

const bring = (name: string, text: string, check: boolean): void => {
  if (current(name) === text) console.log(`public/${name} is up to date`);
  else if (check) {
    console.error(`public/${name} differs from the schemas in src/config: run \`node scripts/schema.ts\``);
    process.exitCode = 1;
  } else {
    writeFileSync(fileOf(name), text);
    console.log(`public/${name} written`);
  }
};

const check = isCheck();
if (check === null) process.exitCode = 2;
else for (const [name, text] of Object.entries(configSchemas())) bring(name, text, check);
