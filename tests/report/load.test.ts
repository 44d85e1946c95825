import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { bareReport } from "../site/bare-report.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "runway-load-"));
  vi.stubEnv("BACKLOG_REPORT_DIR", folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const write = (file: string, team: { id: string; name: string }): void => {
  const report = bareReport();
  writeFileSync(join(folder, file), JSON.stringify({ ...report, team: { ...report.team, ...team } }));
};

/** The module as a new process has it: it reads the folder once. */
const load = async () => {
  vi.resetModules();
  return import("../../src/report/load.ts");
};

test("reports are sorted by the team's name, whatever their files are called; what is no report is left alone", async () => {
  write("a.json", { id: "a", name: "Zebra" });
  write("z.json", { id: "z", name: "Ant" });
  writeFileSync(join(folder, "notes.txt"), "no report");
  const { loadReports, loadOwnReports } = await load();
  expect(loadReports().map(({ team }) => team.name)).toEqual(["Ant", "Zebra"]);
  expect(loadOwnReports()).toEqual(loadReports());
});

test("a process that shares a site writes the pages of its teams, and knows all of them", async () => {
  for (const id of ["a", "b", "c"]) write(`${id}.json`, { id, name: id });
  vi.stubEnv("BACKLOG_TEAMS", "a/c");
  const { loadReports, loadOwnReports } = await load();
  expect(loadReports()).toHaveLength(3);
  expect(loadOwnReports().map(({ team }) => team.id)).toEqual(["a", "c"]);
});

test("a process that shares a site checks the reports whose pages it writes, and leaves the others to theirs", async () => {
  write("a.json", { id: "a", name: "A" });
  const half = { ...bareReport(), sprints: undefined, team: { ...bareReport().team, id: "b", name: "B" } };
  writeFileSync(join(folder, "b.json"), JSON.stringify(half));
  vi.stubEnv("BACKLOG_TEAMS", "a");
  const first = await load();
  expect(first.loadOwnReports().map(({ team }) => team.id)).toEqual(["a"]);
  vi.stubEnv("BACKLOG_TEAMS", "b");
  const second = await load();
  expect(() => second.loadReports()).toThrow(/b\.json breaks the report contract: .*sprints/s);
});

test("half a report is named with its file", async () => {
  writeFileSync(join(folder, "a.json"), JSON.stringify({ ...bareReport(), sprints: undefined }));
  const { loadReports } = await load();
  expect(() => loadReports()).toThrow(/a\.json breaks the report contract: .*sprints/s);
});

test("a report under another team's name is refused, since its pages would be missing from a shared site", async () => {
  write("b.json", { id: "a", name: "A" });
  const { loadReports } = await load();
  expect(() => loadReports()).toThrow(/b\.json is the report of the team "a": rename it to a\.json$/);
});
