import { addressesOf } from "./addresses.ts";
import type { RateLimit } from "./answers.ts";
import { attempt } from "./attempts.ts";
import { type BudgetOptions, openBudget } from "./budget.ts";
import { callOf } from "./call-name.ts";
import type { GraphqlErrorItem } from "./graphql-errors.ts";
import { inTurn } from "./in-turn.ts";
import { serverTimeOf } from "./limits.ts";
import { redactor } from "./redact.ts";
import { tokenOf } from "./token.ts";
import { openTransport } from "./transport.ts";
import { judgeGraphql, judgeRest } from "./verdict.ts";

export type Variables = Readonly<Record<string, unknown>>;

export type QueryResult<Data> = {
  data: Data;
  /** Only of parts that the token may not see, which are null in `data`. */
  errors: readonly GraphqlErrorItem[];
  /** The server's `Date`, in milliseconds. */
  serverTime: number;
  /** Points; null where the server does not count or was not asked. */
  cost: number | null;
  remaining: number | null;
};

type RestResult = {
  status: 200 | 404 | 410;
  /** After redirects. */
  url: string;
  /** The repository that it is in now, as the answer says. */
  repositoryUrl: string | null;
  body: unknown;
};

export type Client = {
  /** Asks one GraphQL query. `retries` counts attempts after the first when it was too much or too slow: 3. */
  query: <Data>(
    document: string,
    variables: Variables,
    options?: { retries?: number },
  ) => Promise<QueryResult<Data>>;
  /** GET of a path such as `/repos/acme/shop/issues/12`; redirects are followed. */
  rest: (path: string) => Promise<RestResult>;
  /** Waits within the run's time. */
  pause: (ms: number, call: string) => Promise<void>;
  /** Sent so far, failed ones too. */
  readonly requests: number;
  /** GraphQL points that the server told so far. */
  readonly points: number;
};

export type ClientOptions = Omit<BudgetOptions, "timeout"> & {
  /** `https://api.github.com`, or `https://HOST/api/v3`. */
  api: string;
  /** `null`: where it usually is, beside `api`. */
  graphqlUrl: string | null;
  token: string;
  /** Milliseconds that one attempt may take. GitHub itself gives up after 10 s. */
  timeout?: number;
};

const TIMEOUT = 20_000;
const RETRIES = 3;

const rateLimitOf = (data: unknown): RateLimit | null =>
  (data as { rateLimit?: RateLimit | null }).rateLimit ?? null;

const repositoryUrlOf = (body: unknown): string | null => {
  const url = typeof body === "object" && body !== null && "repository_url" in body && body.repository_url;
  return typeof url === "string" ? url : null;
};

/**
 * Reads from GitHub, one request after another, within a time and within the token's rate limits.
 *
 * @throws GithubError with the remedy; BudgetEnded when the run must stop and the next one goes on
 */
export const openClient = (options: ClientOptions): Client => {
  const addresses = addressesOf(options);
  const token = tokenOf(options.token);
  const redact = redactor(token);
  const budget = openBudget({ ...options, timeout: options.timeout ?? TIMEOUT });
  const transport = openTransport({ token, timeout: budget.timeout });
  const turn = inTurn();
  const counted = { requests: 0, points: 0 };
  const count = <Value>(sent: Value): Value => {
    counted.requests += 1;
    return sent;
  };

  const query = async <Data>(
    document: string,
    variables: Variables,
    retries: number,
  ): Promise<QueryResult<Data>> => {
    const call = callOf(document);
    const { value, answer } = await attempt({
      call,
      bucket: "graphql",
      budget,
      retries,
      send: () =>
        count(transport.post(addresses.graphql, { query: document, variables, operationName: call })),
      judge: (given) => judgeGraphql(given, { call, redact }),
    });
    const rate = rateLimitOf(value.data);
    counted.points += rate?.cost ?? 0;
    if (rate) budget.note("graphql", { remaining: rate.remaining, resetsAt: Date.parse(rate.resetAt) });
    return {
      data: value.data as Data,
      errors: value.errors,
      serverTime: serverTimeOf(answer) ?? options.now(),
      cost: rate?.cost ?? null,
      remaining: rate?.remaining ?? null,
    };
  };

  const rest = async (path: string): Promise<RestResult> => {
    const call = `GET ${redact(path)}`;
    const { value } = await attempt({
      call,
      bucket: "rest",
      budget,
      retries: RETRIES,
      send: () => count(transport.get(`${addresses.api}${path}`)),
      judge: (given) => judgeRest(given, { call, redact }),
    });
    return {
      status: value.status < 300 ? 200 : (value.status as 404 | 410),
      url: value.url,
      repositoryUrl: repositoryUrlOf(value.body),
      body: value.body,
    };
  };

  return {
    query: <Data>(document: string, variables: Variables, more: { retries?: number } = {}) =>
      turn(() => query<Data>(document, variables, more.retries ?? RETRIES)),
    rest: (path) => turn(() => rest(path)),
    pause: budget.pause,
    get requests() {
      return counted.requests;
    },
    get points() {
      return counted.points;
    },
  };
};
