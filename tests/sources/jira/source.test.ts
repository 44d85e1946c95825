import { describe, expect, test } from "vitest";
import { csv, exportOf, itemOf, itemsOf, problemsOf, readText } from "./jira-file.ts";

describe("rows of a Jira export", () => {
  test("are items or skipped, and nothing else", async () => {
    const result = await readText(
      csv(
        ["Summary", "Issue key", "Status"],
        ["a", "A-1", "To Do"],
        ["", "", ""],
        ["b", "A-2", "To Do", "extra"],
        ["c", "", "To Do"],
        ["d", "Bug report", "To Do"],
        ["e", "A-1", "Done"],
        ["f", "A-3"],
        ["g", "A-4", "To Do", "", ""],
      ),
    );
    expect([...result.items.keys()]).toEqual(["A-1", "A-3", "A-4"]);
    expect(result.skipped).toEqual({ "row-blank": 1, "row-unreadable": 3, "row-repeated": 1 });
    expect(result.rows).toBe(8);
    expect(result.items.size + Object.values(result.skipped).reduce((a, b) => a + b)).toBe(result.rows);
    expect(problemsOf(result)).toMatchInlineSnapshot(`
      [
        "row-blank exports/a.csv:3: every cell is empty",
        "row-unreadable exports/a.csv:4: 4 cells under 3 headings: the cells have shifted",
        "row-unreadable exports/a.csv:5: the issue key is empty",
        "row-unreadable exports/a.csv:6: the issue key is not of the form ABC-12",
        "row-repeated exports/a.csv:7: A-1 stands in this file twice; the row updated later counts",
      ]
    `);
  });

  test("are named by their line below cells of many lines", async () => {
    const text = csv(
      ["Summary", "Issue key", "Status", "Description"],
      ["a", "A-1", "To Do", "one\r\ntwo\nthree"],
      ["b", "", "To Do", ""],
    );
    expect((await readText(text)).problems.map(({ where }) => where)).toEqual(["exports/a.csv:5"]);
  });

  test("of exactly 1,000 are warned of", async () => {
    const rows = (count: number) => exportOf(...Array.from({ length: count }, () => ({})));
    expect(problemsOf(await readText(rows(1000)))).toMatchInlineSnapshot(`
      [
        "export-capped exports/a.csv:1: exactly 1,000 rows: Jira cuts an export there. Export in parts by a filter, or ask an administrator to raise the limit",
      ]
    `);
    expect((await readText(rows(999))).problems).toEqual([]);
    expect((await readText(rows(1001))).problems).toEqual([]);
  });
});

describe("of a key twice in a file", () => {
  const twice = async (first: string, second: string) =>
    (
      await itemsOf([
        { "Issue key": "A-1", Status: "first", Updated: first },
        { "Issue key": "A-1", Status: "second", Updated: second },
      ])
    )[0]!.status;

  test("the row updated later counts, wherever it stands", async () => {
    expect(await twice("10/Jan/26 9:00 AM", "10/Jan/26 10:00 AM")).toBe("second");
    expect(await twice("10/Jan/26 1:00 PM", "10/Jan/26 10:00 AM")).toBe("first");
  });

  test("the first counts where both were updated alike, or nobody knows when", async () => {
    expect(await twice("10/Jan/26 9:00 AM", "10/Jan/26 9:00 AM")).toBe("first");
    expect(await twice("", "")).toBe("first");
  });

  test("a row with a date counts before one without", async () => {
    expect(await twice("", "10/Jan/26 9:00 AM")).toBe("second");
  });

  test("its dates are compared by the file's own order of day and month", async () => {
    const text = exportOf(
      { "Issue key": "A-1", Status: "June", Updated: "6/1/2026 9:00" },
      { "Issue key": "A-1", Status: "February", Updated: "2/10/2026 9:00" },
      { "Issue key": "A-2", Updated: "1/22/2026 9:00" },
    );
    expect((await readText(text)).items.get("A-1")!.status).toBe("June");
  });
});

describe("the order", () => {
  const order = async (...rows: [key: string, rank: string][]) =>
    (
      await readText(
        exportOf(...rows.map(([key, rank]) => ({ "Issue key": key, "Custom field (Rank)": rank }))),
      )
    ).order;

  test("is that of the ranks, not of the rows", async () => {
    expect(await order(["A-1", "0|i000z:"], ["A-2", "0|i000b:"], ["A-3", "0|i000m:"])).toEqual([
      "A-2",
      "A-3",
      "A-1",
    ]);
  });

  test("compares ranks by code point as whole strings", async () => {
    expect(
      await order(
        ["A-1", "0|i001nc:i"],
        ["A-2", "0|i001nc:"],
        ["A-3", "0|hzzzxd:"],
        ["A-4", "0|i001nb:i"],
        ["A-5", "0|Z:"],
      ),
    ).toEqual(["A-5", "A-3", "A-4", "A-2", "A-1"]);
    expect(await order(["A-1", "\u{1F600}"], ["A-2", "\uFB01"])).toEqual(["A-2", "A-1"]);
  });

  test("breaks ties by key, numbers as numbers", async () => {
    expect(await order(["A-10", "x"], ["A-9", "x"], ["AB-1", "x"], ["A-100", "x"])).toEqual([
      "A-9",
      "A-10",
      "A-100",
      "AB-1",
    ]);
  });

  test("leaves out items without a rank", async () => {
    expect(await order(["A-1", "b"], ["A-2", ""], ["A-3", "a"])).toEqual(["A-3", "A-1"]);
  });

  test("is none without the column, or with an empty one", async () => {
    expect((await readText(exportOf({}))).order).toBeNull();
    expect(await order(["A-1", ""], ["A-2", " "])).toBeNull();
  });
});

describe("dates", () => {
  test("are wall clock in the settings' zone", async () => {
    const item = await itemOf({ Created: "10/Jan/26 11:19 AM", Resolved: "" }, { zone: "Europe/Berlin" });
    expect([item.createdAt, item.resolvedAt]).toEqual(["2026-01-10T10:19:00Z", null]);
  });

  const created = (dates: "day-first" | "month-first" | null, ...cells: string[]) =>
    readText(exportOf(...cells.map((cell) => ({ Created: cell }))), { dates });
  const first = async (result: ReturnType<typeof created>) =>
    [...(await result).items.values()][0]!.createdAt;

  test("of numbers are read as any cell of the file proves", async () => {
    expect(await first(created(null, "5/12/2016 10:45", "11/22/2025 22:48"))).toBe("2016-05-12T10:45:00Z");
    expect(await first(created(null, "5/12/2016 10:45", "16/02/2017 15:26"))).toBe("2016-12-05T10:45:00Z");
  });

  test("of numbers are read as the team says", async () => {
    expect(await first(created("month-first", "5/12/2016 10:45"))).toBe("2016-05-12T10:45:00Z");
  });

  test("of numbers that prove nothing are read day first, and said so", async () => {
    const result = await created(null, "5/12/2016 10:45");
    expect(await first(created(null, "5/12/2016 10:45"))).toBe("2016-12-05T10:45:00Z");
    expect(problemsOf(result)).toMatchInlineSnapshot(`
      [
        "date-order-unclear exports/a.csv:1: dates like 5/12/2026 leave open which is the day; read as day first. Say source.exports.dates: month-first if not",
      ]
    `);
  });

  test("that no calendar has are taken as empty, and said so", async () => {
    const result = await readText(exportOf({ Created: "30/Feb/26 9:00 AM", Resolved: "soon" }));
    expect([...result.items.values()][0]).toMatchObject({ createdAt: null, resolvedAt: null });
    expect(problemsOf(result)).toMatchInlineSnapshot(`
      [
        "cell-unreadable exports/a.csv:2: A-1, createdAt: a text is not a date; taken as empty",
        "cell-unreadable exports/a.csv:2: A-1, resolvedAt: a text is not a date; taken as empty",
      ]
    `);
  });
});

describe("what a file can tell", () => {
  test("is by its columns; estimates and blocking are left out where all are empty, and so are known", async () => {
    const { fields, assumed, items } = await readText(
      exportOf({ "Issue Type": "Story", Created: "10/Jan/26 9:00 AM" }),
    );
    expect(fields).toEqual(["title", "type", "status", "createdAt"]);
    expect(assumed).toEqual(["estimate", "blocked"]);
    expect(items.get("A-1")).toMatchObject({
      acceptanceCriteria: null,
      described: null,
      labels: null,
      blocked: null,
      parent: null,
    });
  });

  test("is acceptance criteria by their field or the description", async () => {
    expect((await readText(exportOf({ Description: "" }))).fields).toEqual(
      expect.arrayContaining(["acceptanceCriteria", "described"]),
    );
    const own = (await readText(exportOf({ "Custom field (Acceptance Criteria)": "" }))).fields;
    expect(own).toContain("acceptanceCriteria");
    expect(own).not.toContain("described");
  });
});
