import { existsSync, globSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { tinyExport, tinyTeam } from "../../scripts/rehearse/teams.ts";
import {
  annotationsOf,
  commandsOf,
  logOf,
  removeScratches,
  scratchWith,
  summaryOf,
} from "./scratch-teams.ts";

afterAll(removeScratches);

const LINES = '"Good title\n::set-output name=mode::one\n::add-path::/tmp\n##[error]x `touch owned`"';

const hostileExport = (): string =>
  tinyExport("PIER")
    .replace("Waiting 5,", `${LINES},`)
    .replace("Waiting 6,", '"""; rm -rf /; touch owned",')
    .replace("To Do,,02/Jan/26", '"::set-env name=PATH::/tmp",,02/Jan/26');

describe("a hostile repository", () => {
  const scratch = scratchWith({
    files: {
      "data/teams/pier/team.yaml": `${tinyTeam('"Pier | <img src=x onerror=alert(1)> ](http://evil.example) `x` \\n::error::y"').replace("estimate: true", "estimate: true, labels: ['\"; rm -rf /']")}publish: { titles: true }\n`,
      "data/teams/pier/exports/2026-02-02.csv": hostileExport(),
      "data/teams/$(touch owned)/team.yaml": tinyTeam("Owned"),
      "data/teams/`touch owned`;touch owned/team.yaml": tinyTeam("Owned"),
      "data/teams/quay/team.yaml": tinyTeam("Quay"),
      "data/teams/quay/exports/$(touch owned)::error::2026-02-02.csv": tinyExport("QUAY"),
      "data/teams/quay/exports/\n::set-output name=x::y.csv": "nothing",
    },
  });
  const owned = (): string[] =>
    globSync("**/owned", { cwd: scratch.root }).filter((file) => !file.includes("data/teams"));

  it("executes nothing and injects no command by names of folders and files, labels, titles or statuses", async () => {
    const run = await scratch.start("push");
    expect(owned()).toEqual([]);
    expect(existsSync(join(scratch.root, "site", "index.html"))).toBe(true);
    expect(commandsOf(run)).toEqual([]);
    expect(logOf(run)).not.toMatch(/^\s*::(?!error|warning)/m);
    expect(scratch.commits("backlog-data")[0]).toMatch(/^Refresh (pier, quay|pier|quay)$/);
    // The folders that cannot be teams are named, and turn the run red.
    expect(run.result).toBe("failure");
    expect(
      annotationsOf(run)
        .map(({ text }) => text)
        .join("\n"),
    ).toContain("expected a folder name of letters");
  });

  it("cannot do it by the inputs of a run either", async () => {
    const inputs = { team: '$(touch owned)"; touch owned; echo "x\n::set-output name=a::b', rebuild: true };
    const run = await scratch.start("workflow_dispatch", { inputs });
    expect(owned()).toEqual([]);
    expect(commandsOf(run)).toEqual([]);
    expect(run.result).toBe("failure");
  });

  it("shows its names in the summary as mere text", async () => {
    const run = await scratch.start("push");
    const summary = summaryOf(run);
    expect(summary).toContain("Pier");
    expect(summary).not.toMatch(/<img|\]\(http:\/\/evil|`x`|^::/m);
    const row = summary.split("\n").find((line) => line.includes("Pier") && line.startsWith("|"))!;
    expect(row.split("|")).toHaveLength(10);
  });
});
