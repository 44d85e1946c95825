import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readExport } from "../../src/sources/read-export.ts";
import { sources } from "../../src/sources/registry.ts";
import { SourceError } from "../../src/sources/source-error.ts";
import { readingSettings } from "./jira/jira-file.ts";

const root = resolve(import.meta.dirname, "../..");
const first = globSync("data/teams/demo/exports/*.csv", { cwd: root }).sort()[0]!;
const whole = readFileSync(resolve(root, first));

const settings = readingSettings({ titles: true });
const read = (bytes: Uint8Array) => readExport({ bytes, file: "exports/a.csv", format: "auto", settings });

/** One damage: cut off, something put in, something taken out, or a byte turned. */
const damage = fc.record({
  at: fc.nat(),
  how: fc.constantFrom("cut", "put", "take", "turn"),
  text: fc.constantFrom(
    ",",
    '"',
    "\n",
    "\r\n",
    ";",
    "\t",
    "\0",
    "é",
    "\ufeff",
    "0|i",
    "Issue key",
    "12/34/5678",
  ),
  length: fc.integer({ min: 1, max: 300 }),
});

const damaged = (damages: readonly (typeof damage extends fc.Arbitrary<infer T> ? T : never)[]): Uint8Array =>
  damages.reduce<Buffer>((bytes, { at, how, text, length }) => {
    const place = bytes.length === 0 ? 0 : at % bytes.length;
    if (how === "cut") return bytes.subarray(0, place);
    if (how === "put")
      return Buffer.concat([bytes.subarray(0, place), Buffer.from(text), bytes.subarray(place)]);
    if (how === "take") return Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + length)]);
    const turned = Buffer.from(bytes);
    if (turned.length > 0) turned[place] = length % 256;
    return turned;
  }, whole);

test("a damaged export is read with every row accounted for, or refused by name", async () => {
  let readable = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (damages) => {
      try {
        const { items, skipped, rows } = await read(damaged(damages));
        expect(items.size + Object.values(skipped).reduce((a, b) => a + b, 0)).toBe(rows);
        readable += 1;
      } catch (error) {
        if (!(error instanceof SourceError)) throw error;
        expect(error.message).toMatch(/^exports\/a\.csv:\d+ › /);
      }
    }),
    { numRuns: 400, seed: 5 },
  );
  expect(readable).toBeGreaterThan(100);
});

test("a source tells no field that it does not declare", async () => {
  const { fields, assumed, order, format } = await read(whole);
  const { provides } = sources.find((source) => source.id === format)!;
  expect([...fields, ...assumed].filter((field) => !provides.includes(field))).toEqual([]);
  expect(order === null || provides.includes("order")).toBe(true);
});
