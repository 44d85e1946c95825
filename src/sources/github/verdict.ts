import { SECOND } from "../../lib/dates.ts";
import { explainBreakdown, explainErrors, explainStatus } from "./explain.ts";
import { GithubError, type GithubErrorKind } from "./github-error.ts";
import { type GraphqlBody, graphqlBody, isWithheld, wordsOf } from "./graphql-errors.ts";
import { type Limit, limitIn } from "./limits.ts";
import type { Redact } from "./redact.ts";
import type { Answer, Breakdown } from "./transport.ts";

/** What to do about one attempt. */
export type Verdict<Value> =
  | { verdict: "good"; value: Value }
  | ({ verdict: "limit" } & Limit)
  /** Worth another attempt; `error` is thrown when there is none left. `waitMs` is null where nothing asks for more. */
  | { verdict: "again"; waitMs: number | null; error: GithubError }
  | { verdict: "bad"; error: GithubError };

type Judged = { call: string; redact: Redact };

/** GitHub ran out of time or of what one query may cost: a smaller one may pass. */
const TOO_MUCH =
  /RESOURCE_LIMITS_EXCEEDED|something went wrong while executing|respond to your request in time/i;

const again = (error: GithubError, waitMs: number | null = null): Verdict<never> => ({
  verdict: "again",
  waitMs,
  error,
});

export const judgeBreakdown = (call: string, breakdown: Breakdown): Verdict<never> => {
  const error = explainBreakdown(call, breakdown);
  return breakdown.broken === "certificate" ? { verdict: "bad", error } : again(error);
};

/** What a status of 300 and more means, when it is no rate limit. */
const judgeStatus = (answer: Answer, said: string, { call, redact }: Judged): Verdict<never> => {
  const error = explainStatus({ call, answer, said, redact });
  if (answer.status < 500) return { verdict: "bad", error };
  const seconds = answer.headers["retry-after"] ?? "";
  return again(error, /^\d{1,9}$/.test(seconds) ? Number(seconds) * SECOND : null);
};

const withoutToken = (body: GraphqlBody, redact: Redact): GraphqlBody => ({
  data: body.data,
  message: redact(body.message),
  errors: body.errors.map((error) => ({
    type: error.type === null ? null : redact(error.type),
    message: redact(error.message),
    path: error.path.map((step) => (typeof step === "string" ? redact(step) : step)),
  })),
});

const kindOf = (body: GraphqlBody): GithubErrorKind => {
  if (body.errors.some((error) => error.type === "INSUFFICIENT_SCOPES")) return "scopes";
  return body.errors.some(isWithheld) ? "access" : "request";
};

/** Judges an answer with status 200 to 299, which in GraphQL may be anything but good. */
const judgeData = (body: GraphqlBody, call: string): Verdict<GraphqlBody> => {
  const explained = explainErrors(body.errors);
  const error = (kind: GithubErrorKind, more?: { found: string; remedy: string }): GithubError =>
    new GithubError({
      kind,
      call,
      found: more?.found ?? explained?.found ?? "an answer without data.",
      remedy: more?.remedy ?? explained?.remedy ?? "Trying again did not help. The next run tries again.",
    });
  const overload = {
    found: explained?.found ?? "",
    remedy: "It was too much at once, or GitHub is disturbed.",
  };
  if (TOO_MUCH.test(wordsOf(body))) return again(error("overload", explained ? overload : undefined));
  if (body.errors.length === 0) {
    if (typeof body.data === "object" && body.data !== null) return { verdict: "good", value: body };
    return again(error("body"));
  }
  if (kindOf(body) === "scopes") return { verdict: "bad", error: error("scopes") };
  if (body.data === null || body.data === undefined) return { verdict: "bad", error: error(kindOf(body)) };
  // A part that failed is null just as one that is not set: taking it for data would record what never was.
  return body.errors.every(isWithheld)
    ? { verdict: "good", value: body }
    : again(error("overload", overload));
};

/** Judges an answer to a GraphQL query. */
export const judgeGraphql = (answer: Answer, judged: Judged): Verdict<GraphqlBody> => {
  const body = withoutToken(graphqlBody(answer.body), judged.redact);
  const said = wordsOf(body);
  const limit = limitIn(answer, said);
  if (limit) return { verdict: "limit", ...limit };
  if (answer.status >= 300) return judgeStatus(answer, body.message, judged);
  if (typeof answer.body !== "string") return judgeData(body, judged.call);
  return again(
    new GithubError({
      kind: "body",
      call: judged.call,
      status: answer.status,
      found: "the answer is no JSON, but the page of somebody in between.",
      remedy: "Check GITHUB_API_URL, GITHUB_GRAPHQL_URL and the proxy.",
    }),
  );
};

/** Statuses by which REST tells where an issue went, as opposed to failing. */
const TOLD: readonly number[] = [404, 410];

/** Judges an answer to a GET. */
export const judgeRest = (answer: Answer, judged: Judged): Verdict<Answer> => {
  const { message } = graphqlBody(answer.body);
  const said = judged.redact(message);
  const limit = limitIn(answer, said);
  if (limit) return { verdict: "limit", ...limit };
  const good = answer.status < 300 || TOLD.includes(answer.status);
  return good ? { verdict: "good", value: answer } : judgeStatus(answer, said, judged);
};
