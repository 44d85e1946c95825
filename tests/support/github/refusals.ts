import type { Fault, FaultKind } from "./faults.ts";
import { rateHeaders } from "./limits.ts";
import { jsonReply, messageReply, type Reply } from "./reply.ts";

const SECONDARY = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";
const WRONG =
  "Something went wrong while executing your query on 2026-01-01. Please include `FAKE:1` when reporting this issue.";

const serverError = ({ status, body = "html" }: Extract<FaultKind, { kind: "server-error" }>): Reply => {
  if (body === "json") return messageReply(status, "Server Error");
  const html = `<!DOCTYPE html><html><head><title>${status}</title></head><body>Unicorn!</body></html>`;
  return { status, headers: { "content-type": "text/html; charset=utf-8" }, body: html };
};

const limitError = (
  type: string,
  {
    remaining = 0,
    resetIn = 1200,
    now,
  }: { remaining?: number | undefined; resetIn?: number | undefined; now: string },
): Reply => {
  const resetAt = new Date(Date.parse(now) + resetIn * 1000).toISOString();
  const rate = { limit: 5000, remaining, used: 5000 - remaining, resetAt, cost: 1, nodeCount: 0 };
  const errors = [
    { type, code: "graphql_rate_limit", message: "API rate limit already exceeded for user ID 1." },
  ];
  return jsonReply({ errors }, { headers: rateHeaders(rate, "graphql") });
};

/** The reply to a query when no points are left. */
export const outOfPoints = (now: string, resetAt: string): Reply =>
  limitError("RATE_LIMITED", { now, resetIn: (Date.parse(resetAt) - Date.parse(now)) / 1000 });

const wait = (retryAfter: number | undefined): Record<string, string> =>
  retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };

/** The reply that a fault gives in place of an answer; `null` for a fault that lets the query run. */
export const refusal = (fault: Fault, now: string): Reply | null => {
  switch (fault.kind) {
    case "limit":
      return messageReply(
        fault.status,
        fault.plain ? "Too many requests" : SECONDARY,
        wait(fault.retryAfter),
      );
    case "rate-limited":
      return limitError("RATE_LIMITED", { ...fault, now });
    case "rate-limit":
      return limitError("RATE_LIMIT", { ...fault, now });
    case "limit-message":
      return messageReply(200, SECONDARY);
    case "server-error":
      return serverError(fault);
    case "too-large":
      return serverError({ kind: "server-error", status: 504, body: "json" });
    case "something-went-wrong":
      return jsonReply({ data: null, errors: [{ message: WRONG }] });
    case "empty-body":
      return { ...jsonReply(null), body: "" };
    case "reset":
    case "silence":
      return { ...jsonReply(null), fails: fault.kind };
    default:
      return null;
  }
};
