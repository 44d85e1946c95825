import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { metrics } from "../../src/metrics/registry.ts";

const root = join(import.meta.dirname, "..", "..");
const docs = join(root, "src", "docs");
const ids = metrics.map(({ id }) => id);

/** Tests of what the metrics share, beside the one test of each metric. */
const SHARED = ["registry", "measure", "worked-example", "words", "explained", "limits", "borders", "known"];

describe("every metric", () => {
  test.each(metrics)("$id has a doc that is headed and says where it comes from", ({ id }) => {
    const doc = readFileSync(join(docs, `${id}.md`), "utf8");
    expect(doc).toMatch(/^# \S/);
    for (const heading of ["Question", "Formula", "How to read it", "Limits", "Sources"]) {
      expect(doc).toContain(`\n## ${heading}\n`);
    }
  });

  test.each(metrics)("$id has a source file and a test of its own name", ({ id }) => {
    expect(existsSync(join(root, "src", "metrics", `${id}.ts`))).toBe(true);
    expect(existsSync(join(root, "tests", "metrics", `${id}.test.ts`))).toBe(true);
  });

  test("has an id, a title and columns of its own", () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(metrics.map(({ title }) => title)).size).toBe(ids.length);
    for (const { id, columns } of metrics) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length);
    }
  });
});

describe("nothing is left over", () => {
  const named = (folder: string, ending: string): string[] =>
    readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .map((name) => name.slice(0, -ending.length));

  test("a doc belongs to a registered metric", () => {
    expect(named(docs, ".md").toSorted()).toEqual(ids.toSorted());
  });

  test("a test belongs to a registered metric or to what they share", () => {
    expect(named(import.meta.dirname, ".test.ts").toSorted()).toEqual([...ids, ...SHARED].toSorted());
  });

  test("a source file that defines a metric is registered", () => {
    const folder = join(root, "src", "metrics");
    const defining = named(folder, ".ts").filter((name) =>
      /= defineMetric\(/.test(readFileSync(join(folder, `${name}.ts`), "utf8")),
    );
    expect(defining.toSorted()).toEqual(ids.toSorted());
  });
});
