import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listExports } from "../../src/sources/list-exports.ts";
import { effortRules, readSessions } from "../../src/sources/list-sessions.ts";
import { teamConfig } from "../support/team-builder.ts";

let teamDir = "";
beforeEach(() => {
  teamDir = mkdtempSync(join(tmpdir(), "team-"));
});
afterEach(() => rmSync(teamDir, { recursive: true }));

const put = (path: string, text = path): void => {
  mkdirSync(join(teamDir, path, ".."), { recursive: true });
  writeFileSync(join(teamDir, path), text);
};
const rules = effortRules(teamConfig(), Date.parse("2026-06-01T00:00:00Z"));
const list = (asOf: string, known: Parameters<typeof listExports>[0]["known"] = new Map()) =>
  listExports({ teamDir, zone: "Europe/Berlin", asOf: Date.parse(asOf), known });
const seen = (asOf: string) => list(asOf).map(({ source, at }) => `${source} ${at}`);

describe("the exports of a team", () => {
  test("come by name, with their instants, from folders within too", () => {
    put("exports/2026-03-05T120000Z.csv");
    put("exports/2025/Jira Export 20251224080000.csv");
    expect(seen("2026-04-01T00:00:00Z")).toEqual([
      "exports/2025/Jira Export 20251224080000.csv 2025-12-24T07:00:00Z",
      "exports/2026-03-05T120000Z.csv 2026-03-05T12:00:00Z",
    ]);
  });

  test("leave out hidden files, readmes and what a desktop drops", () => {
    for (const name of [".DS_Store", "README.md", "readme", "Thumbs.db", "desktop.ini"])
      put(`exports/${name}`);
    expect(seen("2026-04-01T00:00:00Z")).toEqual([]);
  });

  test("are none without a folder", () => {
    expect(seen("2026-04-01T00:00:00Z")).toEqual([]);
  });

  test("are not read when they lie after as-of", () => {
    put("exports/2026-03-05T120000Z.csv");
    expect(seen("2026-03-05T11:59:59Z")).toEqual([]);
    expect(seen("2026-03-05T12:00:00Z")).toHaveLength(1);
  });
});

describe("a bare date", () => {
  test("is the last second of its day once the day is over", () => {
    put("exports/2026-03-05.csv");
    expect(seen("2026-03-06T09:00:00Z")).toEqual(["exports/2026-03-05.csv 2026-03-05T22:59:59Z"]);
  });

  test("of as-of's own day is as-of, in whole seconds", () => {
    put("exports/2026-03-05.csv");
    expect(seen("2026-03-05T09:00:00.750Z")).toEqual(["exports/2026-03-05.csv 2026-03-05T09:00:00Z"]);
    expect(seen("2026-03-04T23:30:00Z")).toEqual(["exports/2026-03-05.csv 2026-03-04T23:30:00Z"]);
  });

  test("of a day to come is not read", () => {
    put("exports/2026-03-06.csv");
    expect(seen("2026-03-05T09:00:00Z")).toEqual([]);
  });

  test("keeps the instant that the store gave it, while its bytes stay", () => {
    put("exports/2026-03-05.csv");
    const [first] = list("2026-03-05T09:00:00Z");
    const known = new Map([[first!.source, { at: first!.at, sha256: first!.sha256 }]]);
    expect(list("2026-03-07T09:00:00Z", known)[0]!.at).toBe("2026-03-05T09:00:00Z");
    put("exports/2026-03-05.csv", "other bytes");
    expect(list("2026-03-07T09:00:00Z", known)[0]!.at).toBe("2026-03-05T22:59:59Z");
  });
});

test("a name without a date takes the file's own time, with a remark that says so", () => {
  put("exports/backlog.csv");
  utimesSync(
    join(teamDir, "exports/backlog.csv"),
    new Date("2026-03-05T09:00:00.400Z"),
    new Date("2026-03-05T09:00:00.400Z"),
  );
  const [file] = list("2026-04-01T00:00:00Z");
  expect(file).toMatchObject({ at: "2026-03-05T09:00:00Z" });
  expect(file!.remark).toMatchInlineSnapshot(
    `"its name has no date and git does not know it, so the file's own time (2026-03-05T09:00:00Z) counts. Name it like 2026-03-05.csv"`,
  );
});

describe("the sessions of a team", () => {
  test("are those of every log in its folder, by name", async () => {
    put("refinement/b.csv", "date,minutes,people\n2026-02-01,60,6\n2026-02-30,60,6\n");
    put("refinement/a.csv", "date,minutes,people\n2026-01-05,30,4\n");
    put("refinement/notes.md", "nothing to read");
    const { sessions, problems } = (await readSessions(teamDir, rules))!;
    expect(sessions.map(({ day }) => day)).toEqual(["2026-01-05", "2026-02-01"]);
    expect(problems.map(({ where }) => where)).toEqual(["refinement/b.csv:3"]);
  });

  test("are not known without a log, which is not the same as none", async () => {
    expect(await readSessions(teamDir, rules)).toBeNull();
    put("refinement/notes.md");
    expect(await readSessions(teamDir, rules)).toBeNull();
    put("refinement/a.csv", "date,minutes,people\n");
    expect(await readSessions(teamDir, rules)).toEqual({ sessions: [], problems: [] });
  });
});
