import { describe, expect, test } from "vitest";
import { readSessionLog } from "../../../src/sources/effort/session-log.ts";

const read = (text: string) => readSessionLog(new TextEncoder().encode(text), "refinement/sessions.csv");

describe("a session log", () => {
  test("is read by its headings, in any order and case, with other columns left alone", async () => {
    const { sessions, problems } = await read(
      '\uFEFFPeople;Note; Date ;MINUTES\n6;"Weekly, \nlong";2026-03-05;90\n4;;2026-03-06;45,5\n',
    );
    expect(sessions).toEqual([
      { day: "2026-03-05", minutes: 90, people: 6 },
      { day: "2026-03-06", minutes: 45.5, people: 4 },
    ]);
    expect(problems).toEqual([]);
  });

  test("leaves out blank rows without a word", async () => {
    expect(await read("date,minutes,people\n,,\n\n2026-03-05,60,6\n")).toEqual({
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
    const { sessions, problems } = await read(`date,minutes,people,note\n${rows.join("\n")}\n`);
    expect(sessions).toEqual([]);
    expect(problems.map(({ where, text }) => `${where} ${text}`)).toMatchInlineSnapshot(`
      [
        "refinement/sessions.csv:2 no readable date (2026-03-05); the session is not counted",
        "refinement/sessions.csv:3 no readable date (2026-03-05); the session is not counted",
        "refinement/sessions.csv:4 no readable minutes (a number over 0); the session is not counted",
        "refinement/sessions.csv:5 no readable minutes (a number over 0); the session is not counted",
        "refinement/sessions.csv:6 no readable minutes (a number over 0); the session is not counted",
        "refinement/sessions.csv:7 no readable people (a number over 0); the session is not counted",
        "refinement/sessions.csv:8 no readable people (a number over 0); the session is not counted",
      ]
    `);
    expect(new Set(problems.map(({ id }) => id))).toEqual(new Set(["session-unreadable"]));
  });

  test("is refused without its columns", async () => {
    await expect(read("day,length\n2026-03-05,60\n")).rejects.toThrowErrorMatchingInlineSnapshot(
      `[SourceError: refinement/sessions.csv:1 › a session log needs the columns date, minutes and people. Found: day, length. Begin the file with the line date,minutes,people,note.]`,
    );
  });
});
