import { describe, expect, test } from "vitest";
import { readExport } from "../../src/sources/read-export.ts";
import { sources } from "../../src/sources/registry.ts";
import { SourceError } from "../../src/sources/source-error.ts";
import { bytesOf, csv, exportOf, readingSettings, readText } from "./jira/jira-file.ts";

describe("an export that cannot be used", () => {
  test("of no known heading is shown its heading and the nearest format", async () => {
    const header = [
      "ID",
      "Title",
      "State",
      "\u001b[31mTags",
      "Activated Date",
      "Closed Date",
      "Parent",
      "Area",
      "Iteration",
    ];
    await expect(readText(csv(header, ["1", "a"]))).rejects.toThrowErrorMatchingInlineSnapshot(
      `[SourceError: exports/a.csv:1 › the heading is of no known export. Found: ID, Title, State, \\u001b[31mTags, Activated Date, Closed Date, Parent, Area, …. The nearest is Azure DevOps query as CSV, which has: ID, Work Item Type, Title, State, Tags, Created Date, Closed Date, Story Points, Iteration Path, Stack Rank. Export with all fields and put it in place of this file, or say what its columns are in team.yaml: source: { exports: { format: custom, columns: { id: "ID", title: "Title", status: "State", closed: "Closed Date", sprint: "Iteration" } } }]`,
    );
  });

  test("with headings and no rows is named so", async () => {
    await expect(readText("Summary,Issue key,Status\n")).rejects.toThrowErrorMatchingInlineSnapshot(
      `[EmptyExport: exports/a.csv:1 › the export has headings and no rows. Was the filter too narrow? Export the whole backlog again. Nothing of this file was used.]`,
    );
  });

  test("with rows and no item is named so", async () => {
    await expect(
      readText(csv(["Summary", "Issue key", "Status"], ["a", "", ""], ["", "", ""])),
    ).rejects.toThrowErrorMatchingInlineSnapshot(
      `[EmptyExport: exports/a.csv:1 › none of its 2 rows is an item. In 1 of them the issue key is empty. Was the filter too narrow? Export the whole backlog again. Nothing of this file was used.]`,
    );
  });

  test("with its whole rows quoted into one cell is of no known heading", async () => {
    await expect(readText('"Summary,Issue key,Status"\n"a,A-1,To Do"\n')).rejects.toThrow(
      /^exports\/a\.csv:1 › the heading is of no known export/,
    );
  });

  test("is empty, a page or cut off, with the file's name", async () => {
    await expect(readText("")).rejects.toThrow("exports/a.csv:1 › the file is empty.");
    await expect(readText("<!doctype html>")).rejects.toThrow("exports/a.csv:1 › this is a web page");
    await expect(readText("Summary,Issue key,Status\na,A-1,To Do\nb,A")).rejects.toThrow(
      "exports/a.csv:3 › the last row ends after 2 of 3 cells.",
    );
  });

  test("cut inside a quoted cell is refused whole", async () => {
    await expect(readText('Summary,Issue key,Status\na,A-1,To Do\n"b and')).rejects.toThrow(
      "the file ends inside a quoted cell.",
    );
  });

  test("fails as an error of its own kind with file and line", async () => {
    const error = await readText("Summary,Issue key,Status\na,A-1,To Do\nb,A").catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(SourceError);
    expect(error).toMatchObject({ file: "exports/a.csv", line: 3, name: "SourceError" });
  });

  test("is not taken for a time tracker's work log, which has issue keys too", async () => {
    await expect(
      readText(
        csv(["Issue Key", "Issue summary", "Hours", "Work date", "Issue Type", "Issue Status"], ["A-1"]),
      ),
    ).rejects.toThrow("of no known export");
  });
});

describe("a format", () => {
  test("is told by the header, or taken as configured", async () => {
    const bytes = bytesOf(exportOf({}));
    for (const format of ["auto", "jira"]) {
      expect(
        await readExport({ bytes, file: "exports/a.csv", format, settings: readingSettings() }),
      ).toMatchObject({ format: "jira", rows: 1 });
    }
  });

  test("is found by its own example, and has an id and title of its own", () => {
    expect(new Set(sources.map(({ id }) => id)).size).toBe(sources.length);
    for (const { example, recognises } of sources) expect(recognises(example.split(", "))).toBe(true);
  });

  test("gives only what it says it provides", async () => {
    const { fields, assumed } = await readText(
      exportOf({ Description: "x", "Parent key": "", "Custom field (Flagged)": "", Labels: "", Sprint: "" }),
    );
    for (const field of [...fields, ...assumed]) expect(sources[0]!.provides).toContain(field);
  });

  test("reads the same bytes to the same result", async () => {
    const text = exportOf({ Created: "10/Jan/26 9:00 AM" }, { Created: "x" });
    expect(await readText(text)).toEqual(await readText(text));
  });
});
