import { describe, expect, test } from "vitest";
import { BudgetEnded, GithubError } from "../../../src/sources/github/github-error.ts";
import { judgeBreakdown } from "../../../src/sources/github/verdict.ts";
import { answeringServer, inOrder, type Reply } from "./answering-server.ts";
import { ASK, failure, GOOD, testClient, testClock } from "./test-client.ts";

const error = (message: string, more: object = {}): object => ({ message, ...more });
const wrong: Reply = {
  json: {
    data: null,
    errors: [error("Something went wrong while executing your query. This may be a timeout.")],
  },
};
const tooMuch: Reply = {
  json: {
    data: { ask: null },
    errors: [
      error("Resource limits for this query exceeded.", { type: "RESOURCE_LIMITS_EXCEEDED", path: ["ask"] }),
    ],
  },
};
const partFailed: Reply = {
  json: {
    data: { ask: null },
    errors: [error("Could not load the milestone", { path: ["ask", "milestone"] })],
  },
};

const truncated: Reply = {
  headers: { "content-type": "application/json; charset=utf-8" },
  text: '{"data":{"ask":',
};
const empty: Reply = { headers: { "content-type": "application/json" }, text: "" };
const page: Reply = { text: "<title>Sign in</title>" };

const failing = (status: number, headers: Record<string, string> = {}): Reply => ({
  status,
  headers,
  text: "<h1>Unicorn!</h1>",
});

const FAULTS: [string, Reply, GithubError["kind"]][] = [
  ["500", { status: 500, json: { message: "oops" } }, "connection"],
  ["502 with a page", failing(502), "overload"],
  ["503", failing(503), "overload"],
  [
    "504 with JSON",
    { status: 504, json: { message: "We couldn't respond to your request in time." } },
    "overload",
  ],
  ["a reset connection", "reset", "connection"],
  ["a socket cut in the middle of the body", "cut", "body"],
  ["a truncated body", truncated, "body"],
  ["an empty body", empty, "body"],
  ["a page in place of JSON", page, "body"],
  ["an answer without data", { json: {} }, "body"],
  ["an answer of null", { json: null }, "body"],
  ["“Something went wrong”", wrong, "overload"],
  ["RESOURCE_LIMITS_EXCEEDED with partial data", tooMuch, "overload"],
  ["a part that failed without a type", partFailed, "overload"],
];

describe("a fault of the server or the line", () => {
  test.each(FAULTS)("such as %s is tried again and forgotten", async (_what, reply) => {
    await using server = await answeringServer(inOrder(reply, GOOD));
    const { client, clock } = testClient(server.url);
    await expect(client.query(ASK, {})).resolves.toMatchObject({ data: { ask: 1 }, errors: [] });
    expect(clock.slept).toEqual([1_000]);
    expect(client.requests).toBe(2);
  });

  test.each(FAULTS)("such as %s for ever is an error that tells what to do", async (_what, reply, kind) => {
    await using server = await answeringServer(inOrder(reply));
    const { client, clock } = testClient(server.url);
    const found = await failure(client.query(ASK, {}));
    expect(found).toBeInstanceOf(GithubError);
    expect(found).toMatchObject({ kind, call: "Ask" });
    expect((found as GithubError).remedy).toMatch(/\.$/);
    expect(found.message).not.toMatch(/undefined|null|Unicorn|<|\.\./);
    expect(clock.slept).toEqual([1_000, 3_000, 9_000]);
  });

  test("of being too much is not tried again where the caller will ask for less", async () => {
    await using server = await answeringServer(inOrder(failing(502)));
    const { client } = testClient(server.url);
    await failure(client.query(ASK, {}, { retries: 0 }));
    expect(client.requests).toBe(1);
  });

  test("of the line is tried again all the same", async () => {
    await using server = await answeringServer(inOrder("reset", GOOD));
    const { client } = testClient(server.url);
    await client.query(ASK, {}, { retries: 0 });
    expect(client.requests).toBe(2);
  });

  test("of 503 with a time is waited for as long as it says", async () => {
    await using server = await answeringServer(inOrder(failing(503, { "retry-after": "40" }), GOOD));
    const { client, clock } = testClient(server.url);
    await client.query(ASK, {});
    expect(clock.slept).toEqual([40_000]);
  });

  test("that outlasts the run's time ends the run, not in failure", async () => {
    await using server = await answeringServer(inOrder(failing(502)));
    const clock = testClock();
    const { client } = testClient(server.url, { clock, deadline: clock.now() + 3_000 });
    const found = await failure(client.query(ASK, {}));
    expect(found).toBeInstanceOf(BudgetEnded);
    expect(found).toMatchObject({ ended: "time", resetsAt: null });
    expect(found.message).toBe(
      "GitHub, Ask › the time for this run is over. The next run goes on from here.",
    );
  });

  test("is named as no connection when nobody listens", async () => {
    const server = await answeringServer(inOrder(GOOD));
    await server[Symbol.asyncDispose]();
    const { client } = testClient(server.url);
    const found = await failure(client.query(ASK, {}));
    expect(found).toMatchObject({ kind: "connection" });
    expect(found.message).toBe(
      "GitHub, Ask › no connection (ECONNREFUSED). Check GITHUB_API_URL and GITHUB_GRAPHQL_URL. Behind a proxy, set NODE_USE_ENV_PROXY=1.",
    );
  });
});

test("a certificate that is not trusted is told at once, with the remedy", () => {
  const verdict = judgeBreakdown("Ask", { broken: "certificate", detail: "SELF_SIGNED_CERT_IN_CHAIN" });
  expect(verdict).toMatchObject({ verdict: "bad", error: { kind: "connection" } });
  expect("error" in verdict && verdict.error.message).toBe(
    "GitHub, Ask › the server's certificate is not trusted (SELF_SIGNED_CERT_IN_CHAIN). Name your own authority's certificate in NODE_EXTRA_CA_CERTS.",
  );
});

describe("silence", () => {
  test("ends after the time of an attempt, and each attempt has its own", async () => {
    await using server = await answeringServer(inOrder("silence", "silence", GOOD));
    const { client } = testClient(server.url, { timeout: 60 });
    await expect(client.query(ASK, {})).resolves.toMatchObject({ data: { ask: 1 } });
    expect(client.requests).toBe(3);
  });

  test("for ever is too much, so that a smaller page may be tried", async () => {
    await using server = await answeringServer(inOrder("silence"));
    const { client } = testClient(server.url, { timeout: 30 });
    const found = await failure(client.query(ASK, {}, { retries: 0 }));
    expect(found).toMatchObject({ kind: "overload" });
  });

  test("that is cut short by the end of the run's time is no failure", async () => {
    await using server = await answeringServer(inOrder("silence"));
    const now = () => performance.now();
    const { client } = testClient(server.url, { now, deadline: now() + 300 });
    const found = await failure(client.query(ASK, {}, { retries: 0 }));
    expect(found).toMatchObject({ name: "BudgetEnded", ended: "time" });
  });

  test("is not borne beyond the run's time", async () => {
    await using server = await answeringServer(inOrder("silence"));
    const clock = testClock();
    const { client } = testClient(server.url, { clock, deadline: clock.now() + 40 });
    const before = performance.now();
    await failure(client.query(ASK, {}));
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});

test("after the deadline nothing is asked at all", async () => {
  await using server = await answeringServer(inOrder(GOOD));
  const clock = testClock();
  const { client } = testClient(server.url, { clock, deadline: clock.now() });
  await expect(client.query(ASK, {})).rejects.toThrow(BudgetEnded);
  expect(server.asked).toEqual([]);
});
