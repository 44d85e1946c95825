import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { EVERYTHING, hoursByDay, problemsOf, type RulesInTest, readBytes, readText } from "./effort-file.ts";

const repo = resolve(import.meta.dirname, "../../..");
const fixture = (name: string, rules: RulesInTest = {}) =>
  readBytes(readFileSync(resolve(repo, "tests/fixtures/effort", name)), rules);

const togglFile = resolve(repo, "../shared/exports/toggl/detailed.csv");
if (!existsSync(togglFile))
  console.warn("../shared/exports/toggl is not there: the Toggl export is not tested");

const TOGGL =
  "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (EUR)";
const toggl = (...rows: string[]): string => `${TOGGL}\n${rows.join("\n")}\n`;
const row = (parts: { project?: string; text?: string; day?: string; length?: string; tags?: string }) =>
  `Ann,ann@example.com,,${parts.project ?? ""},,${parts.text ?? ""},No,${parts.day ?? "2026-03-05"},09:00:00,,,${parts.length ?? "01:00:00"},${parts.tags ?? ""},`;

describe("Toggl", () => {
  test.skipIf(!existsSync(togglFile))("a real export with a byte order mark, all of it", async () => {
    const read = await readBytes(readFileSync(togglFile), { match: EVERYTHING });
    // 45 + 75 + 80 + 15, 50 + 60 + 50 + 60, 75 + 75 + 60 minutes.
    expect(hoursByDay(read)).toEqual({
      "2022-06-07": 3.583333,
      "2022-06-08": 3.666667,
      "2022-06-09": 3.5,
    });
    expect(read.sessions.every(({ people }) => people === 1)).toBe(true);
    expect(read.problems).toEqual([]);
  });

  test.skipIf(!existsSync(togglFile))("a real export by project, and one that nothing matches", async () => {
    const bytes = readFileSync(togglFile);
    const match = { project: ["inf-vert6"], tag: [], text: [] };
    expect((await readBytes(bytes, { match })).sessions).toHaveLength(11);
    const none = await readBytes(bytes);
    expect(none.sessions).toEqual([]);
    expect(problemsOf(none)).toMatchInlineSnapshot(`
      [
        "refinement/a.csv session-none-matched: none of its 11 rows is refinement by effort.match; nothing of this file is counted",
      ]
    `);
  });

  test("a tag is one of those in the cell, or the whole cell", async () => {
    const text = toggl(
      row({ tags: '"Scrum, Refinement"' }),
      row({ tags: '"Scrum, Planning"' }),
      row({ tags: '"Refinement, long"' }),
    );
    const read = async (tag: string) =>
      (await readText(text, { match: { project: [], tag: [tag], text: [] } })).sessions.length;
    expect(await read("refinement")).toBe(2);
    expect(await read("refinement, long")).toBe(1);
  });

  test("names a row of refinement that cannot be read, without its words; other rows are nobody's business", async () => {
    const read = await readText(
      toggl(
        row({ text: "Refinement secret", day: "yesterday" }),
        row({ text: "Refinement secret", length: "00:00:00" }),
        row({ text: "Refinement secret", length: "soon" }),
        row({ text: "secret", day: "yesterday", length: "soon" }),
        row({ text: "Refinement", length: "00:30:00" }),
      ),
    );
    expect(read.sessions).toEqual([{ day: "2026-03-05", minutes: 30, people: 1 }]);
    expect(problemsOf(read)).toMatchInlineSnapshot(`
      [
        "refinement/a.csv:2 session-unreadable: no readable date; the session is not counted",
        "refinement/a.csv:3 session-unreadable: no readable length (over 0); the session is not counted",
        "refinement/a.csv:4 session-unreadable: no readable length (over 0); the session is not counted",
      ]
    `);
  });
});

describe("Clockify", () => {
  test("with the month first, as one of its dates proves", async () => {
    const read = await fixture("clockify-month-first.csv");
    expect(hoursByDay(read)).toEqual({ "2026-03-05": 1.5, "2026-03-13": 0.75 });
    expect(read.problems).toEqual([]);
  });

  test("with the day first and decimal hours alone", async () => {
    const read = await fixture("clockify-day-first.csv");
    expect(hoursByDay(read)).toEqual({ "2026-03-05": 1.5, "2026-03-19": 1 });
  });

  test("as any row proves, also one that is not refinement", async () => {
    const rows = ["Shop,Refinement,03/05/2026,01:00:00", "Shop,Daily,03/13/2026,00:15:00"];
    const read = await readText(`Project,Description,Start Date,Duration (h)\n${rows.join("\n")}\n`);
    expect(hoursByDay(read)).toEqual({ "2026-03-05": 1 });
    expect(read.problems).toEqual([]);
  });

  test("by the team's word where the dates leave it open, else with the day first and a remark", async () => {
    const text = "Project,Description,Start Date,Duration (h)\nShop,Refinement,03/05/2026,01:00:00\n";
    expect(hoursByDay(await readText(text, { dates: "month-first" }))).toEqual({ "2026-03-05": 1 });
    const open = await readText(text);
    expect(hoursByDay(open)).toEqual({ "2026-05-03": 1 });
    expect(problemsOf(open)).toMatchInlineSnapshot(`
      [
        "refinement/a.csv:1 date-order-unclear: dates like 5/12/2026 leave open which is the day; read as day first. If not, say source.exports.dates: month-first, or export dates like 2026-12-05",
      ]
    `);
  });
});

describe("Harvest", () => {
  test("counts hours as decimals and as a clock, by task and by notes", async () => {
    expect(hoursByDay(await fixture("harvest.csv"))).toEqual({ "2026-03-05": 2.25 });
  });

  test("counts a task as a tag, and a project by name or code", async () => {
    const meetings = { project: [], tag: ["meetings"], text: [] };
    expect(hoursByDay(await fixture("harvest.csv", { match: meetings }))).toEqual({ "2026-03-06": 0.5 });
    const shop = { project: ["shp"], tag: [], text: [] };
    expect(hoursByDay(await fixture("harvest.csv", { match: shop }))).toEqual({
      "2026-03-05": 2.25,
      "2026-03-06": 6.25,
    });
  });
});

describe("Tempo", () => {
  test("counts by the work's description and the issue's summary", async () => {
    expect(hoursByDay(await fixture("tempo.csv"))).toEqual({ "2026-03-05": 0.75 });
  });

  test("counts an activity as a tag, with Customer twice among the headings", async () => {
    const match = { project: [], tag: ["refinement"], text: [] };
    expect(hoursByDay(await fixture("tempo.csv", { match }))).toEqual({ "2026-03-05": 1.5 });
  });
});

test("a session keeps its day, minutes and number of people, and nothing else", async () => {
  for (const name of ["clockify-month-first.csv", "harvest.csv", "tempo.csv"]) {
    const { sessions } = await fixture(name, { match: EVERYTHING });
    expect(sessions.length).toBeGreaterThan(1);
    for (const session of sessions) expect(Object.keys(session).sort()).toEqual(["day", "minutes", "people"]);
    expect(JSON.stringify(sessions)).not.toMatch(/example|ann|bob|shop/i);
  }
});
