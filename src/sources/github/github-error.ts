import { toIso } from "../../lib/dates.ts";

/**
 * What went wrong, as far as a caller may act on it.
 *
 * - `access`: the token is wrong, or may not read this, or it is not there; trying again changes nothing.
 * - `scopes`: a classic token lacks a scope, for which GitHub refuses the whole query.
 * - `request`: the server does not understand what it was asked.
 * - `overload`: too much at once, or too slow; a smaller page may be answered.
 * - `body`: the answer was cut, empty or no JSON.
 * - `connection`: nobody answered.
 * - `answer`: an answer that contradicts itself, such as a list with a hole.
 */
export type GithubErrorKind = "access" | "scopes" | "request" | "overload" | "body" | "connection" | "answer";

/** GitHub could not be read. The message names the call, the status, what it means and the remedy. */
export class GithubError extends Error {
  readonly kind: GithubErrorKind;
  readonly call: string;
  readonly status: number | null;
  /** The page behind this cursor is the one that could not be read; `null` for the first page or no page at all. */
  readonly cursor: string | null;
  readonly found: string;
  readonly remedy: string;
  constructor(options: {
    kind: GithubErrorKind;
    call: string;
    status?: number | null;
    cursor?: string | null;
    found: string;
    remedy: string;
  }) {
    const status = options.status ?? null;
    const place = status === null || status === 200 ? options.call : `${options.call} (${status})`;
    super(`GitHub, ${place} › ${options.found} ${options.remedy}`);
    this.name = "GithubError";
    this.kind = options.kind;
    this.call = options.call;
    this.status = status;
    this.cursor = options.cursor ?? null;
    this.found = options.found;
    this.remedy = options.remedy;
  }
}

const ENDED = {
  time: "the time for this run is over",
  rate: "the token's rate limit is used up",
};

/** Not a failure: what was read so far is good, and the next run goes on from there. */
export class BudgetEnded extends Error {
  readonly ended: keyof typeof ENDED;
  readonly call: string;
  /** When requests are allowed again, by this machine's clock in milliseconds; `null` where GitHub does not say. */
  readonly resetsAt: number | null;
  constructor(options: { ended: keyof typeof ENDED; call: string; resetsAt?: number | null }) {
    const resetsAt = options.resetsAt ?? null;
    const until = resetsAt === null ? "" : ` until ${toIso(Math.ceil(resetsAt / 1_000) * 1_000)}`;
    super(`GitHub, ${options.call} › ${ENDED[options.ended]}${until}. The next run goes on from here.`);
    this.name = "BudgetEnded";
    this.ended = options.ended;
    this.call = options.call;
    this.resetsAt = resetsAt;
  }
}
