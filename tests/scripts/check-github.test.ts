import { afterEach, expect, test } from "vitest";
import { checkGithub } from "../../scripts/steps/check-github.ts";
import { githubWorkspace, listening } from "../pipeline/github-workspace.ts";
import { sampleWorld } from "../support/github/sample-world.ts";
import { type FakeGitHub, serveGitHub } from "../support/github/serve.ts";

const yaml = (board: boolean): string => `name: Shop
timezone: UTC
source: { github: { repository: acme/shop${board ? ", project: { owner: acme, number: 4 }" : ""} } }
sprints: { from: milestones }
estimate: { labels: "size/*" }
ready: { labels: [ready, refined] }
`;

let fake: FakeGitHub;
afterEach(() => fake.close());

const check = async (token: string, board = true): Promise<{ result: boolean; said: string }> => {
  fake = await serveGitHub(sampleWorld());
  const workspace = githubWorkspace(fake, yaml(board));
  process.env.GITHUB_API_URL = fake.url;
  process.env.GITHUB_GRAPHQL_URL = fake.graphqlUrl;
  process.env.GITHUB_TOKEN = token;
  const checked = await listening(() => checkGithub(workspace.team()));
  expect(Object.keys(workspace.texts("**"))).toEqual(["teams/shop/team.yaml"]);
  workspace.remove();
  return checked;
};

test("the doctor says what a token may read, and asks once", async () => {
  const { result, said } = await check("full-token");
  expect(result).toBe(true);
  expect(fake.requests).toHaveLength(1);
  expect(said.split("\n")).toEqual([
    "shop: acme/shop: readable, open to everyone; 6 issues.",
    "shop: no label is called “refined”: nothing can have it, and so be ready.",
    "shop: labels that give an estimate by size/*: “size/M”, “size/L”.",
    "shop: 3 milestones, 3 with a due date.",
    "shop: board 4: readable; status from Status, sprints from Sprint, estimate from no number field.",
    "shop: the board's order, iterations and numbers are known from the first reading on; GitHub keeps no history of them.",
  ]);
});

test.each([
  ["actions-token", /board 4 of acme.*Projects: read/],
  ["classic-token", /read:project/],
  ["blind-token", /acme\/shop does not exist.*Issues: read/],
  ["wrong-token", /wrong or has expired/],
])("the doctor names what is missing: %s", async (token, expected) => {
  const { result, said } = await check(token);
  expect(result).toBe(false);
  expect(said).toMatch(expected);
});

test("without a board it says what is not known", async () => {
  const { result, said } = await check("actions-token", false);
  expect(result).toBe(true);
  expect(said).toContain("no board is configured, so nothing tells the order");
});
