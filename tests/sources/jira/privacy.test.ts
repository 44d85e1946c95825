import { describe, expect, test } from "vitest";
import { csv, exportOf, itemOf, readText } from "./jira-file.ts";

const SECRET = "Buy out Mallory <m@example.com>";
const everything = (result: unknown): string =>
  JSON.stringify(result, (_, value) => (value instanceof Map ? [...value] : value));

describe("what is nobody's business", () => {
  test("titles are not read unless they may be published", async () => {
    expect((await itemOf({ Summary: SECRET })).title).toBeNull();
    expect((await itemOf({ Summary: SECRET }, { titles: true })).title).toBe(SECRET);
  });

  test("descriptions, comments, people and other labels never come out of the reading", async () => {
    const row = {
      Summary: SECRET,
      Description: SECRET,
      Assignee: SECRET,
      Reporter: SECRET,
      Comment: [SECRET, SECRET],
      Labels: SECRET,
      Environment: SECRET,
      "Parent summary": SECRET,
      "Custom field (Acceptance Criteria)": SECRET,
      "Custom field (Flagged)": SECRET,
      "Custom field (Rank)": SECRET,
    };
    expect(everything(await readText(exportOf(row)))).not.toMatch(/Mallory|example\.com/);
  });

  test("a text in a wrong column is not quoted in a message", async () => {
    const text = exportOf({
      "Issue key": "A-1",
      Created: SECRET,
      Updated: SECRET,
      Resolved: SECRET,
      "Status Category": SECRET,
      "Status Category Changed": SECRET,
      "Custom field (Story Points)": SECRET,
    });
    const { problems } = await readText(text);
    expect(problems).toHaveLength(5);
    expect(everything(problems)).not.toMatch(/Mallory|Buy|example\.com/);
  });

  test("a row that cannot be read is named without its text", async () => {
    const header = ["Summary", "Issue key", "Status"];
    const rows = [
      [SECRET, SECRET, SECRET],
      [SECRET, "", SECRET],
      [SECRET, "A-2", SECRET, SECRET],
    ];
    const { problems } = await readText(csv(header, ["a", "A-1", "To Do"], ...rows));
    expect(problems).toHaveLength(3);
    expect(everything(problems)).not.toMatch(/Mallory|Buy|example\.com/);
  });
});

describe("hostile text", () => {
  // Escape, bell and right-to-left override.
  const hostile = '\u001b[31m\u0007\u202E<script>alert("x")</script>=cmd()';

  test("never reaches a message as it is", async () => {
    const { problems } = await readText(
      exportOf(
        { "Custom field (Story Points)": hostile, "Status Category": hostile, Created: hostile },
        { "Issue key": hostile },
      ),
    );
    expect(problems).toHaveLength(4);
    const harmful = /[\p{Cc}\u202e]|script|cmd/u;
    expect(problems.map(({ text, where }) => text + where).join()).not.toMatch(harmful);
  });

  test("in a status or a sprint is data like any other", async () => {
    expect(await itemOf({ Status: hostile, Sprint: '<img src=x onerror="1">' })).toMatchObject({
      status: hostile,
      sprint: '<img src=x onerror="1">',
    });
  });

  test("in a heading is shown made visible", async () => {
    await expect(readText(`${hostile},b\n1,2\n`)).rejects.toThrow(/Found: \\u001b\[31m\\u0007\\u202e/);
  });

  test("of a megabyte in one cell is read", async () => {
    const item = await itemOf({ Description: "x".repeat(1 << 20), Summary: "y".repeat(1 << 20) });
    expect(item.described).toBe(true);
  });

  test("that is a name of every object is a status and a label like any other", async () => {
    const item = await itemOf(
      { Status: "__proto__", Labels: "constructor", Resolution: "toString" },
      { readyLabels: ["constructor"] },
    );
    expect(item).toMatchObject({ status: "__proto__", labels: ["constructor"], resolution: "toString" });
  });
});
