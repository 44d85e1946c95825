import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { githubAccess } from "../../scripts/steps/collect-github.ts";
import { type GithubWorkspace, githubWorkspace } from "../pipeline/github-workspace.ts";
import { workspace as folder } from "../pipeline/workspace.ts";
import { sampleWorld } from "../support/github/sample-world.ts";
import { type FakeGitHub, serveGitHub } from "../support/github/serve.ts";
import { script } from "../support/github/world.ts";
import { teamConfig } from "../support/team-builder.ts";

const YAML = `name: Shop
timezone: UTC
source: { github: { repository: acme/shop } }
sprints: { from: milestones }
ready: { labels: [ready] }
`;

let fake: FakeGitHub;
const opened: GithubWorkspace[] = [];
beforeAll(async () => {
  fake = await serveGitHub(sampleWorld());
});
afterEach(() => {
  for (const workspace of opened.splice(0)) workspace.remove();
  fake.show(sampleWorld());
});
afterAll(() => fake.close());

const open = (yaml = YAML): GithubWorkspace => {
  const workspace = githubWorkspace(fake, yaml);
  opened.push(workspace);
  return workspace;
};

describe("as-of", () => {
  test("that a person sets is when an unchanged backlog is seen", async () => {
    const workspace = open();
    await workspace.collect({ asOf: "2026-02-01T00:00:00Z" });
    expect(workspace.texts("store/shop/runs.jsonl")["store/shop/runs.jsonl"]).toContain(
      '"at":"2026-02-01T00:00:00Z"',
    );
  });

  test("before the store's last reading reads nothing", async () => {
    const workspace = open();
    await workspace.collect();
    const [digest, asked] = [workspace.digest(), fake.requests.length];
    const { ok, said } = await workspace.collect({ asOf: "2026-01-10T00:00:00Z" });
    expect([ok, fake.requests.length, workspace.digest()]).toEqual([true, asked, digest]);
    expect(said).toContain("the store is newer than as-of");
  });
});

describe("other settings", () => {
  test("of what events say read everything anew, and change the past", async () => {
    const workspace = open();
    await workspace.collect();
    workspace.write("teams/shop/team.yaml", YAML.replace("[ready]", "[ready], description: { min: 5000 }"));
    await workspace.collect();
    const changes = Object.values(workspace.texts("store/shop/changes/*")).join("");
    expect(changes).not.toContain('"described":true');
    expect(changes.match(/"event":"UCE_1_001"/g)).toHaveLength(1);
  });

  test("a milestone that was renamed since stays found when everything is read anew", async () => {
    const there = script({ milestones: [{ title: "Sprint 1", dueOn: "2026-01-16" }] }, [
      { at: "2026-01-08", do: "openIssue", issue: 2, body: "As a buyer I want it." },
      { at: "2026-01-08T13:00:00Z", do: "setMilestone", issue: 2, milestone: "Sprint 1" },
      { at: "2026-01-08T14:00:00Z", do: "setMilestone", issue: 2, milestone: null },
    ]);
    const renamed = there.more([
      { at: "2026-01-09", do: "renameMilestone", milestone: "Sprint 1", to: "Sprint One" },
    ]);
    fake.show(there);
    const workspace = open();
    await workspace.collect();
    fake.show(renamed);
    await workspace.collect();
    workspace.write("teams/shop/team.yaml", YAML.replace("[ready]", "[ready], description: { min: 50 }"));
    await workspace.collect();
    const changes = Object.values(workspace.texts("store/shop/changes/*")).join("");
    expect(changes).toContain('"kind":"sprint","by":"f86b5516c8","set":{"sprint":"MI_1"}');
  });
});

test("a kill in the middle leaves the old store, and the next run ends with the same bytes", async () => {
  const workspace = open();
  await workspace.collect();
  const env = {
    GITHUB_API_URL: fake.url,
    GITHUB_GRAPHQL_URL: fake.graphqlUrl,
    GITHUB_TOKEN: "full-token",
  };
  const killed = folder();
  killed.write("teams/shop/team.yaml", YAML);
  const nothing = killed.digest();
  for (const kill of [400, 700]) {
    await killed.run("collect", { env, kill });
    expect([nothing, workspace.digest()]).toContain(killed.digest());
  }
  expect(await killed.run("collect", { env })).toMatchObject({ code: 0 });
  expect(killed.digest()).toBe(workspace.digest());
  killed.remove();
});

describe("where GitHub is", () => {
  const at = (api: string | null) =>
    teamConfig({
      source: { kind: "github", owner: "acme", repository: "shop", project: null, api } as never,
    });
  const env = {
    GITHUB_API_URL: "http://run/api/v3",
    GITHUB_GRAPHQL_URL: "http://run/api/graphql",
    GITHUB_TOKEN: "t",
  };

  test("is what the team says, then what the run says, then the public one", () => {
    expect(githubAccess(at("https://own/api/v3"), env)).toEqual({
      api: "https://own/api/v3",
      graphqlUrl: null,
      token: "t",
    });
    expect(githubAccess(at(null), env)).toEqual({
      api: "http://run/api/v3",
      graphqlUrl: "http://run/api/graphql",
      token: "t",
    });
    expect(githubAccess(at(null), {})).toEqual({
      api: "https://api.github.com",
      graphqlUrl: null,
      token: "",
    });
  });
});
