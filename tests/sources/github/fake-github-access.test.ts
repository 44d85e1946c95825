import { describe, expect, it } from "vitest";
import { BACKLOG_ISSUES } from "../../../src/sources/github/documents/issues.ts";
import { ask, at } from "../../support/github/ask.ts";
import { sampleWorld } from "../../support/github/sample-world.ts";
import { type FakeGitHub, serveGitHub } from "../../support/github/serve.ts";
import { FULL_SIGHT } from "../../support/github/sight.ts";
import { script } from "../../support/github/world.ts";

const BOARD = `{ repositoryOwner(login: "acme") { ... on ProjectV2Owner { projectV2(number: 4) {
  items(first: 100) { totalCount nodes { type } } } } } }`;
const REPOSITORY = `{ repository(owner: "acme", name: "shop") { nameWithOwner } }`;
const STATUS = `{ node(id: "I_1") { ... on Issue { timelineItems(first: 9, itemTypes: [PROJECT_V2_ITEM_STATUS_CHANGED_EVENT]) {
  nodes { ... on ProjectV2ItemStatusChangedEvent { status wasAutomated project { number } } } } } } }`;
const ITEM_TYPES = `{ __type(name: "IssueTimelineItemsItemType") { enumValues { name } } rateLimit { cost } }`;

const get = async ({ url }: FakeGitHub, path: string, redirect: RequestRedirect = "manual") => {
  const response = await fetch(url + path, { headers: { authorization: "token full-token" }, redirect });
  return { status: response.status, location: response.headers.get("location"), body: await response.json() };
};

describe("tokens of the fake GitHub", () => {
  it("show the repository to those that may see it", async () => {
    await using github = await serveGitHub(sampleWorld());
    expect(at((await ask(github, REPOSITORY)).answer, "repository.nameWithOwner")).toBe("acme/shop");
    const { answer } = await ask(github, REPOSITORY, { token: "blind-token" });
    expect(answer).toMatchObject({
      data: { repository: null },
      errors: [{ type: "NOT_FOUND", path: ["repository"] }],
    });
    expect((await ask(github, REPOSITORY, { token: "expired" })).status).toBe(401);
  });

  it("keep boards from the token of a workflow, not the status names in the events", async () => {
    await using github = await serveGitHub(sampleWorld());
    const { answer } = await ask(github, BOARD, { token: "actions-token" });
    expect(answer).toMatchObject({
      data: { repositoryOwner: { projectV2: null } },
      errors: [{ type: "FORBIDDEN", message: "Resource not accessible by integration" }],
    });
    const events = await ask(github, STATUS, { token: "actions-token" });
    expect(at(events.answer, "node.timelineItems.nodes")).toEqual([
      { status: "Backlog", wasAutomated: false, project: null },
      { status: "Ready", wasAutomated: true, project: null },
    ]);
    expect(events.answer.errors).toBeUndefined();
    const full = await ask(github, STATUS);
    expect(at(full.answer, "node.timelineItems.nodes")).toMatchObject([{ project: { number: 4 } }, {}]);
  });

  it("show an installation the boards of organizations, and a user's board as empty", async () => {
    const counted = async (ownerKind: "Organization" | "User"): Promise<unknown> => {
      const world = script({ ownerKind, board: { number: 4 } }, [
        { at: "2026-01-05", do: "openIssue", issue: 1 },
        { at: "2026-01-05", do: "addToBoard", card: 1 },
      ]);
      await using github = await serveGitHub(world);
      const { answer } = await ask(github, BOARD, { token: "installation-token" });
      expect(answer.errors).toBeUndefined();
      return at(answer, "repositoryOwner.projectV2.items.totalCount");
    };
    expect(await counted("Organization")).toBe(1);
    expect(await counted("User")).toBe(0);
  });

  it("fail a classic token's query as a whole when it mentions a board", async () => {
    await using github = await serveGitHub(sampleWorld());
    const { answer } = await ask(github, BOARD, { token: "classic-token" });
    expect(answer).toEqual({ errors: [expect.objectContaining({ type: "INSUFFICIENT_SCOPES" })] });
    expect((await ask(github, REPOSITORY, { token: "classic-token" })).answer.errors).toBeUndefined();
  });

  it("redact the cards of repositories that they can't see", async () => {
    const near = { ...FULL_SIGHT, otherRepositories: false };
    await using github = await serveGitHub(sampleWorld(), { tokens: { near } });
    const types = async (token: string): Promise<string[]> => {
      const { answer } = await ask(github, BOARD, { token });
      return (at(answer, "repositoryOwner.projectV2.items.nodes") as { type: string }[]).map(
        ({ type }) => type,
      );
    };
    expect(await types("full-token")).toEqual(["ISSUE", "REDACTED", "ISSUE", "ISSUE"]);
    expect(await types("near")).toEqual(["ISSUE", "REDACTED", "REDACTED", "ISSUE"]);
  });
});

describe("REST of the fake GitHub", () => {
  it("tells what became of an issue", async () => {
    await using github = await serveGitHub(sampleWorld());
    expect(await get(github, "/repos/acme/shop/issues/1")).toMatchObject({
      status: 200,
      body: { node_id: "I_1" },
    });
    const moved = await get(github, "/repos/acme/shop/issues/6");
    expect(moved).toMatchObject({ status: 301, location: `${github.url}/repositories/7001/issues/6` });
    const there = await get(github, "/repos/acme/shop/issues/6", "follow");
    expect(there.body).toMatchObject({ number: 12, repository_url: `${github.url}/repos/acme/api` });
    expect(await get(github, "/repos/acme/shop/issues/7")).toMatchObject({ status: 410 });
    expect(await get(github, "/repos/acme/shop/issues/77")).toMatchObject({ status: 404 });
    expect(await get(github, "/repos/acme/other/issues/1")).toMatchObject({ status: 404 });
  });

  it("has limits on github.com and a version on an Enterprise Server", async () => {
    await using github = await serveGitHub(sampleWorld());
    expect((await get(github, "/rate_limit")).body).toMatchObject({
      resources: { graphql: { limit: 5000 } },
    });
    await using server = await serveGitHub(sampleWorld(), { schema: "ghes-3.17" });
    expect(server.url).toMatch(/\/api\/v3$/);
    expect((await get(server, "/meta")).body).toEqual({ installed_version: "3.17.0" });
    expect(await get(server, "/rate_limit")).toMatchObject({ status: 404 });
  });
});

describe("an Enterprise Server of the fake GitHub", () => {
  it.for([
    ["ghes-3.17", false, false],
    ["ghes-3.18", true, false],
    ["github.com", true, true],
  ] as const)("knows the events of its age: %s", async ([schema, types, fields]) => {
    await using github = await serveGitHub(sampleWorld(), { schema });
    const { answer } = await ask(github, ITEM_TYPES);
    const names = (at(answer, "__type.enumValues") as { name: string }[]).map(({ name }) => name);
    expect(names).toContain("LABELED_EVENT");
    expect(names.includes("ISSUE_TYPE_ADDED_EVENT")).toBe(types);
    expect(names.includes("ISSUE_FIELD_ADDED_EVENT")).toBe(fields);
    expect(names.includes("PROJECT_V2_ITEM_STATUS_CHANGED_EVENT")).toBe(fields);
    expect(at(answer, "rateLimit") === null).toBe(schema !== "github.com");
  });

  it("fails a query for what it doesn't know, and shows no such event unasked", async () => {
    await using github = await serveGitHub(sampleWorld(), { schema: "ghes-3.17" });
    const whole = await ask(github, BACKLOG_ISSUES, { itemTypes: [] });
    expect(whole.answer).not.toHaveProperty("data");
    const query = `{ node(id: "I_1") { ... on Issue { timelineItems(first: 100) { nodes { __typename } } } } }`;
    const { answer } = await ask(github, query);
    expect(answer.errors).toBeUndefined();
    const names = at(answer, "node.timelineItems.nodes") as { __typename: string }[];
    expect(names.filter(({ __typename }) => /Type|Field|ProjectV2/.test(__typename))).toEqual([]);
    expect(names.length).toBeGreaterThan(5);
  });
});
