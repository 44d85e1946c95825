import { afterEach, describe, expect, test } from "vitest";
import { bigWorld } from "../support/github/big-world.ts";
import { sampleWorld } from "../support/github/sample-world.ts";
import { type FakeGitHub, serveGitHub } from "../support/github/serve.ts";
import { FULL_SIGHT } from "../support/github/sight.ts";
import { script, type World } from "../support/github/world.ts";
import { githubWorkspace } from "./github-workspace.ts";

const yaml = (more = ""): string => `name: Shop
timezone: UTC
source: { github: { repository: acme/shop${more} } }
sprints: { every: 2 weeks, first: 2025-01-06 }
estimate: { labels: "size/*" }
ready: { labels: [ready], acceptanceCriteria: true }
`;
const BOARD = ", project: { owner: acme, number: 4 }";

let fake: FakeGitHub;
afterEach(() => fake.close());

const serve = async (world: World): Promise<FakeGitHub> => {
  fake = await serveGitHub(world, { tokens: { rich: { ...FULL_SIGHT, limit: 100_000 } } });
  return fake;
};

/** Requests since an earlier count, by their names. */
const asked = (from: number): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { operation, path } of fake.requests.slice(from)) {
    const name = operation ?? path;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
};

describe("the first reading of 3,000 issues", () => {
  test("costs at most 40 points a thousand, and one more a hundred edited descriptions", async () => {
    await serve(bigWorld({ issues: 3_000, seed: 7 }));
    const workspace = githubWorkspace(fake, yaml());
    const { said } = await workspace.collect({ token: "rich" });
    const { BodyEdits: edits = 0, ...others } = asked(0);
    const edited = new Set(
      fake.requests.flatMap(({ operation, variables }) =>
        operation === "BodyEdits" ? (variables.ids as string[]) : [],
      ),
    );
    expect(edits).toBeLessThanOrEqual(Math.ceil(edited.size / 100));
    expect(fake.points() - edits).toBeLessThanOrEqual(3 * 40);
    expect(others).toEqual({ Overview: 1, BacklogIssues: 91 });
    // Progress is said, and the points that were used.
    expect(said).toMatch(/1023 of 3000 issues/);
    expect(said).toContain(`${fake.points()} points of GitHub's limit`);

    const before = workspace.texts("**");
    const from = fake.requests.length;
    expect(await workspace.collect({ token: "rich" })).toMatchObject({ ok: true });
    expect(fake.requests.length - from).toBeLessThanOrEqual(4);
    expect(workspace.texts("**")).toEqual(before);
    workspace.remove();
  });
});

describe("an unchanged backlog", () => {
  test("with a board costs four requests and one a hundred cards, and changes no byte", async () => {
    const cards = Array.from({ length: 230 }, (_, index) => ({
      at: "2026-01-23T12:00:01Z",
      do: "addToBoard" as const,
      card: `draft ${index}`,
      draft: { title: "An idea" },
    }));
    await serve(sampleWorld().more(cards));
    const workspace = githubWorkspace(fake, yaml(BOARD));
    await workspace.collect();
    const before = workspace.texts("**");
    for (const asOf of [undefined, "2026-01-24T12:00:00Z"]) {
      const from = fake.requests.length;
      expect(await workspace.collect(asOf ? { asOf } : {})).toMatchObject({ ok: true });
      expect(asked(from)).toEqual({ Overview: 1, BacklogIssues: 1, BoardItems: 3 });
      expect(workspace.texts("**")).toEqual(before);
    }
    workspace.remove();
  });

  test("is looked at anew when a week has passed: one line says that somebody looked", async () => {
    const world = sampleWorld();
    await serve(world);
    const workspace = githubWorkspace(fake, yaml());
    await workspace.collect();
    fake.setClock("2026-01-30T12:00:00Z");
    await workspace.collect();
    const runs = workspace.texts("store/shop/runs.jsonl")["store/shop/runs.jsonl"]!.trim().split("\n");
    expect(runs.map((line) => JSON.parse(line).at)).toEqual(["2026-01-22T12:00:00Z", "2026-01-30T12:00:00Z"]);
    const digest = workspace.digest();
    await workspace.collect();
    expect(workspace.digest()).toBe(digest);
    workspace.remove();
  });
});

describe("issues that disappear", () => {
  const world = (): World =>
    script(
      { labels: ["ready"], isPrivate: true },
      Array.from({ length: 12 }, (_, index) => ({
        at: "2026-01-05",
        do: "openIssue" as const,
        issue: index + 1,
      })),
    );

  test("are found by their count, and their fate is asked for", async () => {
    await serve(world());
    const workspace = githubWorkspace(fake, yaml());
    await workspace.collect();
    fake.act(
      { at: "2026-01-06", do: "deleteIssue", issue: 3 },
      { at: "2026-01-06", do: "transferOut", issue: 4, to: "acme/api#12" },
    );
    const { said } = await workspace.collect();
    expect(said).toContain("issue-deleted: 1 (#3: was deleted)");
    expect(said).toContain("issue-transferred: 1 (#4: was transferred to another repository)");
    const digest = workspace.digest();
    await workspace.collect();
    expect(workspace.digest()).toBe(digest);
    workspace.remove();
  });

  test("are held back when too many are gone, and said so each time without another line", async () => {
    await serve(world());
    const workspace = githubWorkspace(fake, yaml());
    await workspace.collect();
    for (const issue of [1, 2, 3, 4]) fake.act({ at: "2026-01-06", do: "deleteIssue", issue });
    const { said } = await workspace.collect();
    expect(said).toContain("held back: 4 of 12 open items are missing");
    const digest = workspace.digest();
    expect((await workspace.collect()).said).toContain("held back");
    expect(workspace.digest()).toBe(digest);
    expect((await workspace.collect({ acceptShrink: true })).said).not.toContain("held back");
    workspace.remove();
  });

  test("one that no page gave is found by the look at all issues, and read by the next run", async () => {
    await serve(world());
    fake.fail({
      kind: "change",
      on: ({ operation }) => operation === "BacklogIssues",
      change: ({ data }) => {
        const { issues } = (data as { repository: { issues: { nodes: { number: number }[] } } }).repository;
        issues.nodes = issues.nodes.filter(({ number }) => number !== 5);
      },
    });
    const workspace = githubWorkspace(fake, yaml());
    fake.act({ at: "2026-01-20", do: "comment", issue: 9 });
    await workspace.collect();
    expect(Object.values(workspace.texts("store/shop/items.jsonl"))[0]).not.toContain('"#5"');
    await workspace.collect();
    expect(Object.values(workspace.texts("store/shop/items.jsonl"))[0]).toContain('"#5"');
    workspace.remove();
  });
});
