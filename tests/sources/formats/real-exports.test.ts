import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { readExport } from "../../../src/sources/read-export.ts";
import { readingSettings } from "../jira/jira-file.ts";

const folder = resolve(import.meta.dirname, "../../../../shared/exports");
const absent = !existsSync(folder);
if (absent)
  console.warn("Real exports are not tested: there is no folder ../shared/exports beside the checkout.");

const read = (name: string) =>
  readExport({
    bytes: readFileSync(join(folder, name)),
    file: `exports/${name}`,
    format: "auto",
    settings: readingSettings({ zone: "Europe/Zurich", titles: true }),
  });

/** The same file by another reader: rows by heading. */
const rowsOf = (name: string): Record<string, string>[] => {
  const quoting = name.endsWith(".tsv") ? { quoteChar: "\u0000" } : {};
  const text = readFileSync(join(folder, name), "utf8").replace(/^\uFEFF/, "");
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true, ...quoting }).data;
};
const orNull = (text: string | undefined): string | null => (text ? text : null);

describe.skipIf(absent)("a real export", () => {
  test("of Azure DevOps is read whole: states, tags, parents and dates written in German", async () => {
    const name = "azure-devops/query.csv";
    const { items, rows, skipped, dates } = await read(name);
    const expected = rowsOf(name);
    expect([rows, items.size, skipped, dates.by]).toEqual([117, 117, {}, "cells"]);
    expect([...items].map(([id, one]) => [id, one.type, one.status, one.title, one.parent])).toEqual(
      expected.map((row) => [row.ID, row["Work Item Type"], row.State, row.Title, orNull(row.Parent)]),
    );
    // 7.6.2025 16:49:19 in Zurich, by hand.
    expect(items.get("2502")!.resolvedAt).toBe("2025-06-07T14:49:19Z");
    const closed = expected.filter((row) => row["Closed Date"]);
    expect([...items.values()].filter((one) => one.resolvedAt !== null)).toHaveLength(closed.length);
    expect(items.get("2504")).toMatchObject({ category: "done", resolution: "Withdrawn" });
  });

  test.each([
    ["linear/25-columns.csv", 10],
    ["linear/30-columns-short-rows.csv", 28],
  ])("of Linear, %s, is read whole", async (name, count) => {
    const { format, items, rows, order, problems } = await read(name);
    expect([format, rows, items.size, order, problems]).toEqual(["linear", count, count, null, []]);
    const iso = (text: string | undefined): string | null =>
      text ? new Date(text).toISOString().replace(".000Z", "Z") : null;
    expect(
      [...items].map(([id, one]) => [
        id,
        one.status,
        one.estimate,
        one.createdAt,
        one.resolvedAt,
        one.sprint,
      ]),
    ).toEqual(
      rowsOf(name).map((row) => [
        row.ID,
        row.Status,
        row.Estimate ? Number(row.Estimate) : null,
        iso(row.Created),
        iso(row.Completed || row.Canceled),
        orNull(row["Cycle Name"]),
      ]),
    );
  });

  test.each([
    ["github-projects/issues-todos.tsv", 134, 4],
    ["github-projects/issues.tsv", 135, 4],
    ["github-projects/sprint5.tsv", 42, 1],
    ["github-projects/sprint5issues.tsv", 41, 1],
  ])("of a GitHub project, %s, is read whole and in its order", async (name, count, pulls) => {
    const { format, items, rows, skipped, order } = await read(name);
    expect([format, rows, skipped]).toEqual(["github-projects", count, { "row-pull-request": pulls }]);
    const expected = rowsOf(name).filter((row) => !row.URL!.includes("/pull/"));
    const idOf = (url: string): string => url.replace("https://github.com/", "").replace("/issues/", "#");
    expect(order).toEqual(expected.map((row) => idOf(row.URL!)));
    expect([...items.values()].map((one) => [one.status, one.sprint, one.estimate])).toEqual(
      expected.map((row) => [row.Status, orNull(row.Sprint), row.Weight ? Number(row.Weight) : null]),
    );
  });
});
