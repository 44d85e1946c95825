import { afterAll, describe, expect, it } from "vitest";
import { manyTeams, tinyExport, tinyTeam } from "../../scripts/rehearse/teams.ts";
import {
  annotationsOf,
  faultsOf,
  jobsRun,
  removeScratches,
  scratchWith,
  summaryOf,
} from "./scratch-teams.ts";

afterAll(removeScratches);

const DATA = "backlog-data";

describe("three teams", () => {
  const scratch = scratchWith({ files: manyTeams(3) });

  it("are collected side by side and gathered into one commit and one site", async () => {
    const run = await scratch.start("workflow_dispatch");
    expect(faultsOf(run)).toBe("");
    expect(jobsRun(run)).toEqual([
      "Refresh",
      "Collect team-001",
      "Collect team-002",
      "Collect team-003",
      "Gather",
      "Deploy",
    ]);
    expect(scratch.commits(DATA)).toEqual(["Refresh team-001, team-002, team-003"]);
    for (const id of ["team-001", "team-002", "team-003"])
      expect(scratch.site(`api/teams/${id}.json`)).toContain(`"id":"${id}"`);
  });

  it("are published though one of them is broken, which keeps its last good page and turns the run red", async () => {
    scratch.push({
      "data/teams/team-001/exports/2026-02-05.csv": tinyExport("T1", 8),
      "data/teams/team-002/exports/2026-02-05.csv": "<!DOCTYPE html><html><body>Log in</body></html>",
      "data/teams/team-003/exports/2026-02-05.csv": tinyExport("T3", 8),
    });
    const run = await scratch.start("push");
    expect(run.result).toBe("failure");
    expect(run.jobs.filter(({ result }) => result === "failure").map(({ name }) => name)).toContain(
      "Collect team-002",
    );
    expect(annotationsOf(run)).toContainEqual(
      expect.objectContaining({ file: "data/teams/team-002/exports/2026-02-05.csv", line: 1 }),
    );
    expect(scratch.commits(DATA)[0]).toBe("Refresh team-001, team-003");
    const dataAsOf = (id: string): string =>
      (JSON.parse(scratch.site(`api/teams/${id}.json`)) as { dataAsOf: string }).dataAsOf.slice(0, 10);
    expect(["team-001", "team-002", "team-003"].map(dataAsOf)).toEqual([
      "2026-02-05",
      "2026-02-02",
      "2026-02-05",
    ]);
    expect(summaryOf(run)).toMatch(/Team 2\S* \*\*not refreshed\*\*.*2026-02-02, \d+ days old/);
  });

  it("are all shown when only one is asked for", async () => {
    scratch.push({
      "data/teams/team-002/exports/2026-02-05.csv": tinyExport("T2", 8),
      "data/teams/team-003/exports/2026-02-06.csv": tinyExport("T3", 9),
    });
    const run = await scratch.start("workflow_dispatch", { inputs: { team: "team-002" } });
    expect(faultsOf(run)).toBe("");
    expect(jobsRun(run)).toEqual(["Refresh", "Collect team-002", "Gather", "Deploy"]);
    expect(scratch.commits(DATA)[0]).toBe("Refresh team-002");
    expect(scratch.site("index.html")).toContain("Team 3");
  });
});

describe("two runs at once", () => {
  it("lose no commit, though both changed the same team", async () => {
    const scratch = scratchWith({
      files: {
        "data/teams/pier/team.yaml": tinyTeam("Pier"),
        "data/teams/pier/exports/2026-02-02.csv": tinyExport("PIER"),
      },
    });
    expect((await scratch.start("workflow_dispatch")).result).toBe("success");
    scratch.push({ "data/teams/pier/exports/2026-02-03.csv": tinyExport("PIER", 7) });
    // Both have read the branch before either commits; the one with less to tell commits first.
    const bothRead = Promise.withResolvers<void>();
    const firstDone = Promise.withResolvers<void>();
    const first = scratch.start("push", {
      onStep: async (_, step) => (step === "Commit the data" ? bothRead.promise : undefined),
    });
    scratch.push({ "data/teams/pier/exports/2026-02-04.csv": tinyExport("PIER", 8) });
    const second = scratch.start("push", {
      onStep: async (_, step) => {
        if (step !== "Commit the data") return;
        bothRead.resolve();
        await firstDone.promise;
      },
    });
    expect(faultsOf(await first)).toBe("");
    firstDone.resolve();
    expect(faultsOf(await second)).toBe("");
    expect(scratch.commits(DATA)).toHaveLength(3);
    const sources = scratch
      .filesOf(DATA)
      .get("pier/runs.jsonl")!
      .match(/exports\/[\d-]+\.csv/g);
    expect(new Set(sources)).toEqual(
      new Set(["exports/2026-02-02.csv", "exports/2026-02-03.csv", "exports/2026-02-04.csv"]),
    );
  });

  it("both commit when they changed different teams", async () => {
    const scratch = scratchWith({ files: manyTeams(2) });
    expect((await scratch.start("workflow_dispatch")).result).toBe("success");
    scratch.push({
      "data/teams/team-001/exports/2026-02-03.csv": tinyExport("T1", 7),
      "data/teams/team-002/exports/2026-02-03.csv": tinyExport("T2", 7),
    });
    const quicker = Promise.withResolvers<void>();
    const slow = scratch.start("workflow_dispatch", {
      inputs: { team: "team-001" },
      onStep: async (_, step) => (step === "Commit the data" ? quicker.promise : undefined),
    });
    const quick = await scratch.start("workflow_dispatch", { inputs: { team: "team-002" } });
    quicker.resolve();
    expect(faultsOf(quick) + faultsOf(await slow)).toBe("");
    expect(scratch.commits(DATA).slice(0, 2)).toEqual(["Refresh team-001", "Refresh team-002"]);
    for (const id of ["team-001", "team-002"])
      expect(scratch.filesOf(DATA).get(`${id}/runs.jsonl`)).toContain("2026-02-03");
  });
});
