import { describe, expect, it } from "vitest";
import { ask, at } from "../../support/github/ask.ts";
import type { Fault } from "../../support/github/faults.ts";
import { type FakeGitHub, serveGitHub } from "../../support/github/serve.ts";
import { script } from "../../support/github/world.ts";

const QUERY = `query Issues($pageSize: Int = 3, $cursor: String) {
  repository(owner: "acme", name: "shop") {
    issues(first: $pageSize, after: $cursor, orderBy: { field: UPDATED_AT, direction: ASC }) {
      pageInfo { hasNextPage endCursor }
      nodes { number stateReason }
    }
  }
  repositoryOwner(login: "acme") { ... on ProjectV2Owner { projectV2(number: 4) { number } } }
}`;

const WORLD = script({ board: { number: 4 } }, [
  { at: "2026-01-05", do: "openIssue", issue: 1 },
  { at: "2026-01-06", do: "openIssue", issue: 2 },
  { at: "2026-01-07", do: "openIssue", issue: 3 },
  { at: "2026-01-08", do: "close", issue: 3 },
]);

const failing = (...faults: readonly Fault[]): Promise<FakeGitHub> => serveGitHub(WORLD, { faults });
const nodes = (github: FakeGitHub) =>
  ask(github, QUERY).then(({ answer }) => at(answer, "repository.issues.nodes"));
const NODES = [
  { number: 1, stateReason: null },
  { number: 2, stateReason: null },
  { number: 3, stateReason: "COMPLETED" },
];

describe("faults of the fake GitHub that refuse", () => {
  it.for<[Fault, number, Record<string, string>, string]>([
    [{ kind: "limit", status: 403, retryAfter: 2 }, 403, { "retry-after": "2" }, "secondary rate limit"],
    [{ kind: "limit", status: 403 }, 403, {}, "secondary rate limit"],
    [{ kind: "limit", status: 429, retryAfter: 3 }, 429, { "retry-after": "3" }, "secondary rate limit"],
    [{ kind: "limit", status: 429, plain: true }, 429, {}, "Too many requests"],
    [{ kind: "rate-limited" }, 200, { "x-ratelimit-remaining": "0" }, '"RATE_LIMITED"'],
    [{ kind: "rate-limited", remaining: 40 }, 200, { "x-ratelimit-remaining": "40" }, '"RATE_LIMITED"'],
    [{ kind: "rate-limit" }, 200, { "x-ratelimit-reset": "1767874800" }, '"RATE_LIMIT"'],
    [{ kind: "limit-message" }, 200, {}, '{"message":"You have exceeded a secondary rate limit'],
    [{ kind: "server-error", status: 500 }, 500, { "content-type": "text/html; charset=utf-8" }, "Unicorn"],
    [{ kind: "server-error", status: 502, body: "html" }, 502, {}, "<html>"],
    [{ kind: "server-error", status: 503, body: "json" }, 503, {}, '"Server Error"'],
    [{ kind: "server-error", status: 504, body: "json" }, 504, {}, '"Server Error"'],
    [{ kind: "something-went-wrong" }, 200, {}, "Something went wrong while executing your query"],
    [{ kind: "empty-body" }, 200, { "content-length": "0" }, ""],
  ])("once, in the words of the real one: %j", async ([fault, status, headers, words]) => {
    await using github = await failing(fault);
    const refused = await ask(github, QUERY);
    expect(refused.status).toBe(status);
    for (const [name, value] of Object.entries(headers)) expect(refused.headers.get(name)).toBe(value);
    if (!("retry-after" in headers)) expect(refused.headers.get("retry-after")).toBeNull();
    expect(refused.text).toContain(words);
    expect(refused.answer.data ?? null).toBeNull();
    expect(await nodes(github)).toEqual(NODES);
  });

  it("break the connection: reset, cut, silent", async () => {
    await using github = await failing({ kind: "reset" }, { kind: "cut" });
    await expect(ask(github, QUERY)).rejects.toThrow("fetch failed");
    await expect(ask(github, QUERY)).rejects.toThrow("terminated");
    expect(github.requests.map(({ status }) => status)).toEqual([0, 0]);
    expect(await nodes(github)).toEqual(NODES);
    github.fail({ kind: "silence" });
    const waiting = fetch(github.graphqlUrl, { signal: AbortSignal.timeout(100) });
    await expect(waiting).rejects.toThrow("timeout");
  });

  it("refuse pages that are too large as long as they are", async () => {
    await using github = await failing({ kind: "too-large", above: 2 });
    expect((await ask(github, QUERY, { pageSize: 3 })).status).toBe(504);
    expect((await ask(github, QUERY, { pageSize: 3 })).status).toBe(504);
    expect((await ask(github, QUERY, { pageSize: 2 })).status).toBe(200);
    expect(github.faultsLeft()).toEqual([]);
  });
});

describe("faults of the fake GitHub that damage an answer", () => {
  it("end the text in the middle", async () => {
    await using github = await failing({ kind: "truncated" });
    const { status, text } = await ask(github, QUERY);
    const { text: whole } = await ask(github, QUERY);
    expect(status).toBe(200);
    expect(text.length).toBeGreaterThan(10);
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    expect(whole.startsWith(text)).toBe(true);
  });

  it("leave nodes out, with or without a word", async () => {
    await using github = await failing({ kind: "resource-limits", nulls: 2 }, { kind: "null-node", at: 1 });
    const limited = (await ask(github, QUERY)).answer;
    expect(limited.errors?.[0]).toMatchObject({ type: "RESOURCE_LIMITS_EXCEEDED" });
    expect(at(limited, "repository.issues.nodes")).toEqual([NODES[0], null, null]);
    const silent = (await ask(github, QUERY)).answer;
    expect(silent.errors).toBeUndefined();
    expect(at(silent, "repository.issues.nodes")).toEqual([NODES[0], null, NODES[2]]);
    expect(await nodes(github)).toEqual(NODES);
  });

  it("give the cursor again that was asked for", async () => {
    await using github = await failing({ kind: "repeated-cursor", on: 2 });
    const page = async (cursor?: unknown) =>
      at((await ask(github, QUERY, { pageSize: 2, cursor })).answer, "repository.issues.pageInfo");
    const first = (await page()) as { endCursor: string };
    expect(await page(first.endCursor)).toEqual({ hasNextPage: true, endCursor: first.endCursor });
    expect(await page(first.endCursor)).toMatchObject({ hasNextPage: false });
  });

  it("name a reason that nobody knows, or no board", async () => {
    await using github = await failing({ kind: "unknown-enum" }, { kind: "project-null" });
    expect(await nodes(github)).toEqual([NODES[0], NODES[1], { number: 3, stateReason: "SUPERSEDED" }]);
    const { answer } = await ask(github, QUERY);
    expect(at(answer, "repositoryOwner.projectV2")).toBeNull();
    expect(answer.errors).toBeUndefined();
  });

  it("change whatever a test wants", async () => {
    const change: Fault = { kind: "change", change: (answer) => Object.assign(answer, { data: null }) };
    await using github = await failing(change);
    expect((await ask(github, QUERY)).answer).toEqual({ data: null });
  });
});

describe("a fault of the fake GitHub", () => {
  it("hits the nth request, those that fit, and as often as it should", async () => {
    const statuses = async (fault: Fault): Promise<number[]> => {
      await using github = await failing(fault);
      for (const pageSize of [1, 2, 3]) await ask(github, QUERY, { pageSize });
      return github.requests.map(({ status }) => status);
    };
    const kind = { kind: "server-error", status: 502 } as const;
    expect(await statuses(kind)).toEqual([502, 200, 200]);
    expect(await statuses({ ...kind, times: 2 })).toEqual([502, 502, 200]);
    expect(await statuses({ ...kind, on: 2 })).toEqual([200, 502, 200]);
    expect(await statuses({ ...kind, on: ({ variables }) => variables.pageSize === 3 })).toEqual([
      200, 200, 502,
    ]);
  });

  it("is left over when it never hit", async () => {
    const fault: Fault = { kind: "reset", on: 9 };
    await using github = await failing(fault);
    await ask(github, QUERY);
    expect(github.faultsLeft()).toEqual([fault]);
  });
});
