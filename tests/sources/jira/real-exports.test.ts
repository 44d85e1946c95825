import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readExport } from "../../../src/sources/read-export.ts";
import { readingSettings } from "./jira-file.ts";

const root = resolve(import.meta.dirname, "..", "..", "..");
const folder = resolve(root, "../shared/exports/jira");
const absent = !existsSync(folder);
if (absent)
  console.warn(
    "Real Jira exports are not tested: there is no folder ../shared/exports/jira beside the checkout.",
  );

const read = async (name: string) => {
  const bytes = readFileSync(join(folder, name));
  const result = await readExport({
    bytes,
    file: `exports/${name}`,
    format: "auto",
    settings: readingSettings({ zone: "Europe/Amsterdam" }),
  });
  const all = [...result.items.entries()];
  const count = (test: (facts: (typeof all)[number][1]) => boolean): number =>
    all.filter(([, facts]) => test(facts)).length;
  return { ...result, count };
};

// The figures were counted by hand in the files.
describe.skipIf(absent)("a real export", () => {
  test("of 2022 is read whole", async () => {
    const { rows, items, skipped, problems, fields, assumed, order, count } = await read("cloud-2022.csv");
    expect([rows, items.size, skipped, problems]).toEqual([26, 26, {}, []]);
    expect(fields).toEqual([
      "title",
      "type",
      "status",
      "category",
      "resolution",
      "createdAt",
      "resolvedAt",
      "estimate",
      "sprint",
      "acceptanceCriteria",
      "described",
      "parent",
    ]);
    expect(assumed).toEqual(["blocked"]);
    expect([
      count(({ type }) => type === "Epic"),
      count(({ type }) => type === "Story"),
      count(({ type }) => type === "Task"),
    ]).toEqual([3, 13, 10]);
    expect([
      count(({ category }) => category === "todo"),
      count(({ category }) => category === "doing"),
      count(({ category }) => category === "done"),
    ]).toEqual([7, 10, 9]);
    expect(count(({ resolvedAt }) => resolvedAt !== null)).toBe(9);
    expect(count(({ estimate }) => estimate !== null)).toBe(0);
    expect(count(({ sprint }) => sprint === null)).toBe(14);
    expect(order).toEqual(
      [30, 1, 2, 3, 4, 5, 6, 7, 8, 16, 9, 11, 12, 13, 14, 15, 28, 29, 21, 17, 20, 23, 24, 25, 26, 27].map(
        (number) => `W2-${number}`,
      ),
    );
    expect(items.get("W2-17")).toMatchObject({ sprint: "W2 Sprint 3", resolvedAt: "2022-12-21T14:27:00Z" });
    expect(items.get("W2-20")).toMatchObject({ sprint: "W2 Sprint 2" });
    expect(items.get("W2-30")).toMatchObject({
      parent: "W2-7",
      createdAt: "2022-12-21T14:31:00Z",
      title: null,
    });
    expect(items.get("W2-29")).toMatchObject({ parent: "W2-8" });
  });

  test("of 2025 is read whole, across its cells of many lines", async () => {
    const { rows, items, skipped, problems, fields, order, count } = await read("cloud-2025.csv");
    expect([rows, items.size, skipped, problems]).toEqual([22, 22, {}, []]);
    expect(fields).toContain("categoryAt");
    expect(fields).not.toContain("labels");
    expect(fields).not.toContain("parent");
    expect([
      count(({ category }) => category === "todo"),
      count(({ category }) => category === "doing"),
      count(({ category }) => category === "done"),
    ]).toEqual([9, 3, 10]);
    expect([
      count(({ sprint }) => sprint === null),
      count(({ sprint }) => sprint === "TES Sprint 1"),
    ]).toEqual([4, 18]);
    expect(count(({ estimate }) => estimate !== null)).toBe(0);
    expect(order).toEqual(
      [4, 5, 9, 11, 8, 12, 10, 6, 14, 16, 17, 18, 19, 15, 13, 7, 20, 21, 22, 23, 24, 25].map(
        (number) => `TES-${number}`,
      ),
    );
    expect(items.get("TES-15")).toMatchObject({
      category: "doing",
      categoryAt: "2025-09-04T07:11:00Z",
      createdAt: "2025-09-03T07:06:00Z",
    });
    expect(items.get("TES-4")).toMatchObject({ resolvedAt: "2025-08-22T07:05:00Z", resolution: "Done" });
  });
});
