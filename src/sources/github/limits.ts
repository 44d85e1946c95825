import { SECOND } from "../../lib/dates.ts";
import type { Answer } from "./transport.ts";

/** How long GitHub wants to be left alone. `resetsAt` is on the server's clock, in milliseconds. */
export type Limit =
  | { limit: "primary"; resetsAt: number | null }
  /** `waitMs` is null where GitHub does not say. */
  | { limit: "secondary"; waitMs: number | null };

const SECONDARY = /secondary rate|abuse detection/i;
const ANY_LIMIT = /rate limit/i;

/** A whole number of a header; one beyond any date is no number. */
const numberIn = (answer: Answer, name: string): number | null => {
  const text = answer.headers[name];
  return text !== undefined && /^\d{1,11}$/.test(text.trim()) ? Number(text) : null;
};

/** The `Date` header, in milliseconds; `null` where there is none. */
export const serverTimeOf = (answer: Answer): number | null => {
  const time = Date.parse(answer.headers.date ?? "");
  return Number.isNaN(time) ? null : time;
};

/** `retry-after` in seconds or as a date, in milliseconds from now. */
const retryAfter = (answer: Answer): number | null => {
  const seconds = numberIn(answer, "retry-after");
  if (seconds !== null) return seconds * SECOND;
  const date = Date.parse(answer.headers["retry-after"] ?? "");
  const server = serverTimeOf(answer);
  return Number.isNaN(date) || server === null ? null : Math.max(0, date - server);
};

const resetOf = (answer: Answer): number | null => {
  const seconds = numberIn(answer, "x-ratelimit-reset");
  return seconds === null ? null : seconds * SECOND;
};

/** `remaining` and `resetsAt` of the headers, for whatever bucket this answer was counted in. */
export const allowanceOf = (answer: Answer): { remaining: number; resetsAt: number } | null => {
  const remaining = numberIn(answer, "x-ratelimit-remaining");
  const resetsAt = resetOf(answer);
  return remaining === null || resetsAt === null ? null : { remaining, resetsAt };
};

/**
 * A rate limit that an answer of any status tells, by what its body says.
 *
 * A limit named in the body while requests remain is a secondary one, whatever the body calls it.
 *
 * @param text the messages and types of the body, joined
 */
export const limitIn = (answer: Answer, text: string): Limit | null => {
  const wait = retryAfter(answer);
  const remaining = numberIn(answer, "x-ratelimit-remaining");
  const refused = answer.status === 403 || answer.status === 429;
  if (SECONDARY.test(text)) return { limit: "secondary", waitMs: wait };
  if (refused && wait !== null) return { limit: "secondary", waitMs: wait };
  if (refused && remaining === 0) return { limit: "primary", resetsAt: resetOf(answer) };
  if (ANY_LIMIT.test(text) || /\bRATE_LIMIT(?:ED)?\b/.test(text))
    return remaining !== null && remaining > 0
      ? { limit: "secondary", waitMs: wait }
      : { limit: "primary", resetsAt: resetOf(answer) };
  // "Too many requests" without a word of explanation.
  return answer.status === 429 ? { limit: "secondary", waitMs: null } : null;
};
