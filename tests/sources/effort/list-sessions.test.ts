import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { effortRules, readSessions } from "../../../src/sources/list-sessions.ts";
import { teamConfig } from "../../support/team-builder.ts";
import { event, hoursByDay, ics } from "./effort-file.ts";

const asOf = Date.parse("2026-06-01T00:00:00Z");
let teamDir = "";
beforeEach(() => {
  teamDir = mkdtempSync(join(tmpdir(), "team-"));
  mkdirSync(join(teamDir, "refinement"));
});
afterEach(() => rmSync(teamDir, { recursive: true }));

const put = (name: string, text: string): void => writeFileSync(join(teamDir, "refinement", name), text);
const fixtures = resolve(import.meta.dirname, "../../fixtures/effort");

test("files of every kind stand side by side and are added up, the same session twice if told twice", async () => {
  put("log.csv", "date,minutes,people\n2026-03-05,60,6\n");
  put("team.ICS", ics(event("DTSTART:20260305T100000Z", "DTEND:20260305T110000Z")));
  copyFileSync(join(fixtures, "harvest.csv"), join(teamDir, "refinement", "harvest.csv"));
  const read = (await readSessions(teamDir, effortRules(teamConfig(), asOf)))!;
  expect(hoursByDay(read)).toEqual({ "2026-03-05": 6 + 1 + 2.25 });
});

test("a team's own rule, zone and order of dates shape the reading", async () => {
  put("clockify.csv", "Project,Description,Start Date,Duration (h)\nShop,Workshop,03/05/2026,01:00:00\n");
  put("team.ics", ics(event("SUMMARY:Workshop", "DTSTART:20260305T233000Z", "DURATION:PT1H")));
  const config = teamConfig({
    timezone: "Europe/Berlin",
    source: { kind: "exports", format: "auto", timezone: null, dates: "month-first", link: null },
    effort: { guideline: 10, match: { project: [], tag: [], text: ["workshop"] } },
  });
  const read = (await readSessions(teamDir, effortRules(config, asOf)))!;
  expect(hoursByDay(read)).toEqual({ "2026-03-05": 1, "2026-03-06": 1 });
});

test("one file that cannot be read leaves nothing: part of the effort would look like all of it", async () => {
  put("log.csv", "date,minutes,people\n2026-03-05,60,6\n");
  put("other.csv", "a,b\n1,2\n");
  await expect(readSessions(teamDir, effortRules(teamConfig(), asOf))).rejects.toThrow(
    "refinement/other.csv:1",
  );
});
