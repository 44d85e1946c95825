import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { kind } from "../../scripts/new/csv.ts";
import { begin } from "../../scripts/new/support/begin.ts";
import { insertSorted } from "../../scripts/new/support/kind.ts";

const project = resolve(import.meta.dirname, "../..");
let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "new-"));
  for (const path of ["src/sources/registry.ts", "src/config/export-formats.ts", "src/sources/formats"])
    cpSync(join(project, path), join(root, path), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));
const text = (path: string): string => readFileSync(join(root, path), "utf8");

test("a new format gets its source, test, fixture, doc, registration and name in the configuration", () => {
  expect(begin(kind, { root, id: "clever-board" })).toEqual([
    "src/sources/formats/clever-board.ts",
    "tests/sources/formats/clever-board.test.ts",
    "tests/fixtures/exports/clever-board.csv",
    "src/docs/sources/clever-board.md",
    "src/sources/registry.ts",
    "src/config/export-formats.ts",
  ]);
  expect(text("src/sources/formats/clever-board.ts")).toContain(
    "export const cleverBoard = defineCsvFormat({",
  );
  expect(text("src/sources/registry.ts")).toContain(
    'import { bugzilla } from "./formats/bugzilla.ts";\nimport { cleverBoard } from "./formats/clever-board.ts";\n',
  );
  expect(text("src/sources/registry.ts")).toMatch(/^ {2}bugzilla,\n {2}cleverBoard,\n\];$/m);
  expect(text("src/config/export-formats.ts")).toMatch(/^ {2}"clever-board",\n\] as const;$/m);
});

test("a unit that is there is not written over, and an id that is none is refused", () => {
  expect(begin(kind, { root, id: "jira" })).toBe("src/sources/formats/jira.ts is there already.");
  expect(begin(kind, { root, id: "Clever Board" })).toMatch(/^"Clever Board" is no id/);
  expect(begin(kind, { root, id: "../x" })).toMatch(/is no id/);
  expect(existsSync(join(root, "tests"))).toBe(false);
});

test("a line finds its place among its like, and nothing is guessed where there is none", () => {
  expect(insertSorted("x\na1\na3\ny", { line: "a2", like: /^a/ })).toBe("x\na1\na2\na3\ny");
  expect(() => insertSorted("x", { line: "a2", like: /^a/ })).toThrow("no place for the line: a2");
});
