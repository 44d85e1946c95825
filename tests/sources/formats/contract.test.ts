import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { EXPORT_FORMATS } from "../../../src/config/export-formats.ts";
import { documents, sources } from "../../../src/sources/registry.ts";
import { FIXTURES, readFixture } from "./read-fixture.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const docs = join(root, "src", "docs", "sources");
const folder = join(root, "src", "sources", "formats");
const ids = sources.map(({ id }) => id);
const all = [...ids, ...documents.map(({ id }) => id)];

/** Not a tracker's: its columns are the team's. */
const OWN = "custom";

const fixtureOf = (id: string): string =>
  readdirSync(FIXTURES).find((name) => name.replace(/\.\w+$/, "") === id) ?? `${id} has no fixture`;

describe("every format", () => {
  test.each(sources)("$id has a source, a test, a fixture and a doc of its name", ({ id }) => {
    expect(existsSync(join(folder, `${id}.ts`))).toBe(true);
    expect(existsSync(join(import.meta.dirname, `${id}.test.ts`))).toBe(true);
    expect(existsSync(join(FIXTURES, fixtureOf(id)))).toBe(true);
    const doc = readFileSync(join(docs, `${id}.md`), "utf8");
    for (const heading of ["How to export", "Columns that are read", "What it cannot tell", "Limits"])
      expect(doc).toContain(`\n## ${heading}\n`);
  });

  test.each(sources)(
    "$id recognises its own fixture and example, and no other format does",
    ({ id, example }) => {
      const header = example.split(", ");
      expect(sources.filter((one) => one.recognises(header)).map((one) => one.id)).toEqual([id]);
    },
  );

  test.each(sources)(
    "$id reads its fixture to the fields that it declares, with every row accounted for",
    async ({ id, provides }) => {
      for (const format of ["auto", id]) {
        const result = await readFixture(fixtureOf(id), { titles: true }, format);
        expect(result.format).toBe(id);
        expect([...result.fields, ...result.assumed].filter((field) => !provides.includes(field))).toEqual(
          [],
        );
        expect(result.order === null || provides.includes("order")).toBe(true);
        const skipped = Object.values(result.skipped).reduce((a, b) => a + b, 0);
        expect(result.items.size + skipped).toBe(result.rows);
        // What no column tells must be unknown, not empty.
        for (const facts of result.items.values()) {
          const told = Object.entries(facts).filter(([, value]) => value !== null);
          expect(
            told.map(([field]) => field).filter((field) => !result.fields.includes(field as never)),
          ).toEqual([]);
        }
      }
    },
  );

  test("can be named in team.yaml, and nothing else can", () => {
    expect([...EXPORT_FORMATS].sort()).toEqual(["auto", OWN, ...all].sort());
  });

  test("has an id and a title of its own", () => {
    expect(new Set(all).size).toBe(all.length);
    expect(new Set([...sources, ...documents].map(({ title }) => title)).size).toBe(all.length);
  });
});

describe("nothing is left over", () => {
  const named = (place: string, ending: string): string[] =>
    readdirSync(place)
      .filter((name) => name.endsWith(ending))
      .map((name) => name.slice(0, -ending.length));

  test("a fixture, a doc or a test belongs to a format", () => {
    const known = [...all, OWN].sort();
    expect(named(docs, ".md").sort()).toEqual(known);
    expect(
      readdirSync(FIXTURES)
        .map((name) => name.replace(/\.\w+$/, ""))
        .sort(),
    ).toEqual(known);
    expect(named(import.meta.dirname, ".test.ts").sort()).toEqual(
      [...known, "contract", "real-exports"].sort(),
    );
  });

  test("a source file that defines a format is registered", () => {
    const defining = named(folder, ".ts").filter((name) =>
      /= define(?:CsvFormat|Document)\(/.test(readFileSync(join(folder, `${name}.ts`), "utf8")),
    );
    expect(defining.sort()).toEqual([...all].sort());
  });
});
