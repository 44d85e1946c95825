import { afterAll, describe, expect, it } from "vitest";
import { tinyExport, tinyTeam } from "../../scripts/rehearse/teams.ts";
import {
  annotationsOf,
  commandsOf,
  faultsOf,
  jobsRun,
  removeScratches,
  scratchWith,
  summaryOf,
} from "./scratch-teams.ts";

afterAll(removeScratches);

const DATA = "backlog-data";
const pier = {
  "data/teams/pier/team.yaml": tinyTeam("Pier"),
  "data/teams/pier/exports/2026-02-02.csv": tinyExport("PIER"),
};

describe("a fresh repository with one team", () => {
  const scratch = scratchWith({ files: pier });

  it("gets its data branch and its site by the first run, in one job and a deployment", async () => {
    const run = await scratch.start("workflow_dispatch");
    expect(faultsOf(run)).toBe("");
    expect(jobsRun(run)).toEqual(["Refresh", "Deploy"]);
    expect(scratch.commits(DATA)).toEqual(["Refresh pier"]);
    expect([...scratch.filesOf(DATA).keys()]).toContain("pier/items.jsonl");
    expect(scratch.site("index.html")).toContain("Pier");
    expect(scratch.site("teams/pier/index.html")).toContain('href="/backlog/');
    expect(summaryOf(run)).toContain("[Pier](https://rehearsal.github.io/backlog/teams/pier/)");
    expect(commandsOf(run)).toEqual([]);
  });

  it("gets no commit by a second run that finds nothing new", async () => {
    const run = await scratch.start("push");
    expect(run.result).toBe("success");
    expect(scratch.commits(DATA)).toHaveLength(1);
    expect(summaryOf(run)).toContain("(=)");
  });

  it("shows a new export after it is pushed, with what changed", async () => {
    scratch.push({ "data/teams/pier/exports/2026-02-05.csv": tinyExport("PIER", 8) });
    const run = await scratch.start("push");
    expect(faultsOf(run)).toBe("");
    expect(scratch.commits(DATA)).toEqual(["Refresh pier", "Refresh pier"]);
    expect(scratch.site("teams/pier/data/index.html")).toContain("2026-02-05");
    expect(summaryOf(run)).toMatch(/sprints\s\(\+/);
  });

  it("keeps and publishes nothing in a dry run", async () => {
    scratch.push({ "data/teams/pier/exports/2026-02-06.csv": tinyExport("PIER", 9) });
    const run = await scratch.start("workflow_dispatch", { inputs: { "dry-run": true } });
    expect(faultsOf(run)).toBe("");
    expect(jobsRun(run)).toEqual(["Refresh"]);
    expect(scratch.commits(DATA)).toHaveLength(2);
    expect(scratch.site("teams/pier/data/index.html")).not.toContain("2026-02-06");
    expect(summaryOf(run)).toContain("A trial");
  });

  it("keeps its last good page, marked with its age, when its configuration breaks, and the run is red on the line", async () => {
    scratch.push({ "data/teams/pier/team.yaml": tinyTeam("Pier").replace("timezone", "timezon") });
    const run = await scratch.start("push");
    expect(run.result).toBe("failure");
    expect(annotationsOf(run)).toContainEqual(
      expect.objectContaining({ level: "error", file: "data/teams/pier/team.yaml", line: 2 }),
    );
    expect(scratch.site("teams/pier/index.html")).toContain("2026-02-05");
    expect(scratch.site("teams/pier/data/index.html")).toContain("has mistakes");
    expect(summaryOf(run)).toMatch(/Pier\S* \*\*not refreshed\*\*/);
    expect(scratch.commits(DATA)).toHaveLength(2);
  });

  it("builds a team's store anew on request, and puts it back when that fails", async () => {
    const before = scratch.filesOf(DATA).get("pier/runs.jsonl");
    const failing = await scratch.start("workflow_dispatch", { inputs: { rebuild: true } });
    expect(failing.result).toBe("failure");
    expect(scratch.filesOf(DATA).get("pier/runs.jsonl")).toBe(before);
    expect(scratch.site("teams/pier/index.html")).toContain("2026-02-05");
    scratch.push({ "data/teams/pier/team.yaml": tinyTeam("Pier") });
    const run = await scratch.start("workflow_dispatch", { inputs: { rebuild: true, team: "pier" } });
    expect(faultsOf(run)).toBe("");
    expect(scratch.filesOf(DATA).get("pier/runs.jsonl")?.split("\n").length).toBeGreaterThanOrEqual(3);
  });
});

describe("a private repository", () => {
  it("publishes nothing unless a variable says so: the site is a download", async () => {
    const scratch = scratchWith({ files: pier, settings: { private: true, pagesEnabled: false } });
    const run = await scratch.start("workflow_dispatch");
    expect(faultsOf(run)).toBe("");
    expect(jobsRun(run)).toEqual(["Refresh"]);
    expect(scratch.hasSite()).toBe(false);
    expect(scratch.hasBranch(DATA)).toBe(true);
    expect(summaryOf(run)).toContain("download of this run");
  });
});

describe("a server that cannot deploy from Actions", () => {
  it("gets the site as a branch", async () => {
    const scratch = scratchWith({
      files: pier,
      settings: { vars: { BACKLOG_PAGES: "branch" }, pagesEnabled: false },
    });
    const run = await scratch.start("schedule");
    expect(faultsOf(run)).toBe("");
    expect([...scratch.filesOf("backlog-site").keys()]).toContain("teams/pier/index.html");
  });
});
