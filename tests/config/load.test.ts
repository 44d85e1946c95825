import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { formatConfigError } from "../../src/config/errors.ts";
import { loadTeams } from "../../src/config/load.ts";
import { LEAST } from "./team-file.ts";

let dataDir: string;
beforeEach(() => {
  dataDir = join(mkdtempSync(join(tmpdir(), "runway-")), "data");
});
afterEach(() => rmSync(join(dataDir, ".."), { recursive: true }));

const write = (team: string, content: string | Uint8Array = LEAST, name = "team.yaml"): void => {
  mkdirSync(join(dataDir, "teams", team), { recursive: true });
  writeFileSync(join(dataDir, "teams", team, name), content);
};

const shown = (only?: string[]): string[] =>
  loadTeams({ dataDir, ...(only && { only }) }).flatMap(({ id, result }) =>
    result.errors === undefined
      ? [`${id}: ${result.team.name}`]
      : result.errors.map((error) => formatConfigError(error).replaceAll(dataDir, "data")),
  );

describe("loading teams", () => {
  test("reads every folder in the order of their names", () => {
    write("search");
    write("checkout", `${LEAST}name: Checkout\n`);
    writeFileSync(join(dataDir, "teams", "README.md"), "");
    expect(shown()).toEqual(["checkout: Checkout", "search: search"]);
  });

  test("reads the good ones beside the bad ones", () => {
    write("bad", `${LEAST}unit: story\n`);
    write("empty", "", "notes.txt");
    write("good");
    write("misnamed", LEAST, "team.yml");
    mkdirSync(join(dataDir, "teams", "nested", "team.yaml"), { recursive: true });
    write("utf-16", Uint8Array.from([0xff, 0xfe, 0x6e, 0x00]));
    expect(shown()).toMatchInlineSnapshot(`
      [
        "data/teams/bad/team.yaml:3 › unit: expected "auto", "points" or "items", found "story"",
        "data/teams/empty/team.yaml: expected a file team.yaml, found none in this folder",
        "good: good",
        "data/teams/misnamed/team.yaml: expected a file team.yaml, found "team.yml": rename it",
        "data/teams/nested/team.yaml: expected a file team.yaml, found a folder of that name",
        "data/teams/utf-16/team.yaml: expected text in UTF-8, found other bytes: save the file as UTF-8",
      ]
    `);
  });

  test("can be asked for some, and names the nearest of one that is not there", () => {
    write("checkout");
    write("search");
    expect(shown(["search", "search"])).toEqual(["search: search"]);
    expect(shown(["chekout", "../../etc"])).toMatchInlineSnapshot(`
      [
        "data/teams: expected a team that is there ("checkout" or "search"), found "../../etc"",
        "data/teams: expected a team that is there ("checkout" or "search"), found "chekout". Did you mean "checkout"?",
      ]
    `);
  });

  test("never opens a folder with a hostile name", () => {
    for (const name of ["$(touch x)", "-rf", ".hidden", "a b", "a\nb", "ünder"]) write(name);
    expect(shown()).toMatchInlineSnapshot(`
      [
        "data/teams: expected a folder name of letters, digits, ".", "_" and "-" that begins with a letter or digit, found "$(touch x)"",
        "data/teams: expected a folder name of letters, digits, ".", "_" and "-" that begins with a letter or digit, found "-rf"",
        "data/teams: expected a folder name of letters, digits, ".", "_" and "-" that begins with a letter or digit, found ".hidden"",
        "data/teams: expected a folder name of letters, digits, ".", "_" and "-" that begins with a letter or digit, found "a\\nb"",
        "data/teams: expected a folder name of letters, digits, ".", "_" and "-" that begins with a letter or digit, found "a b"",
        "data/teams: expected a folder name of letters, digits, ".", "_" and "-" that begins with a letter or digit, found "ünder"",
      ]
    `);
    expect(loadTeams({ dataDir }).map(({ dir }) => dir)).toEqual(Array(6).fill(join(dataDir, "teams")));
  });

  test("says so where there is no team", () => {
    expect(shown()).toMatchInlineSnapshot(`
      [
        "data/teams: expected a folder for each team with a team.yaml, found no such folder",
      ]
    `);
    mkdirSync(join(dataDir, "teams"), { recursive: true });
    expect(shown()).toMatchInlineSnapshot(`
      [
        "data/teams: expected a folder for each team with a team.yaml, found none",
      ]
    `);
    expect(shown(["checkout"])).toMatchInlineSnapshot(`
      [
        "data/teams: expected a team that is there (no team at all), found "checkout"",
      ]
    `);
  });
});
