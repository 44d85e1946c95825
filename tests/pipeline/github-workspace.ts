import { createHash } from "node:crypto";
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { vi } from "vitest";
import { collectGithub, type GithubOptions } from "../../scripts/steps/collect-github.ts";
import { openTeams, type Team } from "../../scripts/steps/teams.ts";
import type { Report } from "../../src/report/schema.ts";
import type { FakeGitHub } from "../support/github/serve.ts";

export type Collected = { ok: boolean; said: string };

/** Everything that is printed while something is done. */
export const listening = async <T>(act: () => Promise<T>): Promise<{ result: T; said: string }> => {
  const lines: string[] = [];
  const keep = (text: unknown): void => {
    lines.push(String(text));
  };
  const spies = [vi.spyOn(console, "log"), vi.spyOn(console, "error")];
  for (const spy of spies) spy.mockImplementation(keep);
  try {
    return { result: await act(), said: lines.join("\n") };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
};

/** A clock that starts with the server's and moves only when somebody sleeps. */
const clockOf = (fake: FakeGitHub): NonNullable<GithubOptions["clock"]> => {
  let time = Date.parse(fake.state().now);
  return {
    now: () => time,
    sleep: async (ms) => {
      time += ms;
    },
  };
};

type CollectOptions = {
  token?: string;
  asOf?: string;
  minutes?: number;
  acceptShrink?: boolean;
  clock?: NonNullable<GithubOptions["clock"]>;
};

/** A data folder with one team on a fake GitHub, and the steps run on it in this process, without real waiting. */
export const githubWorkspace = (fake: FakeGitHub, yaml: string) => {
  const data = mkdtempSync(join(tmpdir(), "runway-github-"));
  const path = (file: string): string => join(data, file);
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(path(file)), { recursive: true });
    writeFileSync(path(file), text);
  };
  write("teams/shop/team.yaml", yaml);
  const team = (): Team => {
    const { teams, failed } = openTeams({ data, teams: [] });
    if (failed > 0 || teams[0] === undefined) throw new Error("the team of the test is wrong");
    return teams[0];
  };
  const files = (pattern: string): string[] =>
    globSync(pattern, { cwd: data })
      .filter((file) => statSync(path(file)).isFile())
      .sort();
  return {
    data,
    path,
    write,
    team,
    collect: async (options: CollectOptions = {}): Promise<Collected> => {
      process.env.GITHUB_API_URL = fake.url;
      process.env.GITHUB_GRAPHQL_URL = fake.graphqlUrl;
      process.env.GITHUB_TOKEN = options.token ?? "full-token";
      const { result, said } = await listening(() =>
        collectGithub(team(), {
          asOf: Date.parse(options.asOf ?? fake.state().now),
          asOfGiven: options.asOf !== undefined,
          acceptShrink: options.acceptShrink ?? false,
          minutes: options.minutes ?? 30,
          clock: options.clock ?? clockOf(fake),
        }),
      );
      return { ok: result, said };
    },
    report: async (asOf: string): Promise<Report> => {
      // Most tests of the reading do without the metrics, and so without loading them.
      const { reportTeam } = await import("../../scripts/steps/report.ts");
      await listening(() => reportTeam(team(), { data, asOf: Date.parse(asOf) }));
      return JSON.parse(readFileSync(path("report/shop.json"), "utf8")) as Report;
    },
    /** Every file below a folder of the data, by its path. */
    texts: (pattern: string): Record<string, string> =>
      Object.fromEntries(files(pattern).map((file) => [file, readFileSync(path(file), "utf8")])),
    /** One digest over every path and byte of the store. */
    digest: (): string => {
      const hash = createHash("sha256");
      for (const file of files("store/**")) hash.update(file).update(readFileSync(path(file)));
      return hash.digest("hex");
    },
    hasPending: (): boolean => existsSync(path("pending/shop")),
    remove: (): void => rmSync(data, { recursive: true, force: true }),
  };
};

export type GithubWorkspace = ReturnType<typeof githubWorkspace>;
