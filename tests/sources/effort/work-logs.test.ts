import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readWorkLogs } from "../../../src/sources/effort/work-logs.ts";
import { openCsv } from "../../../src/sources/files/csv-table.ts";
import { effortRules, readSessions } from "../../../src/sources/list-sessions.ts";
import { teamConfig } from "../../support/team-builder.ts";
import { hoursByDay, problemsOf, type RulesInTest, rulesOf } from "./effort-file.ts";

const HEADER = "Summary,Issue key,Issue Type,Project key,Project name,Labels,Labels,Log Work,Log Work";
const csv = (...rows: string[]): string => `${[HEADER, ...rows].join("\n")}\n`;
const read = async (text: string, rules: RulesInTest = {}) => {
  const table = openCsv(new TextEncoder().encode(text), "exports/a.csv");
  const items = [...(await readWorkLogs({ table, file: "exports/a.csv", rules: rulesOf(rules) })).values()];
  return {
    sessions: items.flatMap(({ sessions }) => sessions),
    problems: items.flatMap(({ problems }) => problems),
  };
};

describe("work logs of a Jira export", () => {
  test("count where the comment or the item's summary says refinement, each log for one person", async () => {
    const text = csv(
      "Backlog refinement,AB-1,Task,AB,Shop,,,;05/Mar/26 10:00 AM;557058:a;5400,;05/Mar/26 10:00 AM;557058:b;5400",
      "Pay by card,AB-2,Story,AB,Shop,,,Refinement with Ann;06/Mar/26 9:30 AM;557058:a;1800,Built it;06/Mar/26 1:00 PM;557058:a;14400",
      "Log in,AB-3,Story,AB,Shop,,,;06/Mar/26 1:00 PM;557058:a;14400,",
    );
    const records = await read(text);
    expect(hoursByDay(records)).toEqual({ "2026-03-05": 3, "2026-03-06": 0.5 });
    expect(records.sessions).toContainEqual({ day: "2026-03-05", minutes: 90, people: 1 });
    expect(records.problems).toEqual([]);
  });

  test("count by project, type and label as by tags", async () => {
    const text = csv(
      "One,AB-1,Refinement,AB,Shop,,,;05/Mar/26 10:00 AM;a;3600,",
      "Two,AB-2,Task,AB,Shop,ui,refine,;06/Mar/26 10:00 AM;a;3600,",
      "Three,CD-1,Task,CD,Meetings,,,;07/Mar/26 10:00 AM;a;3600,",
    );
    const days = async (match: RulesInTest["match"]) => Object.keys(hoursByDay(await read(text, { match })));
    expect(await days({ project: [], tag: ["refinement"], text: [] })).toEqual(["2026-03-05"]);
    expect(await days({ project: [], tag: ["Refine"], text: [] })).toEqual(["2026-03-06"]);
    expect(await days({ project: ["meetings"], tag: [], text: [] })).toEqual(["2026-03-07"]);
    expect(await days({ project: ["cd"], tag: [], text: [] })).toEqual(["2026-03-07"]);
  });

  test("keep a comment whole that holds semicolons and line breaks, and nothing of it leaves the reader", async () => {
    const text = csv('One,AB-1,Task,AB,Shop,,,"Talk; 12;34\nrefinement; at last;05/Mar/26 10:00 AM;a;1800",');
    expect((await read(text)).sessions).toEqual([{ day: "2026-03-05", minutes: 30, people: 1 }]);
  });

  test("lie on the team's day, read on the clock of the exports", async () => {
    const text = csv("Refinement,AB-1,Task,AB,Shop,,,;05/Mar/26 11:30 PM;a;3600,");
    const day = async (rules: RulesInTest) => (await read(text, rules)).sessions[0]!.day;
    expect(await day({ zone: "Europe/Berlin", exportZone: "UTC" })).toBe("2026-03-06");
    expect(await day({ zone: "Europe/Berlin", exportZone: "Europe/Berlin" })).toBe("2026-03-05");
    expect(await day({ zone: "Pacific/Chatham", exportZone: "UTC" })).toBe("2026-03-06");
  });

  test("that cannot be read are named by their line, without their words", async () => {
    const text = csv(
      "Refinement,AB-1,Task,AB,Shop,,,secret,;soon;a;60",
      "Refinement,AB-2,Task,AB,Shop,,,;05/Mar/26 10:00 AM;a;0,",
      "Pay,AB-3,Task,AB,Shop,,,secret,;soon;a;60",
    );
    expect(problemsOf(await read(text))).toMatchInlineSnapshot(`
      [
        "exports/a.csv:2 session-unreadable: a work log without a readable form (comment;date;author;seconds); it is not counted",
        "exports/a.csv:2 session-unreadable: a work log without a readable date; it is not counted",
        "exports/a.csv:3 session-unreadable: a work log without a readable length (over 0); it is not counted",
      ]
    `);
  });

  test("are found under Spanish headings too", async () => {
    const text = `Resumen,Clave de incidencia,Registrar Horas de Trabajo\nRefinamiento,AB-1,;05/mar/26 10:00 AM;a;3600\n`;
    expect(hoursByDay(await read(text))).toEqual({ "2026-03-05": 1 });
  });
});

describe("the exports of a team", () => {
  let teamDir = "";
  beforeEach(() => {
    teamDir = mkdtempSync(join(tmpdir(), "team-"));
    mkdirSync(join(teamDir, "exports"));
  });
  afterEach(() => rmSync(teamDir, { recursive: true }));
  const put = (path: string, text: string): void => {
    mkdirSync(join(teamDir, path, ".."), { recursive: true });
    writeFileSync(join(teamDir, path), text);
  };
  const hours = async (asOf = "2026-06-01T00:00:00Z") => {
    const records = await readSessions(teamDir, effortRules(teamConfig(), Date.parse(asOf)));
    return records && hoursByDay(records);
  };
  const log = (key: string, ...logs: string[]): string =>
    `Refinement,${key},Task,AB,Shop,,,${logs[0] ?? ""},${logs[1] ?? ""}`;
  const [FIFTH, SIXTH] = [";05/Mar/26 10:00 AM;a;3600", ";06/Mar/26 10:00 AM;a;3600"];

  test("repeat their logs, which count once: of an item those of the last export that has it", async () => {
    put("exports/2026-03-05T120000Z.csv", csv(log("AB-1", FIFTH), log("AB-2", FIFTH)));
    put("exports/2026-03-07T120000Z.csv", csv(log("AB-1", FIFTH, SIXTH)));
    put("exports/2026-03-08T120000Z.csv", csv(log("AB-1", SIXTH)));
    expect(await hours()).toEqual({ "2026-03-05": 1, "2026-03-06": 1 });
    expect(await hours("2026-03-07T13:00:00Z")).toEqual({ "2026-03-05": 2, "2026-03-06": 1 });
    expect(await hours("2026-03-01T00:00:00Z")).toBeNull();
  });

  test("are not asked where the team keeps a log of its own", async () => {
    put("exports/2026-03-05T120000Z.csv", csv(log("AB-1", FIFTH)));
    put("refinement/log.csv", "date,minutes,people\n2026-03-09,60,6\n");
    expect(await hours()).toEqual({ "2026-03-09": 6 });
  });

  test("tell nothing where no log is refinement, or none is there", async () => {
    put("exports/2026-03-05T120000Z.csv", csv("Pay,AB-1,Task,AB,Shop,,,;05/Mar/26 10:00 AM;a;3600,"));
    expect(await hours()).toBeNull();
    put("exports/2026-03-05T120000Z.csv", "Summary,Issue key\nRefinement,AB-1\n");
    expect(await hours()).toBeNull();
  });
});
