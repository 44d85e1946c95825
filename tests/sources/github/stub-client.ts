import { callOf } from "../../../src/sources/github/call-name.ts";
import type { Client, Variables } from "../../../src/sources/github/client.ts";
import { GithubError } from "../../../src/sources/github/github-error.ts";
import type { GraphqlErrorItem } from "../../../src/sources/github/graphql-errors.ts";
import type { Connection } from "../../../src/sources/github/pages.ts";

/** One answer: of GraphQL, of REST, or a failure. */
export type Answer =
  | { data: unknown; errors?: readonly GraphqlErrorItem[]; serverTime?: number }
  | { status: 200 | 404 | 410; repositoryUrl?: string }
  | Error;

type Asked = { call: string; document: string; variables: Variables };

/** The server's clock in answers that do not say another. */
export const SERVER_TIME = Date.parse("2026-02-01T12:00:00.750Z");

/** A client that gives these answers in turn, and keeps what it was asked. One question too many is a failure. */
export const stubClient = (...answers: readonly Answer[]) => {
  const asked: Asked[] = [];
  const left = [...answers];
  const next = (question: Asked): Exclude<Answer, Error> => {
    asked.push(question);
    const answer = left.shift();
    if (answer === undefined) throw new Error(`nobody answers ${question.call}`);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const client: Client = {
    query: async <Data>(document: string, variables: Variables) => {
      const answer = next({ call: callOf(document), document, variables });
      if (!("data" in answer)) throw new Error(`${callOf(document)} needs an answer with data`);
      const { data, errors = [], serverTime = SERVER_TIME } = answer;
      return { data: data as Data, errors, serverTime, cost: 1, remaining: 5_000 };
    },
    rest: async (path) => {
      const answer = next({ call: `GET ${path}`, document: "", variables: {} });
      if (!("status" in answer)) throw new Error(`${path} needs an answer with a status`);
      return { status: answer.status, url: path, repositoryUrl: answer.repositoryUrl ?? null, body: null };
    },
    pause: async () => undefined,
    requests: 0,
    points: 0,
  };
  return { client, asked, calls: () => asked.map(({ call }) => call), left: () => left.length };
};

/** A list as an answer holds it; `more` is where the next page begins. */
export const listOf = <Node>(
  nodes: readonly (Node | null)[],
  more: string | null = null,
): Connection<Node> => ({
  totalCount: nodes.length,
  pageInfo: { hasNextPage: more !== null, endCursor: more },
  nodes,
});

/** GitHub ran out of time. */
export const tooMuch = (call: string): GithubError =>
  new GithubError({ kind: "overload", call, found: "too slow.", remedy: "Wait." });

/** An error that GitHub gives beside the data. */
export const withheldAt = (...path: readonly (string | number)[]): GraphqlErrorItem => ({
  type: "NOT_FOUND",
  message: "Could not resolve to a node",
  path,
});
