import { describe, expect, test } from "vitest";
import { openClient } from "../../../src/sources/github/client.ts";
import { GithubError } from "../../../src/sources/github/github-error.ts";
import { answeringServer, inOrder, type Reply } from "./answering-server.ts";
import { failure, TOKEN, testClient, testClock } from "./test-client.ts";

const ISSUES = "query BacklogIssues($n: Int) { ask(n: $n) }";
const BOARD = "query BoardItems($n: Int) { ask(n: $n) }";

const refusal = async (document: string, reply: Reply): Promise<GithubError> => {
  await using server = await answeringServer(inOrder(reply));
  const { client, clock } = testClient(server.url);
  const error = await failure(client.query(document, {}));
  expect(client.requests).toBe(1);
  expect(clock.slept).toEqual([]);
  expect(error).toBeInstanceOf(GithubError);
  return error as GithubError;
};

const graphql = (errors: object[], data: unknown = null): Reply => ({ json: { data, errors } });

describe("what a token may not do", () => {
  test("is told for a token that is wrong", async () => {
    const error = await refusal(ISSUES, { status: 401, json: { message: "Bad credentials" } });
    expect(error.message).toMatchInlineSnapshot(
      `"GitHub, BacklogIssues (401) › the token is wrong or has expired. Put a valid token into GITHUB_TOKEN."`,
    );
    expect(error.kind).toBe("access");
  });

  test("is told for issues, with the permission that GitHub names", async () => {
    const error = await refusal(ISSUES, {
      status: 403,
      headers: { "x-accepted-github-permissions": "issues=read", "x-ratelimit-remaining": "4999" },
      json: { message: "Resource not accessible by personal access token" },
    });
    expect(error.message).toMatchInlineSnapshot(
      `"GitHub, BacklogIssues (403) › the token may not read this. It says: “Resource not accessible by personal access token”. Give it “Issues: read” for this repository (a classic token: the scope repo). GitHub asks for: issues=read."`,
    );
  });

  test("is told for a board", async () => {
    const error = await refusal(BOARD, {
      status: 403,
      json: { message: "Resource not accessible by integration" },
    });
    expect(error.message).toMatchInlineSnapshot(
      `"GitHub, BoardItems (403) › the token may not read this. It says: “Resource not accessible by integration”. Give it “Projects: read” of the organization (a classic token: the scope read:project). The token that Actions provides can't read boards at all."`,
    );
  });

  test("is told for single sign-on", async () => {
    const error = await refusal(ISSUES, {
      status: 403,
      json: { message: "Resource protected by organization SAML enforcement." },
    });
    expect(error.message).toMatchInlineSnapshot(
      `"GitHub, BacklogIssues (403) › the organization asks for single sign-on. Authorise the token for the organization in the settings of whoever owns the token."`,
    );
  });

  test("is told for a scope of a classic token", async () => {
    const message =
      "Your token has not been granted the required scopes. The 'id' field requires one of: ['read:project'].";
    const error = await refusal(ISSUES, graphql([{ type: "INSUFFICIENT_SCOPES", message }]));
    expect(error.kind).toBe("scopes");
    expect(error.message).toMatchInlineSnapshot(
      `"GitHub, BacklogIssues › GitHub says “Your token has not been granted the required scopes. The 'id' field requires one of: ['read:project'].” (INSUFFICIENT_SCOPES). Give the token the scope that is named."`,
    );
  });

  test("is told for an address without GraphQL", async () => {
    const error = await refusal(ISSUES, { status: 404, json: { message: "Not Found" } });
    expect(error.message).toMatchInlineSnapshot(
      `"GitHub, BacklogIssues (404) › there is nothing at this address. Check GITHUB_API_URL and GITHUB_GRAPHQL_URL."`,
    );
  });

  test("is told for an address that sends elsewhere, where the token does not go", async () => {
    await using other = await answeringServer(inOrder({ json: { data: { ask: 1 } } }));
    const error = await refusal(ISSUES, {
      status: 301,
      headers: { location: `${other.url}/graphql` },
      json: {},
    });
    expect(error.message).toMatchInlineSnapshot(
      `"GitHub, BacklogIssues (301) › the address sends elsewhere. Check GITHUB_API_URL and GITHUB_GRAPHQL_URL."`,
    );
    expect(other.asked).toEqual([]);
  });

  test("is told for a query that the server does not understand", async () => {
    const error = await refusal(
      ISSUES,
      graphql([
        { message: "Field 'parent' doesn't exist on type 'Issue'", extensions: { code: "undefinedField" } },
      ]),
    );
    expect(error.kind).toBe("request");
    expect(error.message).toMatchInlineSnapshot(
      `"GitHub, BacklogIssues › GitHub says “Field 'parent' doesn't exist on type 'Issue'”. This is a fault of Backlog Runway: the server does not know a part of its question."`,
    );
  });

  test("of a part alone leaves the rest of the data, and says which part", async () => {
    const errors = [
      { type: "FORBIDDEN", message: "Resource not accessible by integration", path: ["ask", 0, "project"] },
    ];
    await using server = await answeringServer(inOrder(graphql(errors, { ask: [{ project: null }] })));
    const { client } = testClient(server.url);
    const result = await client.query(ISSUES, {});
    expect(result.data).toEqual({ ask: [{ project: null }] });
    expect(result.errors).toEqual([
      { type: "FORBIDDEN", message: "Resource not accessible by integration", path: ["ask", 0, "project"] },
    ]);
  });
});

describe("a token", () => {
  const ECHOES: Reply[] = [
    { status: 401, json: { message: `Bad credentials: ${TOKEN}` } },
    { status: 403, json: { message: `${"x".repeat(280)}${TOKEN}` } },
    { status: 403, json: { message: `token%20${encodeURIComponent(TOKEN)}` } },
    { status: 403, headers: { "x-accepted-github-permissions": TOKEN }, json: { message: "no" } },
    { status: 422, json: { message: Buffer.from(TOKEN).toString("base64") } },
    { status: 502, text: `<p>${TOKEN}</p>` },
    { status: 502, json: { message: TOKEN } },
    { text: `{"data": ${TOKEN}` },
    { headers: { "content-type": "application/json" }, text: `{"data": "${TOKEN}` },
    graphql([{ type: TOKEN, message: TOKEN, path: [TOKEN] }]),
    graphql([{ type: "FORBIDDEN", message: `no ${TOKEN}`, path: ["ask", TOKEN] }], { ask: null }),
  ];

  test.each(ECHOES.map((reply, index) => [index, reply] as const))(
    "that the server sends back is in no message, log or data of an error (%i)",
    async (_index, reply) => {
      await using server = await answeringServer(inOrder(reply));
      const { client, logged } = testClient(server.url);
      const outcome = await client.query(ISSUES, {}).catch((error: unknown) => error);
      const parts =
        outcome instanceof Error
          ? [outcome.message, outcome.stack, { ...outcome }, outcome.cause]
          : [outcome];
      const text = JSON.stringify([parts, logged]);
      expect(text).not.toContain(TOKEN);
      expect(text).not.toContain(TOKEN.slice(0, 12));
      expect(text).not.toContain(Buffer.from(TOKEN).toString("base64"));
    },
  );

  test("is sent in the header alone", async () => {
    await using server = await answeringServer(inOrder({ json: { data: { ask: 1 } } }));
    const { client } = testClient(server.url);
    await client.query(ISSUES, { n: 1 });
    const [asked] = server.asked;
    expect(asked!.headers.authorization).toBe(`token ${TOKEN}`);
    expect(asked!.path).toBe("/graphql");
    expect(asked!.body).toEqual({ query: ISSUES, variables: { n: 1 }, operationName: "BacklogIssues" });
  });

  test.each([
    ["empty", " ", "there is no token."],
    [
      "broken over lines",
      "ghp_abc\ndef",
      "the token has a space, a line break or another foreign character.",
    ],
  ])("that is %s is refused before anything is sent", (_what, token, found) => {
    const clock = testClock();
    const open = () =>
      openClient({ ...clock, api: "http://127.0.0.1:1", graphqlUrl: null, token, deadline: 0, log: String });
    expect(open).toThrow(`GitHub, set-up › ${found} Put a valid token into GITHUB_TOKEN.`);
  });

  test("is taken with the spaces and the word around it that people copy along", async () => {
    await using server = await answeringServer(inOrder({ json: { data: { ask: 1 } } }));
    const { client } = testClient(server.url, { token: ` Bearer ${TOKEN}\n` });
    await client.query(ISSUES, {});
    expect(server.asked[0]!.headers.authorization).toBe(`token ${TOKEN}`);
  });
});
