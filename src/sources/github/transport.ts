import { Octokit, RequestError } from "octokit";
import { BrokenBody, guardedFetch } from "./guarded-fetch.ts";

/** An answer of the server, good or bad. */
export type Answer = {
  status: number;
  /** By name in lower case. */
  headers: Readonly<Record<string, string>>;
  body: unknown;
  /** After redirects. */
  url: string;
};

/** No answer, or none that can be used. */
export type Breakdown = {
  broken: "silence" | "body" | "connection" | "certificate";
  /** A code such as `ECONNRESET`, or words of our own: never text from the wire. */
  detail: string;
};

export type Transport = {
  post: (url: string, body: Readonly<Record<string, unknown>>) => Promise<Answer | Breakdown>;
  get: (url: string) => Promise<Answer | Breakdown>;
};

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER)/;

const codeOf = (error: unknown): string => {
  for (let at = error; at instanceof Error; at = at.cause)
    if ("code" in at && typeof at.code === "string" && /^[A-Z][A-Z0-9_]{2,60}$/.test(at.code)) return at.code;
  return "no code";
};

const breakdownOf = (error: unknown): Breakdown => {
  if (error instanceof BrokenBody) return { broken: "body", detail: error.message };
  if (error instanceof Error && (error.name === "TimeoutError" || error.name === "AbortError"))
    return { broken: "silence", detail: "no complete answer in time" };
  const code = codeOf(error);
  return { broken: CERTIFICATE.test(code) ? "certificate" : "connection", detail: code };
};

const headersOf = (headers: Readonly<Record<string, string | number | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value ?? "")]),
  );

/** octokit makes numbers beyond 2^53 BigInts, which nothing behind here expects: so bodies are parsed here. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // No JSON, such as the page of a proxy. Whoever judges the answer sees a string.
    return text;
  }
};

/** A body that octokit left alone. */
const textOf = async (data: unknown): Promise<string> =>
  data instanceof ReadableStream ? new Response(data).text() : "";

/** What octokit throws for an answer of 400 and more is an answer like any other here. */
const fromError = (error: unknown): Answer | Breakdown => {
  // Anything else is a mistake of ours, not of the wire.
  if (!(error instanceof RequestError)) throw error;
  const { response } = error;
  if (response === undefined) return breakdownOf(error.cause);
  return {
    status: response.status,
    headers: headersOf(response.headers),
    body: parsed(String(response.data ?? "")),
    url: response.url,
  };
};

const silent = (): undefined => undefined;
const LOG = { debug: silent, info: silent, warn: silent, error: silent };

/**
 * One attempt at a time over octokit, without its plugins for retries and throttling: those wait up to an hour, ignore
 * `retry-after` of status 429, and overlook rate limits on GitHub Enterprise Server.
 */
export const openTransport = (options: { token: string; timeout: () => number }): Transport => {
  const octokit = new Octokit({
    auth: options.token,
    userAgent: "backlog-runway",
    retry: { enabled: false },
    throttle: { enabled: false },
    // What octokit would print could quote a header or an address.
    log: LOG,
    request: { fetch: guardedFetch(options.timeout), log: LOG, parseSuccessResponseBody: false },
  });
  const send = async (method: "GET" | "POST", url: string, more: object): Promise<Answer | Breakdown> => {
    try {
      const response = await octokit.request({ method, url, ...more });
      return {
        status: response.status,
        headers: headersOf(response.headers),
        body: parsed(await textOf(response.data)),
        url: response.url,
      };
    } catch (error) {
      return fromError(error);
    }
  };
  return {
    post: (url, body) =>
      send("POST", url, {
        ...body,
        // Ids in the format that stays: an id in the store must not change with GitHub's default.
        headers: { "x-github-next-global-id": "1" },
        // A redirected query would arrive as a GET without its body.
        request: { redirect: "manual" },
      }),
    get: (url) => send("GET", url, {}),
  };
};
