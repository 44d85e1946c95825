import { describe, expect, test } from "vitest";
import { answeringServer, inOrder, SERVER_TIME } from "./answering-server.ts";
import { ASK, failure, GOOD, TOKEN, testClient } from "./test-client.ts";

describe("a client", () => {
  test("asks one request after another, a tenth of a second apart, whoever asks", async () => {
    await using server = await answeringServer(inOrder(GOOD));
    const times: number[] = [];
    const { client, clock } = testClient(server.url);
    const note = () => times.push(clock.now() - SERVER_TIME);
    await Promise.all([1, 2, 3].map((n) => client.query(ASK, { n }).then(note)));
    expect(server.asked.map(({ body }) => body.variables.n)).toEqual([1, 2, 3]);
    expect(times).toEqual([0, 100, 200]);
  });

  test("goes on with the next call after one that failed", async () => {
    await using server = await answeringServer(inOrder({ status: 401, json: {} }, GOOD));
    const { client } = testClient(server.url);
    const [first, second] = await Promise.allSettled([client.query(ASK, {}), client.query(ASK, {})]);
    expect([first!.status, second!.status]).toEqual(["rejected", "fulfilled"]);
  });

  test("tells the server's time, not its own", async () => {
    await using server = await answeringServer(
      inOrder({ headers: { date: "Tue, 03 Mar 2026 10:11:12 GMT" }, json: { data: { ask: 1 } } }),
    );
    const { client } = testClient(server.url);
    const { serverTime } = await client.query(ASK, {});
    expect(serverTime).toBe(Date.parse("2026-03-03T10:11:12Z"));
  });

  test("gives large numbers as numbers", async () => {
    await using server = await answeringServer(
      inOrder({
        headers: { "content-type": "application/json" },
        text: '{"data":{"ask":12345678901234567890}}',
      }),
    );
    const { client } = testClient(server.url);
    const { data } = await client.query<{ ask: number }>(ASK, {});
    expect(data.ask).toBe(12345678901234567000);
  });

  test("asks for ids in the format that stays", async () => {
    await using server = await answeringServer(inOrder(GOOD));
    const { client } = testClient(server.url);
    await client.query(ASK, {});
    expect(server.asked[0]!.headers["x-github-next-global-id"]).toBe("1");
  });

  test("waits for a pause only within its time", async () => {
    const { client, clock } = testClient("http://127.0.0.1:1");
    await client.pause(5_000, "BacklogIssues");
    expect(clock.slept).toEqual([5_000]);
    await expect(client.pause(3_600_000, "BacklogIssues")).rejects.toThrow("the time for this run is over");
  });
});

describe("one issue asked for", () => {
  const ISSUE = "/repos/acme/shop/issues/12";

  test("is found with the repository that it is in", async () => {
    const json = { number: 12, repository_url: "https://api.github.com/repos/acme/shop" };
    await using server = await answeringServer(inOrder({ json }));
    const { client } = testClient(server.url);
    expect(await client.rest(ISSUE)).toEqual({
      status: 200,
      url: `${server.url}${ISSUE}`,
      repositoryUrl: "https://api.github.com/repos/acme/shop",
      body: json,
    });
    expect(server.asked[0]!.headers.authorization).toBe(`token ${TOKEN}`);
  });

  test("is followed to where it was transferred", async () => {
    const json = { number: 3, repository_url: "https://api.github.com/repos/acme/other" };
    await using server = await answeringServer((asked) =>
      asked.path === ISSUE
        ? { status: 301, headers: { location: "/repositories/9/issues/3" }, json: { message: "Moved" } }
        : { json },
    );
    const { client } = testClient(`${server.url}`);
    expect(await client.rest(ISSUE)).toMatchObject({
      status: 200,
      url: `${server.url}/repositories/9/issues/3`,
      repositoryUrl: "https://api.github.com/repos/acme/other",
    });
  });

  test("takes the token to no other host", async () => {
    await using other = await answeringServer(inOrder({ json: { number: 3 } }));
    await using server = await answeringServer(
      inOrder({ status: 301, headers: { location: `${other.url}/x` }, json: {} }),
    );
    const { client } = testClient(server.url);
    await client.rest(ISSUE);
    expect(other.asked[0]!.headers.authorization).toBeUndefined();
  });

  test.each([404, 410] as const)(
    "may be answered by %i, which is an answer and not a failure",
    async (status) => {
      await using server = await answeringServer(
        inOrder({ status, json: { message: "This issue was deleted" } }),
      );
      const { client } = testClient(server.url);
      expect(await client.rest(ISSUE)).toMatchObject({ status, repositoryUrl: null });
      expect(client.requests).toBe(1);
    },
  );

  test("is asked for under /api/v3 on Enterprise Server", async () => {
    await using server = await answeringServer(inOrder({ json: {} }));
    await testClient(`${server.url}/api/v3`).client.rest(ISSUE);
    expect(server.asked[0]!.path).toBe(`/api/v3${ISSUE}`);
  });

  test("waits out limits and failures like a query", async () => {
    await using server = await answeringServer(
      inOrder(
        { status: 429, headers: { "retry-after": "2" }, json: {} },
        { status: 502, text: "" },
        { json: {} },
      ),
    );
    const { client, clock } = testClient(server.url);
    await client.rest(ISSUE);
    expect(clock.slept).toEqual([2_000, 1_000]);
  });

  test("names the permission that is missing", async () => {
    await using server = await answeringServer(inOrder({ status: 403, json: { message: "Forbidden" } }));
    const error = await failure(testClient(server.url).client.rest(ISSUE));
    expect(error.message).toMatchInlineSnapshot(
      `"GitHub, GET /repos/acme/shop/issues/12 (403) › the token may not read this. It says: “Forbidden”. Give it “Issues: read” for this repository (a classic token: the scope repo)."`,
    );
  });
});
