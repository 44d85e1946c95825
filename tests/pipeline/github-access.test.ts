import { afterEach, describe, expect, test } from "vitest";
import type { Action } from "../support/github/actions.ts";
import { sampleWorld } from "../support/github/sample-world.ts";
import { type FakeGitHub, type FakeOptions, serveGitHub } from "../support/github/serve.ts";
import { FULL_SIGHT } from "../support/github/sight.ts";
import { script, type World } from "../support/github/world.ts";
import { githubWorkspace } from "./github-workspace.ts";

const yaml = ({ board = false, more = "" } = {}): string => `name: Shop
timezone: UTC
source: { github: { repository: acme/shop${board ? ", project: { owner: acme, number: 4 }" : ""} } }
sprints: { every: 2 weeks, first: 2025-12-22 }
estimate: { labels: "size/*" }
ready: { labels: [ready], acceptanceCriteria: true }
${more}`;

let fake: FakeGitHub;
afterEach(() => fake.close());

const serve = async (world: World, options: FakeOptions = {}): Promise<FakeGitHub> => {
  fake = await serveGitHub(world, options);
  return fake;
};

describe("of a private repository", () => {
  const secret = (of: string): string => `hush-${of}`;
  const by = secret("login");
  const actions: readonly Action[] = [
    {
      at: "2026-01-05",
      by,
      do: "openIssue",
      issue: 1,
      title: secret("title"),
      body: secret("body"),
      labels: [secret("label"), "ready"],
    },
    {
      at: "2026-01-06",
      by,
      do: "editBody",
      issue: 1,
      body: `${secret("second-body")}\n## Acceptance criteria\n- ${secret("criterion")}`,
    },
    { at: "2026-01-07", by, do: "editTitle", issue: 1, title: secret("second-title") },
    { at: "2026-01-08", by, do: "comment", issue: 1, body: secret("comment") },
    { at: "2026-01-09", by, do: "setMilestone", issue: 1, milestone: secret("milestone") },
    { at: "2026-01-10", by, do: "assign", issue: 1, person: secret("assignee") },
    { at: "2026-01-11", by, do: "setMilestone", issue: 1, milestone: "Sprint 2" },
    { at: "2026-01-12", by, do: "addToBoard", card: 1 },
    {
      at: "2026-01-12",
      by,
      do: "addToBoard",
      card: "draft",
      draft: { title: secret("draft"), body: secret("draft-body") },
    },
    { at: "2026-01-13", by, do: "renameLabel", label: secret("label"), to: secret("second-label") },
    {
      at: "2026-01-14",
      by,
      do: "renameMilestone",
      milestone: secret("milestone"),
      to: secret("second-milestone"),
    },
    { at: "2026-01-15", by: secret("closer"), do: "close", issue: 1 },
  ];
  const world = (isPrivate = true): World =>
    script(
      {
        isPrivate,
        labels: ["ready", "size/3", secret("label")],
        milestones: ["Sprint 2", secret("milestone")],
        board: { number: 4, title: secret("board"), fields: [{ name: "Status", options: ["Ready"] }] },
      },
      actions,
    );

  test("no text and no name is in the store, in pages of a reading that ended early, in the log or in the report", async () => {
    await serve(world());
    const workspace = githubWorkspace(fake, yaml({ board: true }));
    fake.fail({
      kind: "server-error",
      status: 502,
      on: ({ operation }) => operation === "BodyEdits",
      times: 40,
    });
    const broken = await workspace.collect();
    expect(broken.ok).toBe(false);
    expect(workspace.hasPending()).toBe(true);
    const pending = workspace.texts("pending/**");
    for (let run = 0; fake.faultsLeft().length > 0 && run < 10; run += 1) await workspace.collect();
    const { ok, said } = await workspace.collect();
    expect(ok).toBe(true);
    await workspace.report("2026-01-20T00:00:00Z");
    const { "teams/shop/team.yaml": _, ...written } = workspace.texts("**");
    expect(Object.keys(written).length).toBeGreaterThan(4);
    const everything = JSON.stringify([pending, broken.said, said, written]);
    expect(everything.match(/hush-[a-z-]+/g) ?? []).toEqual([]);
    workspace.remove();
  });

  test.each([
    ["where the team publishes them", true, "publish: { titles: true }\n"],
    ["where everybody can read them anyway", false, ""],
  ])("titles, and nothing else, are kept %s", async (_, isPrivate, more) => {
    await serve(world(isPrivate));
    const workspace = githubWorkspace(fake, yaml({ more }));
    await workspace.collect();
    const found = JSON.stringify(workspace.texts("store/**")).match(/hush-[a-z-]+/g);
    expect(new Set(found)).toEqual(new Set(["hush-title", "hush-second-title"]));
    workspace.remove();
  });

  test("titles that were kept go when they may no longer be", async () => {
    await serve(world());
    const workspace = githubWorkspace(fake, yaml({ more: "publish: { titles: true }\n" }));
    await workspace.collect();
    workspace.write("teams/shop/team.yaml", yaml());
    await workspace.collect();
    expect(JSON.stringify(workspace.texts("store/**"))).not.toContain("hush-");
    workspace.remove();
  });

  test("the token is in nothing that is said, though the server sends it back", async () => {
    const token = "ghp_hushhushhushhushhushhushhushhush";
    await serve(world(), { tokens: { [token]: FULL_SIGHT } });
    const workspace = githubWorkspace(fake, yaml());
    fake.fail({
      kind: "change",
      on: ({ operation }) => operation === "BacklogIssues",
      change: (answer) => {
        answer.data = null;
        answer.errors = [{ type: "FORBIDDEN", message: `not for ${token}` }];
      },
    });
    const refused = await workspace.collect({ token });
    expect(refused.said).toContain("not for [token]");
    const { ok, said } = await workspace.collect({ token });
    expect(ok).toBe(true);
    const written = JSON.stringify(workspace.texts("**"));
    expect(`${refused.said}${said}${written}`).not.toContain("hushhush");
    workspace.remove();
  });
});

describe("what a token may not see is named with what it lacks", () => {
  const collect = async (token: string, { board = true, world = sampleWorld(), code = true } = {}) => {
    await serve(world);
    const workspace = githubWorkspace(fake, yaml({ board }));
    const { ok, said } = await workspace.collect({ token });
    expect(ok).toBe(code);
    if (!ok) expect(workspace.texts("store/**")).toEqual({});
    workspace.remove();
    return said;
  };

  test.each(["actions-token", "classic-token", "installation-token", "full-token"])(
    "%s reads the issues without a board",
    async (token) => {
      expect(await collect(token, { board: false })).toMatch(/6 items, \d+ changes/);
    },
  );

  test("the token of Actions can't read a board", async () => {
    expect(await collect("actions-token", { code: false })).toMatch(
      /board 4 of acme .*“Projects: read” of the organization.*Actions provides can't read boards/,
    );
  });

  test("a classic token without the scope can't even ask for one", async () => {
    expect(await collect("classic-token", { code: false })).toMatch(/read:project/);
  });

  test("an installation sees no card on a person's board, which is an error, not an empty board", async () => {
    const owned = script({ ownerKind: "User", board: { number: 4 } }, [
      { at: "2026-01-05", do: "openIssue", issue: 1 },
      { at: "2026-01-05", do: "addToBoard", card: 1 },
    ]);
    expect(await collect("installation-token", { world: owned, code: false })).toMatch(
      /board 4 of acme shows no card at all.*Projects: read/,
    );
  });

  test("a token that can't see the repository", async () => {
    expect(await collect("blind-token", { code: false })).toMatch(/acme\/shop does not exist.*Issues: read/);
  });

  test("a token that is wrong, or none", async () => {
    expect(await collect("wrong-token", { code: false })).toMatch(/401.*wrong or has expired.*GITHUB_TOKEN/);
    expect(await collect("", { code: false })).toMatch(/there is no token.*GITHUB_TOKEN/);
  });
});

describe.each(["ghes-3.17", "ghes-3.18"] as const)("a server of its own (%s)", (schema) => {
  const world = script(
    {
      labels: ["ready", "size/3"],
      types: ["Story"],
      board: { number: 4, fields: [{ name: "Status", options: ["Ready", "Doing"] }, { name: "Points" }] },
    },
    [
      { at: "2026-01-05", do: "openIssue", issue: 1, labels: ["ready"], type: "Story" },
      { at: "2026-01-05", do: "openIssue", issue: 2 },
      { at: "2026-01-06", do: "addToBoard", card: 1 },
      { at: "2026-01-07", do: "setStatus", card: 1, status: "Ready" },
      { at: "2026-01-08", do: "block", issue: 1, blocker: 2 },
      { at: "2026-01-09", do: "label", issue: 1, label: "size/3" },
    ],
  );

  test("is read by what it knows, and what it does not know is not told", async () => {
    await serve(world, { schema });
    const workspace = githubWorkspace(fake, yaml({ board: true }));
    const { ok, said } = await workspace.collect();
    expect([ok, said]).toEqual([true, expect.stringContaining("2 items")]);
    const [run] = workspace.texts("store/shop/runs.jsonl")["store/shop/runs.jsonl"]!.trim().split("\n");
    const { fields, told } = JSON.parse(run!);
    expect(fields).toContain("status");
    expect(fields).not.toContain("blocked");
    expect(fields.includes("type")).toBe(schema === "ghes-3.18");
    expect(told.fields).toEqual(expect.arrayContaining(["labels", "acceptanceCriteria", "estimate"]));
    expect(told.fields).not.toContain("status");
    const digest = workspace.digest();
    await workspace.collect();
    expect(workspace.digest()).toBe(digest);
    workspace.remove();
  });

  test("a rule that asks for what it does not know is not applicable, naming the field", async () => {
    await serve(world, { schema });
    const workspace = githubWorkspace(fake, yaml().replace("acceptanceCriteria", "notBlocked"));
    await workspace.collect();
    const { metrics } = await workspace.report("2026-01-22T12:00:00Z");
    expect(metrics["ready-depth"]).toMatchObject({ state: "not-applicable" });
    expect(metrics["ready-depth"].reason).toContain("blocked");
    workspace.remove();
  });
});
