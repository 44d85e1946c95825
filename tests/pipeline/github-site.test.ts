import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Action } from "../support/github/actions.ts";
import { type FakeGitHub, serveGitHub } from "../support/github/serve.ts";
import { script } from "../support/github/world.ts";
import { type GithubWorkspace, githubWorkspace } from "./github-workspace.ts";

const root = join(import.meta.dirname, "../..");
const YAML = `name: Shop
timezone: UTC
source: { github: { repository: acme/shop, project: { owner: acme, number: 4 } } }
sprints: { every: 2 weeks, first: 2025-12-22 }
estimate: { labels: "size/*" }
ready: { labels: [ready], acceptanceCriteria: true }
`;

/** A word that stands in no program and no page. */
const SECRET = /quorvane-[a-z]+/gi;
const secret = (of: string): string => `quorvane-${of}`;
const by = secret("login");
const body = `${secret("body")}\n\n## Acceptance criteria\n\n- ${secret("criterion")}`;

/** An issue of sprint 1 to 4 that was finished, or one that is open. */
const life = (issue: number): Action[] => {
  const day = (of: number): string => new Date(Date.UTC(2025, 11, 22 + of)).toISOString();
  const from = (issue % 4) * 14;
  const last: Action[] = issue < 9 ? [{ at: day(from + 9), by, do: "close", issue }] : [];
  return [
    { at: day(from + 1), by, do: "openIssue", issue, title: `${secret("title")} ${issue}`, body },
    { at: day(from + 2), by, do: "label", issue, label: "size/3" },
    {
      at: day(from + 2),
      by: secret("other"),
      do: "label",
      issue,
      label: issue % 3 ? "ready" : secret("label"),
    },
    { at: day(from + 3), by, do: "setMilestone", issue, milestone: secret("milestone") },
    { at: day(from + 4), by: secret("talker"), do: "comment", issue, body: secret("comment") },
    { at: day(from + 5), by, do: "assign", issue, person: secret("assignee") },
    { at: day(from + 6), by, do: "editBody", issue, body: `${body}\n- ${secret("edit")}` },
    { at: day(from + 7), by, do: "addToBoard", card: issue },
    { at: day(from + 8), by, do: "editTitle", issue, title: `${secret("title")} ${issue}, better` },
    ...last,
  ];
};
const world = script(
  {
    isPrivate: true,
    labels: ["ready", "size/3", secret("label")],
    milestones: [secret("milestone")],
    board: { number: 4, title: secret("board"), fields: [{ name: "Status", options: ["Ready"] }] },
  },
  [
    ...Array.from({ length: 14 }, (_, index) => life(index + 1)).flat(),
    {
      at: "2026-02-14T12:00:00Z",
      by,
      do: "addToBoard",
      card: "draft",
      draft: { title: secret("draft"), body: secret("draftbody") },
    } as const,
    { at: "2026-02-15T12:00:00Z", by, do: "renameLabel", label: secret("label"), to: secret("tag") } as const,
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
);

let fake: FakeGitHub;
let workspace: GithubWorkspace;
beforeAll(async () => {
  fake = await serveGitHub(world);
  workspace = githubWorkspace(fake, YAML);
});
afterAll(async () => {
  workspace.remove();
  await fake.close();
});

/** Runs the command as people do, in a process of its own, and gives what it printed. */
const refresh = async (): Promise<string> => {
  const env = {
    ...process.env,
    NODE_ENV: "production",
    GITHUB_API_URL: fake.url,
    GITHUB_GRAPHQL_URL: fake.graphqlUrl,
    GITHUB_TOKEN: "full-token",
  };
  const args = ["--data", workspace.data, "--out", workspace.path("site"), "--as-of", "2026-02-20T12:00:00Z"];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ["scripts/refresh.ts", ...args], {
    cwd: root,
    env,
  });
  return `${stdout}${stderr}`;
};

/** Secrets, and where they stand. */
const found = (said: string): { words: string[]; places: string[] } => {
  const { "teams/shop/team.yaml": _, ...written } = workspace.texts("**");
  const all = Object.entries({ ...written, said }).flatMap(([place, text]) =>
    [place, text].flatMap((one) => [...one.matchAll(SECRET)].map(([word]) => ({ word, place }))),
  );
  return {
    words: [...new Set(all.map(({ word }) => word.toLowerCase()))].sort(),
    places: [...new Set(all.map(({ place }) => place.split("/")[0]!))].sort(),
  };
};

test("of a private repository nothing stands in pages of an unfinished reading, store, report, site or output", async () => {
  fake.fail({
    kind: "change",
    on: ({ operation }) => operation === "BodyEdits",
    change: (answer) => {
      answer.data = null;
      answer.errors = [{ type: "FORBIDDEN", message: "not for you" }];
    },
  });
  const broken = await workspace.collect();
  expect([broken.ok, workspace.hasPending()]).toEqual([false, true]);
  expect(found(broken.said)).toEqual({ words: [], places: [] });
  const said = await refresh();
  expect(said).toContain("14 items");
  expect(Object.keys(workspace.texts("site/**/*.html")).length).toBeGreaterThan(10);
  const report: unknown = JSON.parse(workspace.texts("report/*")["report/shop.json"]!);
  expect(report).toMatchObject({ worklist: [{ id: "#12", title: null }, { id: "#9" }] });
  expect(found(said)).toEqual({ words: [], places: [] });
});

test("titles, and nothing else, stand there where the team publishes them", async () => {
  workspace.write("teams/shop/team.yaml", `${YAML}publish: { titles: true }\n`);
  expect(found(await refresh())).toEqual({ words: ["quorvane-title"], places: ["report", "site", "store"] });
});
