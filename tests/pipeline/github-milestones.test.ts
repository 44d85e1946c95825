import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Action } from "../support/github/actions.ts";
import { type FakeGitHub, serveGitHub } from "../support/github/serve.ts";
import { script, type World } from "../support/github/world.ts";
import { type GithubWorkspace, githubWorkspace } from "./github-workspace.ts";

const YAML = `name: Shop
timezone: UTC
source: { github: { repository: acme/shop } }
sprints: { from: milestones }
ready: { labels: [ready] }
`;
/** An issue that was in a milestone of this title for a day. */
const visit = (issue: number, milestone: string): Action[] => [
  { at: `2026-01-0${issue}T08:00:00Z`, do: "openIssue", issue },
  { at: `2026-01-0${issue}T09:00:00Z`, do: "setMilestone", issue, milestone },
  { at: `2026-01-0${issue}T10:00:00Z`, do: "setMilestone", issue, milestone: null },
];
const rename = { at: "2026-01-06", do: "renameMilestone", milestone: "hush", to: "Sprint 1" } as const;
const world = (...later: readonly Action[]): World =>
  script(
    {
      milestones: [
        { title: "hush", dueOn: "2026-01-16" },
        { title: "Sprint 2", dueOn: "2026-01-30" },
      ],
    },
    [...visit(1, "hush"), ...visit(2, "Sprint 2"), ...visit(3, "hush"), ...later],
  );

let fake: FakeGitHub;
let workspace: GithubWorkspace;
beforeAll(async () => {
  fake = await serveGitHub(world());
});
beforeEach(() => {
  workspace = githubWorkspace(fake, YAML);
  return () => workspace.remove();
});
afterAll(() => fake.close());

describe("a milestone whose old title nobody knows any more", () => {
  test("is told by the issues that were in it, and its title is not kept", async () => {
    fake.show(world(rename));
    const { said } = await workspace.collect();
    expect(said).toMatch(/milestone-unknown: 2 \(#1: it was in a milestone that was renamed or deleted/);
    const store = workspace.texts("store/**");
    const [run] = store["store/shop/runs.jsonl"]!.trim().split("\n");
    const { findings } = JSON.parse(run!);
    expect(findings).toMatchObject([
      { id: "milestone-unknown", count: 2, first: [{ where: "#1" }, { where: "#3" }] },
    ]);
    expect(JSON.stringify([said, store])).not.toMatch(/hush|title:/);
  });

  test("is still known where it was seen under that title, also when an issue comes again or all are read anew", async () => {
    fake.show(world());
    await workspace.collect();
    fake.show(world(rename, { at: "2026-01-07", do: "comment", issue: 1 }));
    const again = await workspace.collect();
    workspace.write("teams/shop/team.yaml", YAML.replace("[ready]", "[ready], description: { min: 50 }"));
    const anew = await workspace.collect();
    expect(again.said).toContain("3 items, 1 change");
    expect(anew.said).toContain("3 items");
    expect(again.said + anew.said).not.toContain("milestone-unknown");
  });
});
