import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { damagedFiles } from "../../scripts/bench/fuzz/damage.ts";
import { readDamaged } from "../../scripts/bench/fuzz/read-damaged.ts";
import { FIXTURES } from "./formats/read-fixture.ts";

const root = resolve(import.meta.dirname, "../..");
const demo = globSync("data/teams/demo/exports/*.csv", { cwd: root }).sort()[0]!;
const fixtures = globSync("*", { cwd: FIXTURES }).sort();
const originals = [join(root, demo), ...fixtures.map((name) => join(FIXTURES, name))].map((path) =>
  readFileSync(path),
);

// `npm run bench -- fuzz` reads 100,000 of them.
test("a damaged export of any format is read with every row accounted for, or refused by name", async () => {
  const counts = { read: 0, refused: 0 };
  for (const bytes of damagedFiles({ originals, count: 1500, seed: 0.5 }))
    counts[await readDamaged(bytes)] += 1;
  expect(counts.read).toBeGreaterThan(300);
  expect(counts.refused).toBeGreaterThan(300);
});
