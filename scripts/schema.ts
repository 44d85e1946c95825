import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { teamJsonSchema } from "../src/config/json-schema.ts";

// Writes public/team.schema.json from the zod schema; with --check only says whether it is up to date.

const FILE = new URL("../public/team.schema.json", import.meta.url);

const current = (): string | null => {
  try {
    return readFileSync(FILE, "utf8");
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

const check = isCheck();
if (check === null) process.exitCode = 2;
else if (current() === teamJsonSchema()) console.log("public/team.schema.json is up to date");
else if (check) {
  console.error("public/team.schema.json differs from src/config/schema.ts: run `node scripts/schema.ts`");
  process.exitCode = 1;
} else {
  writeFileSync(FILE, teamJsonSchema());
  console.log("public/team.schema.json written");
}
