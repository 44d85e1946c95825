import { describe, expect, test } from "vitest";
import { problemsOf, readText } from "./effort-file.ts";

describe("a session log", () => {
  test("is read by its headings, in any order and case, with other columns left alone", async () => {
    const { sessions, problems } = await readText(
      '\uFEFFPeople;Note; Date ;MINUTES\n6;"Weekly, \nlong";2026-03-05;90\n4;;2026-03-06;45,5\n',
    );
    expect(sessions).toEqual([
      { day: "2026-03-05", minutes: 90, people: 6 },
      { day: "2026-03-06", minutes: 45.5, people: 4 },
    ]);
    expect(problems).toEqual([]);
  });

  test("is refinement throughout, whatever the team's rule says", async () => {
    const match = { project: ["Shop"], tag: [], text: [] };
    expect((await readText("date,minutes,people\n2026-03-05,60,6\n", { match })).sessions).toHaveLength(1);
  });

  test("leaves out blank rows without a word", async () => {
    expect(await readText("date,minutes,people\n,,\n\n2026-03-05,60,6\n")).toEqual({
      sessions: [{ day: "2026-03-05", minutes: 60, people: 6 }],
      problems: [],
    });
  });

  test("names each row that cannot be read with its line and reason, and never its text", async () => {
    const rows = [
      "05.03.2026,60,6,secret",
      "2026-02-30,60,6,secret",
      "2026-03-05,,6,secret",
      "2026-03-05,0,6,secret",
      "2026-03-05,an hour,6,secret",
      "2026-03-05,60,-6,secret",
      "2026-03-05,60",
    ];
    const read = await readText(`date,minutes,people,note\n${rows.join("\n")}\n`);
    expect(read.sessions).toEqual([]);
    expect(problemsOf(read)).toMatchInlineSnapshot(`
      [
        "refinement/a.csv:2 session-unreadable: no readable date (2026-03-05); the session is not counted",
        "refinement/a.csv:3 session-unreadable: no readable date (2026-03-05); the session is not counted",
        "refinement/a.csv:4 session-unreadable: no readable minutes (a number over 0); the session is not counted",
        "refinement/a.csv:5 session-unreadable: no readable minutes (a number over 0); the session is not counted",
        "refinement/a.csv:6 session-unreadable: no readable minutes (a number over 0); the session is not counted",
        "refinement/a.csv:7 session-unreadable: no readable people (a number over 0); the session is not counted",
        "refinement/a.csv:8 session-unreadable: no readable people (a number over 0); the session is not counted",
      ]
    `);
  });
});
