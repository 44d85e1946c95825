import fc from "fast-check";
import { parse } from "graphql";
import { describe, expect, it } from "vitest";
import type { Action } from "../../support/github/actions.ts";
import { ask, at } from "../../support/github/ask.ts";
import { costOf } from "../../support/github/cost.ts";
import type { Fault } from "../../support/github/faults.ts";
import { type FakeGitHub, serveGitHub } from "../../support/github/serve.ts";
import { FULL_SIGHT } from "../../support/github/sight.ts";
import { script } from "../../support/github/world.ts";

const PAGE = `query Issues($since: DateTime, $pageSize: Int, $cursor: String, $direction: OrderDirection = ASC) {
  rateLimit { cost limit remaining used resetAt nodeCount }
  repository(owner: "acme", name: "shop") {
    issues(
      first: $pageSize, after: $cursor, filterBy: { since: $since }, orderBy: { field: UPDATED_AT, direction: $direction }
    ) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { number updatedAt }
    }
  }
}`;

interface Page {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: { number: number; updatedAt: string }[];
}

const pageOf = async (github: FakeGitHub, variables: Record<string, unknown>): Promise<Page> => {
  const { answer } = await ask(github, PAGE, { pageSize: 2, since: "2008-01-01T00:00:00Z", ...variables });
  expect(answer.errors).toBeUndefined();
  return at(answer, "repository.issues") as Page;
};

const numbers = ({ nodes }: Page): number[] => nodes.map(({ number }) => number);

/** Five issues, each opened a day after the one before. */
const FIVE = script(
  { labels: ["ready"] },
  [1, 2, 3, 4, 5].map((issue) => ({ at: `2026-01-0${issue}`, do: "openIssue", issue }) as const),
);

const readAll = async (github: FakeGitHub, variables: Record<string, unknown> = {}): Promise<number[]> => {
  const met: number[] = [];
  let cursor: string | null = null;
  for (let pages = 0; pages < 9; pages++) {
    const page: Page = await pageOf(github, { ...variables, cursor });
    met.push(...numbers(page));
    if (!page.pageInfo.hasNextPage) return met;
    cursor = page.pageInfo.endCursor;
  }
  throw new Error("the pages have no end");
};

describe("pages of the fake GitHub", () => {
  it("show every issue once, by the time of the last update, both ways", async () => {
    await using github = await serveGitHub(FIVE);
    expect(await readAll(github)).toEqual([1, 2, 3, 4, 5]);
    expect(await readAll(github, { direction: "DESC" })).toEqual([5, 4, 3, 2, 1]);
  });

  it("put issues of one second in the order of their numbers and lose none between pages", async () => {
    const at = "2026-01-05";
    const world = script(
      {},
      [9, 3, 7, 1, 5].map((issue) => ({ at, do: "openIssue", issue }) as const),
    );
    await using github = await serveGitHub(world);
    expect(await readAll(github)).toEqual([1, 3, 5, 7, 9]);
  });

  it("meet an issue again that is updated between two pages, and miss none", async () => {
    await using github = await serveGitHub(FIVE, {
      faults: [
        {
          kind: "act",
          on: 2,
          actions: [
            { at: "2026-01-06", do: "label", issue: 1, label: "ready" },
            { at: "2026-01-07", do: "label", issue: 4, label: "ready" },
          ],
        },
      ],
    });
    expect(await readAll(github)).toEqual([1, 2, 3, 5, 1, 4]);
  });

  it("end with every issue as it is, however large they are and whatever changes between them", async () => {
    const changes = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 3 }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), changes, async (pageSize, between) => {
        let second = 0;
        const faults = between.map((issues, page): Fault => {
          const actions = issues.map((issue): Action => {
            second += 1;
            return { at: `2026-01-06T12:00:${String(second).padStart(2, "0")}Z`, do: "comment", issue };
          });
          return { kind: "act", on: page + 2, actions };
        });
        await using github = await serveGitHub(FIVE, { faults });
        const met = new Map<number, string>();
        let cursor: string | null = null;
        do {
          const page: Page = await pageOf(github, { pageSize, cursor });
          for (const { number, updatedAt } of page.nodes) met.set(number, updatedAt);
          cursor = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
        } while (cursor);
        const now = github.state().issues.heads();
        expect([...met].sort()).toEqual(now.map(({ number, updatedAt }) => [number, updatedAt]).sort());
      }),
      { numRuns: 40 },
    );
  });

  it("begin with the instant that was asked for, and with nothing at the beginning of time", async () => {
    await using github = await serveGitHub(FIVE);
    expect(numbers(await pageOf(github, { since: "2026-01-04T12:00:00Z" }))).toEqual([4, 5]);
    expect(numbers(await pageOf(github, { since: "2026-01-04T12:00:01Z" }))).toEqual([5]);
    expect(numbers(await pageOf(github, { since: "1970-01-01T00:00:00Z" }))).toEqual([]);
    expect(numbers(await pageOf(github, { since: "1970-01-01T00:00:01Z" }))).toEqual([1, 2]);
  });

  it.for([
    ["a page size of more than 100", { pageSize: 101 }, "EXCESSIVE_PAGINATION"],
    ["no page size", { pageSize: null }, "MISSING_PAGINATION_BOUNDARIES"],
    ["a cursor that is none", { cursor: "rubbish" }, "INVALID_CURSOR_ARGUMENTS"],
  ] as const)("refuse %s", async ([, variables, type]) => {
    await using github = await serveGitHub(FIVE);
    const { answer } = await ask(github, PAGE, { pageSize: 2, ...variables });
    expect(answer.errors?.[0]).toMatchObject({ type });
  });

  it("fail as a whole for an unknown field or enum value", async () => {
    await using github = await serveGitHub(FIVE);
    const field = await ask(github, `{ viewer { login shoeSize } }`);
    expect(field).toMatchObject({
      status: 200,
      answer: { errors: [{ message: expect.stringContaining("shoeSize") }] },
    });
    expect(field.answer).not.toHaveProperty("data");
    const value = await ask(github, PAGE, { pageSize: 2, direction: "SIDEWAYS" });
    expect(value.answer.errors?.[0]).toMatchObject({ message: expect.stringContaining("SIDEWAYS") });
    expect(value.answer).not.toHaveProperty("data");
  });
});

describe("the cost of a query", () => {
  const BACKLOG = `query Q($n: Int!) { repository(owner: "a", name: "b") { issues(first: $n) { nodes { ...I } } } }
    fragment I on Issue {
      assignees(first: 10) { nodes { login } } labels(first: 50) { nodes { name } }
      issueFieldValues(first: 30) { nodes { __typename } } timelineItems(first: 100) { nodes { __typename } }
    }`;

  it.for([
    [25, 101, 1, 4_775],
    [50, 201, 2, 9_550],
    [100, 401, 4, 19_100],
  ] as const)("follows the documented formula with %i issues a page", ([n, requests, points, nodes]) => {
    expect(costOf(parse(BACKLOG), { variables: { n } })).toEqual({ requests, points, nodes });
  });

  it("counts nodes that are asked for by id, but no request for them", () => {
    const query = parse(
      "query Q($ids: [ID!]!) { nodes(ids: $ids) { ... on Issue { userContentEdits(first: 50) { totalCount } } } }",
    );
    const ids = Array.from({ length: 100 }, (_, at) => `I_${at}`);
    expect(costOf(query, { variables: { ids } })).toEqual({ requests: 100, points: 1, nodes: 5_100 });
  });

  it("is told in the answer and its headers, and is added up", async () => {
    await using github = await serveGitHub(FIVE);
    await pageOf(github, {});
    const { answer, headers } = await ask(github, PAGE, { pageSize: 2 });
    const rate = {
      cost: 1,
      limit: 5000,
      remaining: 4998,
      used: 2,
      nodeCount: 2,
      resetAt: "2026-01-05T13:00:00Z",
    };
    expect(at(answer, "rateLimit")).toEqual(rate);
    expect(headers.get("x-ratelimit-remaining")).toBe("4998");
    expect(headers.get("x-ratelimit-reset")).toBe(String(Date.parse("2026-01-05T13:00:00Z") / 1000));
    expect(github.points()).toBe(2);
    expect(github.requests.map(({ operation, points }) => [operation, points])).toEqual([
      ["Issues", 1],
      ["Issues", 1],
    ]);
  });

  it("ends in RATE_LIMITED when the hour's points are used up, until the hour is over", async () => {
    await using github = await serveGitHub(FIVE, { tokens: { poor: { ...FULL_SIGHT, limit: 1 } } });
    expect((await ask(github, PAGE, { pageSize: 2, token: "poor" })).answer.errors).toBeUndefined();
    const refused = await ask(github, PAGE, { pageSize: 2, token: "poor" });
    expect(refused.status).toBe(200);
    expect(refused.answer.errors?.[0]).toMatchObject({ type: "RATE_LIMITED" });
    expect(refused.headers.get("x-ratelimit-remaining")).toBe("0");
    github.setClock("2026-01-05T13:00:00Z");
    expect((await ask(github, PAGE, { pageSize: 2, token: "poor" })).answer.errors).toBeUndefined();
  });
});
