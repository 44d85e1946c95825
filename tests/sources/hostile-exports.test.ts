import { describe, expect, test } from "vitest";
import { readExport } from "../../src/sources/read-export.ts";
import { bytesOf, exportOf, problemsOf, readingSettings, readText } from "./jira/jira-file.ts";

const read = (bytes: Uint8Array, format = "auto") =>
  readExport({ bytes, file: "exports/a.csv", format, settings: readingSettings({ titles: true }) });

const PLAIN =
  "Summary,Issue key,Status,Created\nCafé – 5 €,A-1,To Do,10/Jan/26 9:00 AM\nb,A-2,Done,11/Jan/26 9:00 AM\n";

describe("the same export saved in another way is the same export", () => {
  const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, "utf16le");
  const codePage = (text: string): Uint8Array =>
    Buffer.from(text.replaceAll("€", "\x80").replaceAll("–", "\x96"), "latin1");
  test.each([
    ["with a byte order mark", bytesOf(`\ufeff${PLAIN}`)],
    ["in UTF-16", utf16(PLAIN)],
    ["in UTF-16 of the other byte order", Buffer.from(utf16(PLAIN)).swap16()],
    ["in the code page of Windows", codePage(PLAIN)],
    ["with CRLF", bytesOf(PLAIN.replaceAll("\n", "\r\n"))],
    ["with CR alone", bytesOf(PLAIN.replaceAll("\n", "\r"))],
    ["parted by tabs, though it is called .csv", bytesOf(PLAIN.replaceAll(",", "\t"))],
    ["parted by semicolons, in the code page", codePage(PLAIN.replaceAll(",", ";"))],
    ["below a line that names the separator", bytesOf(`sep=;\r\n${PLAIN.replaceAll(",", ";")}`)],
    ["below lines of another kind", bytesOf(`Exported by a script\n\n"Shop, live",,,\n${PLAIN}`)],
    ["with every cell quoted", bytesOf(PLAIN.replaceAll(/[^,\n]+/g, '"$&"'))],
    [
      "below a first column without a name",
      bytesOf(PLAIN.replaceAll(/^/gm, "0,").replace("0,Summary", ",Summary").replace(/\n0,$/, "\n")),
    ],
  ])("%s", async (_, bytes) => {
    const { items, rows, format } = await read(bytes);
    expect([format, rows]).toEqual(["jira", 2]);
    expect([...items].map(([id, { title, status, createdAt }]) => [id, title, status, createdAt])).toEqual([
      ["A-1", "Café – 5 €", "To Do", "2026-01-10T09:00:00Z"],
      ["A-2", "b", "Done", "2026-01-11T09:00:00Z"],
    ]);
  });
});

test("an export that turns out late not to be UTF-8 is read again from its start", async () => {
  const rows = Array.from({ length: 40_000 }, (_, at) => `a thing of no importance,A-${at + 1},To Do\n`).join(
    "",
  );
  const bytes = Buffer.from(`Summary,Issue key,Status\n${rows}Caf\xe9,B-1,To Do\n`, "latin1");
  const { items, rows: count, problems } = await read(bytes);
  expect([count, items.size, problems]).toEqual([40_001, 40_001, []]);
  expect(items.get("B-1")!.title).toBe("Café");
});

test("columns may be thousands, and the wanted ones stand anywhere among them", async () => {
  const many = Array.from({ length: 2258 }, (_, at) => `Custom field (F ${at})`);
  const half = many.length / 2;
  const header = ["Summary", ...many.slice(0, half), "Issue key", ...many.slice(half), "Status"];
  const row = ["a", ...many.slice(0, half).fill(""), "A-1", ...many.slice(half).fill("x"), "To Do"];
  const { items } = await read(bytesOf(`${header.join(",")}\n${row.join(",")}\n`));
  expect(header).toHaveLength(2261);
  expect(items.get("A-1")).toMatchObject({ status: "To Do", title: "a" });
});

test("headings that stand among the rows again are left out by name", async () => {
  const { items, skipped } = await readText(
    "Summary,Issue key,Status\na,A-1,To Do\nSummary,Issue key,Status\nb,A-2,Done\n",
  );
  expect([[...items.keys()], skipped]).toEqual([["A-1", "A-2"], { "row-heading": 1 }]);
});

test("a quotation mark that swallows what follows is pointed at", async () => {
  const result = await readText('Summary,Issue key,Status\n"a" and b,A-1,To Do\nc,A-2,"x"\nd,A-3,To Do\n');
  expect(result.items.size + Object.values(result.skipped).reduce((a, b) => a + b, 0)).toBe(result.rows);
  expect(problemsOf(result).join()).toMatch(/quote-stray|row-unreadable/);
});

describe("what a spreadsheet does to a file", () => {
  test("dates turned to numbers or cut to minutes are taken as empty, cell by cell", async () => {
    const { problems } = await readText(
      exportOf({ Created: "29:10.8" }, { Created: "45123.5" }, { Created: "########" }),
    );
    expect(problems.map(({ id }) => id)).toEqual(["cell-unreadable", "cell-unreadable", "cell-unreadable"]);
  });

  test("ids rounded to powers of ten are refused with the reason", async () => {
    const text = "Task ID,Name,Completed At\n1.21143E+15,a,\n1.21143E+15,b,\n";
    await expect(readText(text)).rejects.toThrow(
      "none of its 2 rows is an item. In 2 of them the task's ID was rounded by a spreadsheet to 1.21143E+15.",
    );
  });
});

describe("what is no table is refused for what it is", () => {
  test.each([
    ["JSON of no known export", bytesOf('{"cards": []}'), "this is JSON of no known export, not a table."],
    ["a GIF", bytesOf("GIF89a......"), "this is a GIF picture, not a CSV export."],
    ["a login page", bytesOf("<!DOCTYPE html><title>Log in</title>"), "this is a web page, not a CSV export"],
  ])("%s", async (_, bytes, reason) => {
    await expect(read(bytes)).rejects.toThrow(`exports/a.csv:1 › ${reason}`);
  });

  test("a file of another format than the one named is refused, and its own is not guessed", async () => {
    await expect(read(bytesOf(PLAIN), "linear")).rejects.toThrow("the heading is of no known export");
  });
});
