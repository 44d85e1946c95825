import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { Report } from "../../src/report/schema.ts";

const root = resolve(import.meta.dirname, "../..");

export type Ran = { code: number; output: string };

/** A data folder of its own, and the commands run on it as a person would run them. */
export const workspace = () => {
  const folder = mkdtempSync(join(tmpdir(), "runway-data-"));
  const path = (file: string): string => join(folder, file);
  return {
    folder,
    path,
    write: (file: string, content: string | Uint8Array): void => {
      mkdirSync(dirname(path(file)), { recursive: true });
      writeFileSync(path(file), content);
    },
    /** Runs a script; `kill` ends it with SIGKILL after so many milliseconds. */
    run: (
      script: string,
      options: { args?: string[]; kill?: number; env?: Record<string, string> } = {},
    ): Promise<Ran> =>
      new Promise((done) => {
        const args = [join(root, "scripts", `${script}.ts`), "--data", folder, ...(options.args ?? [])];
        const child = execFile(
          process.execPath,
          args,
          { cwd: root, env: { ...process.env, ...options.env } },
          (error, stdout, stderr) =>
            done({ code: error ? Number(error.code ?? -1) : 0, output: stdout + stderr }),
        );
        if (options.kill !== undefined) setTimeout(() => child.kill("SIGKILL"), options.kill);
      }),
    report: (team: string): Report => JSON.parse(readFileSync(path(`report/${team}.json`), "utf8")) as Report,
    /** One digest over every path and byte of the store. */
    digest: (): string => {
      const hash = createHash("sha256");
      for (const file of globSync("store/**", { cwd: folder }).sort()) {
        if (statSync(path(file)).isFile()) hash.update(file).update(readFileSync(path(file)));
      }
      return hash.digest("hex");
    },
    remove: (): void => rmSync(folder, { recursive: true, force: true }),
  };
};

const HEADER =
  "Summary,Issue key,Issue id,Issue Type,Status,Resolution,Created,Updated,Resolved,Description,Custom field (Rank),Sprint,Custom field (Story Points),Status Category";

export type Row = {
  key: string;
  rank?: string;
  status?: string;
  points?: string;
  category?: string;
  resolved?: string;
  sprint?: string;
  type?: string;
};

/** A small Jira export; the rows come in an order of their own, so that only the ranks can tell the backlog's. */
export const jiraCsv = (rows: readonly Row[]): string =>
  [
    HEADER,
    ...rows.map(
      ({
        key,
        rank = "",
        status = "To Do",
        points = "",
        category = "To Do",
        resolved = "",
        sprint = "",
        type = "Story",
      }) =>
        [
          `Title of ${key}`,
          key,
          key.replace(/\D/g, ""),
          type,
          status,
          resolved ? "Done" : "",
          "02/Jan/26 9:00 AM",
          "02/Jan/26 9:00 AM",
          resolved,
          "",
          rank,
          sprint,
          points,
          category,
        ].join(","),
    ),
    "",
  ].join("\n");

export const TEAM = `name: Checkout
timezone: Europe/Berlin
source: { exports: { format: auto } }
sprints: { every: 1 week, first: 2026-01-05 }
ready: { estimate: true }
`;
