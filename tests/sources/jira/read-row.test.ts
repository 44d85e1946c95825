import { describe, expect, test } from "vitest";
import { exportOf, itemOf, itemsOf, problemsOf, readText } from "./jira-file.ts";

const POINTS = "Custom field (Story Points)";
const TEAM_POINTS = "Custom field (Story point estimate)";

describe("the estimate of a Jira item", () => {
  test("comes from Story Points first, wherever that column stands", async () => {
    expect((await itemOf({ [TEAM_POINTS]: "8", [POINTS]: "5.0" })).estimate).toBe(5);
  });

  test("comes from the filled one of both point fields, and 0.0 is not filled", async () => {
    const list = await itemsOf([
      { [POINTS]: "", [TEAM_POINTS]: "3" },
      { [POINTS]: "0.0", [TEAM_POINTS]: "3" },
      { [POINTS]: "2", [TEAM_POINTS]: "" },
      { [POINTS]: "0.0", [TEAM_POINTS]: "0" },
      { [POINTS]: "0,5", [TEAM_POINTS]: "" },
    ]);
    expect(list.map(({ estimate }) => estimate)).toEqual([3, 3, 2, null, 0.5]);
  });

  test("may be 0 where the team says that 0 is a size", async () => {
    expect((await itemOf({ [POINTS]: "0.0", [TEAM_POINTS]: "3" }, { zeroIsSize: true })).estimate).toBe(0);
  });

  test("is none when negative or a text, which is reported", async () => {
    const text = exportOf({ [POINTS]: "-3" }, { [POINTS]: "large" }, { [POINTS]: "x", [TEAM_POINTS]: "3" });
    const result = await readText(text);
    expect([...result.items.values()].map(({ estimate }) => estimate)).toEqual([null, null, 3]);
    expect(problemsOf(result)).toMatchInlineSnapshot(`
      [
        "cell-unreadable exports/a.csv:2: A-1, estimate: "-3" is not a number from 0 up; taken as empty",
        "cell-unreadable exports/a.csv:3: A-2, estimate: "large" is not a number from 0 up; taken as empty",
        "cell-unreadable exports/a.csv:4: A-3, estimate: "x" is not a number from 0 up; taken as empty",
      ]
    `);
  });

  test("comes from the team's own field, by the name in parentheses or the whole heading", async () => {
    const row = { "Custom field (T-Shirt (days, net))": "4", [POINTS]: "5", Estimate: "6" };
    expect((await itemOf(row, { estimateField: "t-shirt (days, net)" })).estimate).toBe(4);
    expect((await itemOf(row, { estimateField: "Custom field (T-Shirt (days, net))" })).estimate).toBe(4);
    expect((await itemOf(row, { estimateField: "Estimate" })).estimate).toBe(6);
  });

  test("comes from the last label of the team's pattern", async () => {
    const settings = { estimateLabels: "size/*" };
    expect((await itemOf({ Labels: ["size/3", "ux", "size/8"], [POINTS]: "5" }, settings)).estimate).toBe(8);
    expect((await itemOf({ Labels: ["ux"], [POINTS]: "5" }, settings)).estimate).toBeNull();
  });

  test("in labels is not told by an export without labels, whatever its points", async () => {
    const { fields, assumed } = await readText(exportOf({ [POINTS]: "5" }), { estimateLabels: "size/*" });
    expect([fields.includes("estimate"), assumed.includes("estimate")]).toEqual([false, false]);
    // Without a pattern a missing points column means that there are no estimates.
    const plain = await readText(exportOf({}));
    expect([plain.fields.includes("estimate"), plain.assumed.includes("estimate")]).toEqual([false, true]);
  });
});

describe("the sprint of a Jira item", () => {
  test("is the last that is not empty", async () => {
    const list = await itemsOf([
      { Sprint: ["S 1", "S 2", "S 3"] },
      { Sprint: ["S 1", "S 2", ""] },
      { Sprint: ["S 1", "", " "] },
      { Sprint: ["", "", ""] },
    ]);
    expect(list.map(({ sprint }) => sprint)).toEqual(["S 3", "S 2", "S 1", null]);
  });

  test("is the name in an old server's sprint object", async () => {
    const cell =
      "com.atlassian.greenhopper.service.sprint.Sprint@1f2e[id=7,rapidViewId=3,state=CLOSED,name=Sprint 7,goal=,startDate=2018-02-01T09:00:00.000Z]";
    expect((await itemOf({ Sprint: ["Sprint 6", cell] })).sprint).toBe("Sprint 7");
  });
});

describe("the labels of a Jira item", () => {
  test("are kept only where the team's configuration names them, from columns and from joined cells", async () => {
    const row = { Labels: ["audit,logging,Ready", "salary-talks next", "size/5"] };
    expect((await itemOf(row, { readyLabels: ["ready", "next"] })).labels).toEqual(["Ready", "next"]);
    expect((await itemOf(row, { estimateLabels: "size/*" })).labels).toEqual(["size/5"]);
    expect((await itemOf(row)).labels).toEqual([]);
  });
});

describe("the status category", () => {
  test.each([
    ["To Do", "todo"],
    ["in progress", "doing"],
    ["Done", "done"],
    ["Por hacer", "todo"],
    ["Tareas por hacer", "todo"],
    ["En curso", "doing"],
    ["Finalizada", "done"],
    ["Listo", "done"],
    ["À faire", "todo"],
    ["En cours", "doing"],
    ["Terminé", "done"],
    ["Zu erledigen", "todo"],
    ["In Arbeit", "doing"],
    ["Fertig", "done"],
    ["Do zrobienia", "todo"],
    ["W toku", "doing"],
    ["Gotowe", "done"],
    ["Itens pendentes", "todo"],
    ["Em andamento", "doing"],
    ["Concluído", "done"],
    ["", null],
  ])("%j is %s", async (cell, category) => {
    expect((await itemOf({ "Status Category": cell })).category).toBe(category);
  });

  test("of no known language is unknown, and reported", async () => {
    const result = await readText(exportOf({ "Status Category": "完了" }));
    expect(result.items.get("A-1")!.category).toBeNull();
    expect(problemsOf(result)).toMatchInlineSnapshot(`
      [
        "cell-unreadable exports/a.csv:2: A-1, status category: "完了" is not To Do, In Progress or Done; taken as empty",
      ]
    `);
  });
});

describe("a Jira item is blocked", () => {
  const LINK = "Inward issue link (Blocks)";
  const blocked = async (row: Record<string, string | string[]>, ...others: Record<string, string>[]) =>
    (await itemsOf([row, ...others]))[0]!.blocked;

  test("by an open item of the file, or by one of elsewhere", async () => {
    expect(await blocked({ [LINK]: ["", "A-2"] }, { "Status Category": "To Do" })).toBe(true);
    expect(await blocked({ [LINK]: "OTHER-9" })).toBe(true);
  });

  test("no longer by a closed one", async () => {
    expect(await blocked({ [LINK]: "A-2" }, { "Status Category": "Done", Resolution: "Done" })).toBe(false);
    expect(
      await blocked(
        { [LINK]: ["A-2", "A-3"] },
        { "Status Category": "Done" },
        { "Status Category": "To Do" },
      ),
    ).toBe(true);
  });

  test("by a flag", async () => {
    expect(await blocked({ "Custom field (Flagged)": "Impediment" })).toBe(true);
    expect(await blocked({ "Custom field (Flagged)": "" })).toBe(false);
  });

  test("not by what it blocks itself, or by another kind of link", async () => {
    const row = {
      "Outward issue link (Blocks)": "A-2",
      "Inward issue link (Relates)": "A-2",
      "Custom field (Flagged)": "",
    };
    expect(await blocked(row, { "Status Category": "To Do" })).toBe(false);
  });
});

describe("the parent", () => {
  test("is the parent's key, else the key of its numeric id in the file", async () => {
    const list = await itemsOf([
      { "Issue id": "100", Parent: "", "Parent key": "" },
      { "Issue id": "101", Parent: "100", "Parent key": "" },
      { "Issue id": "102", Parent: "999", "Parent key": "X-7" },
      { "Issue id": "103", Parent: "999", "Parent key": "" },
    ]);
    expect(list.map(({ parent }) => parent)).toEqual([null, "A-1", "X-7", null]);
  });

  test("is nobody's where the file has no issue ids and the cell is empty", async () => {
    const list = await itemsOf([{ "Parent key": "" }, { "Parent key": "A-1" }, { "Parent key": "" }]);
    expect(list.map(({ parent }) => parent)).toEqual([null, "A-1", null]);
  });
});

describe("other facts", () => {
  test("a resolution that says unresolved is none", async () => {
    for (const word of ["Unresolved", "Sin resolver", "Non résolu", "Nicht erledigt", ""]) {
      expect((await itemOf({ Resolution: word })).resolution, word).toBeNull();
    }
    expect((await itemOf({ Resolution: "Won't Do" })).resolution).toBe("Won't Do");
  });

  test("a description counts from its length in code points, without outer blanks", async () => {
    const described = async (text: string) =>
      (await itemOf({ Description: text }, { descriptionMin: 3 })).described;
    expect([
      await described("abc"),
      await described(" ab \n"),
      await described("🛳🛳"),
      await described("🛳🛳🛳"),
    ]).toEqual([true, false, false, true]);
  });

  test("the criteria's own field goes before the description", async () => {
    const text = "h3. Acceptance criteria\n* one";
    const FIELD = "Custom field (Acceptance Criteria)";
    const list = await itemsOf([
      { Description: text, [FIELD]: "" },
      { Description: "", [FIELD]: "It sails" },
      { Description: "", [FIELD]: "  " },
    ]);
    expect(list.map(({ acceptanceCriteria }) => acceptanceCriteria)).toEqual([false, true, false]);
    expect((await itemOf({ Description: text })).acceptanceCriteria).toBe(true);
  });
});
