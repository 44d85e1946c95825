import { describe, expect, test } from "vitest";
import { BudgetEnded } from "../../../src/sources/github/github-error.ts";
import { answeringServer, inOrder, type Reply, SERVER_TIME } from "./answering-server.ts";
import { ASK, failure, GOOD, HOUR, TOKEN, testClient, testClock } from "./test-client.ts";

const SECONDARY = { message: "You have exceeded a secondary rate limit. Please wait a few minutes." };
const RESET_IN_5_MIN = {
  "x-ratelimit-remaining": "0",
  "x-ratelimit-reset": String(SERVER_TIME / 1_000 + 300),
};

const limited = (status: number, headers: Record<string, string> = {}, json: unknown = SECONDARY): Reply => ({
  status,
  headers,
  json,
});
const typed = (type: string, headers: Record<string, string> = RESET_IN_5_MIN): Reply => ({
  headers,
  json: { data: null, errors: [{ type, message: "API limit reached for installation ID 1." }] },
});

describe("a rate limit", () => {
  test.each<[string, Reply, number[]]>([
    ["403 with retry-after", limited(403, { "retry-after": "7" }), [7_000]],
    ["429 with retry-after", limited(429, { "retry-after": "3" }, { message: "slow down" }), [3_000]],
    ["403 without a time", limited(403), [60_000]],
    ["429 without a word", { status: 429, text: "<h1>Whoa there!</h1>" }, [60_000]],
    [
      "403 of the primary limit",
      limited(403, RESET_IN_5_MIN, { message: "API rate limit exceeded" }),
      [301_000],
    ],
    ["200 and RATE_LIMITED", typed("RATE_LIMITED"), [301_000]],
    ["200 and RATE_LIMIT", typed("RATE_LIMIT"), [301_000]],
    ["200 with a message in place of data", { json: SECONDARY }, [60_000]],
    ["retry-after as a date", limited(429, { "retry-after": "Mon, 02 Mar 2026 09:00:09 GMT" }), [9_000]],
    [
      "a secondary limit whose headers tell of another",
      limited(403, { "x-ratelimit-reset": RESET_IN_5_MIN["x-ratelimit-reset"] }),
      [60_000],
    ],
    ["a retry-after of 0", limited(403, { "retry-after": "0" }), [1_000]],
    ["a retry-after that is none", limited(403, { "retry-after": "soon" }), [60_000]],
    [
      "RATE_LIMITED with requests left, which is a secondary limit",
      typed("RATE_LIMITED", { "x-ratelimit-remaining": "4000", "x-ratelimit-reset": "1772445600" }),
      [60_000],
    ],
  ])("told by %s is sat out", async (_how, reply, waits) => {
    await using server = await answeringServer(inOrder(reply, GOOD));
    const { client, clock } = testClient(server.url);
    await expect(client.query(ASK, {})).resolves.toMatchObject({ data: { ask: 1 } });
    expect(clock.slept).toEqual(waits);
    expect(client.requests).toBe(2);
  });

  test("is told on Enterprise Server too, whose GraphQL is elsewhere", async () => {
    await using server = await answeringServer(inOrder(typed("RATE_LIMITED"), GOOD));
    const { client, clock } = testClient(`${server.url}/api/v3`);
    await client.query(ASK, {});
    expect(server.asked.map(({ path }) => path)).toEqual(["/api/graphql", "/api/graphql"]);
    expect(clock.slept).toEqual([301_000]);
  });

  test("without a time is sat out twice as long each time", async () => {
    await using server = await answeringServer(inOrder(limited(403), limited(403), limited(403), GOOD));
    const { client, clock } = testClient(server.url);
    await client.query(ASK, {});
    expect(clock.slept).toEqual([60_000, 120_000, 240_000]);
  });

  test("that lasts longer than the run's time ends the run at once, and says until when", async () => {
    await using server = await answeringServer(inOrder(typed("RATE_LIMITED"), GOOD));
    const clock = testClock();
    const { client } = testClient(server.url, { clock, deadline: clock.now() + 300_000 });
    const error = await failure(client.query(ASK, {}));
    expect(error).toBeInstanceOf(BudgetEnded);
    expect(error).toMatchObject({ ended: "rate", resetsAt: SERVER_TIME + 300_000 });
    expect(error.message).toBe(
      "GitHub, Ask › the token's rate limit is used up until 2026-03-02T09:05:00Z. The next run goes on from here.",
    );
    expect(clock.slept).toEqual([]);
  });

  test("is never slept for beyond the deadline, whatever the server asks for", async () => {
    await using server = await answeringServer(inOrder(limited(429, { "retry-after": "99999999" })));
    const { client, clock } = testClient(server.url);
    await expect(client.query(ASK, {})).rejects.toThrow(BudgetEnded);
    expect(clock.slept).toEqual([]);
  });

  test("that never ends stops a run that has time without end", async () => {
    await using server = await answeringServer(inOrder(limited(403, { "retry-after": "1" })));
    const clock = testClock();
    const { client } = testClient(server.url, { clock, deadline: clock.now() + 1_000 * HOUR });
    await expect(client.query(ASK, {})).rejects.toThrow(BudgetEnded);
    expect(client.requests).toBe(7);
  });

  test("is counted by the server's clock, not by this machine's", async () => {
    await using server = await answeringServer(inOrder(typed("RATE_LIMITED"), GOOD));
    const clock = testClock(SERVER_TIME - 10 * HOUR);
    const { client } = testClient(server.url, { clock });
    await client.query(ASK, {});
    expect(clock.slept).toEqual([301_000]);
  });

  test("is logged in a line without token, header or body", async () => {
    await using server = await answeringServer(
      inOrder(limited(403, { "retry-after": "7" }, { message: `secondary rate limit ${TOKEN}` }), GOOD),
    );
    const { client, logged } = testClient(server.url);
    await client.query(ASK, {});
    expect(logged).toEqual(["GitHub, Ask: asked to slow down, waiting 7 s."]);
  });
});

describe("an allowance that runs low", () => {
  const left = (remaining: number): Reply => ({
    json: { data: { ask: 1, rateLimit: { cost: 3, remaining, resetAt: "2026-03-02T09:30:00Z" } } },
  });

  test("is told with each answer and counted in points", async () => {
    await using server = await answeringServer(inOrder(left(100), left(97)));
    const { client } = testClient(server.url);
    expect(await client.query(ASK, {})).toMatchObject({ cost: 3, remaining: 100 });
    await client.query(ASK, {});
    expect({ points: client.points, requests: client.requests }).toEqual({ points: 6, requests: 2 });
  });

  test("stops the run before the last fifty are spent", async () => {
    await using server = await answeringServer(inOrder(left(50), left(49)));
    const clock = testClock();
    const { client } = testClient(server.url, { clock, deadline: clock.now() + 60_000 });
    await client.query(ASK, {});
    await client.query(ASK, {});
    const error = await failure(client.query(ASK, {}));
    // By this machine's clock, which went on for a tenth of a second meanwhile.
    expect(error).toMatchObject({ ended: "rate", resetsAt: SERVER_TIME + 1_800_100 });
    expect(server.asked).toHaveLength(2);
  });

  test("is waited for when it comes back within the run's time", async () => {
    await using server = await answeringServer(inOrder(left(10), left(1_000)));
    const { client, clock, logged } = testClient(server.url);
    await client.query(ASK, {});
    await client.query(ASK, {});
    expect(clock.slept).toEqual([1_801_000]);
    expect(logged).toEqual(["GitHub, Ask: rate limit used up, waiting 1801 s."]);
  });

  test("of REST does not stop GraphQL", async () => {
    await using server = await answeringServer((asked) =>
      asked.method === "GET" ? { headers: { ...RESET_IN_5_MIN }, json: { number: 1 } } : GOOD,
    );
    const { client, clock } = testClient(server.url);
    await client.rest("/repos/acme/shop/issues/1");
    await client.query(ASK, {});
    expect(clock.slept).toEqual([]);
  });

  test("that is not counted, as on Enterprise Server, is no obstacle", async () => {
    await using server = await answeringServer(inOrder({ json: { data: { ask: 1, rateLimit: null } } }));
    const { client } = testClient(server.url);
    expect(await client.query(ASK, {})).toMatchObject({ cost: null, remaining: null });
    expect(client.points).toBe(0);
  });
});
