import { SECOND } from "../../lib/dates.ts";
import { BudgetEnded } from "./github-error.ts";
import { type Limit, serverTimeOf } from "./limits.ts";
import type { Answer } from "./transport.ts";

/** GitHub counts GraphQL and REST apart. */
export type Bucket = "graphql" | "rest";

/**
 * Requests that are left to others who use the same token, such as the workflows of the same repository, which share
 * 1,000 points an hour.
 */
const RESERVE = 50;

/**
 * Between two requests. GitHub asks for one request after another, and for a second in between where they write; these
 * only read. A tenth of a second keeps 30,000 issues within a few minutes and far from 2,000 points a minute.
 */
const GAP = SECOND / 10;

/** Where a secondary limit comes without a time, GitHub asks for a minute at least, and for more each time. */
const SECONDARY_WAIT = 60 * SECOND;

/** The reset is told in whole seconds. */
const MARGIN = SECOND;

export type BudgetOptions = {
  /** Of this machine, in milliseconds. */
  now: () => number;
  sleep: (ms: number) => Promise<void>;
  /** By the same clock; nothing is asked or waited for beyond it. */
  deadline: number;
  /** The most that one attempt may take, in milliseconds. */
  timeout: number;
  log: (text: string) => void;
};

type Ended = { call: string; ended: "time" | "rate"; resetsAt?: number | null };

/** Keeps to the time of the run and to the allowance of the token: every wait is short enough, or ends the run. */
export const openBudget = ({ now, sleep, deadline, timeout, log }: BudgetOptions) => {
  const allowances = new Map<Bucket, { remaining: number; resetsAt: number }>();
  let quietUntil = Number.NEGATIVE_INFINITY;
  /** The server's clock less this machine's: a reset is told by the server's. */
  let ahead = 0;

  const wait = async (ms: number, ended: Ended): Promise<void> => {
    if (now() + ms >= deadline) throw new BudgetEnded(ended);
    await sleep(ms);
  };

  const untilReset = async (resetsAt: number, call: string): Promise<void> => {
    const local = resetsAt - ahead;
    const ms = Math.max(MARGIN, local - now() + MARGIN);
    const ended: Ended = { call, ended: "rate", resetsAt: local };
    if (now() + ms < deadline) log(`GitHub, ${call}: rate limit used up, waiting ${seconds(ms)}.`);
    await wait(ms, ended);
  };

  const seconds = (ms: number): string => `${Math.ceil(ms / SECOND)} s`;

  return {
    /** Before each request: in time, not too soon after the last one, and with requests left. */
    ready: async (bucket: Bucket, call: string): Promise<void> => {
      const allowance = allowances.get(bucket);
      if (allowance && allowance.remaining < RESERVE && allowance.resetsAt - ahead > now())
        await untilReset(allowance.resetsAt, call);
      const gap = quietUntil - now();
      if (gap > 0) await sleep(gap);
      if (now() >= deadline) throw new BudgetEnded({ call, ended: "time" });
    },
    /** After each request. */
    finished: (answer: Answer | null): void => {
      quietUntil = now() + GAP;
      const server = answer === null ? null : serverTimeOf(answer);
      if (server !== null) ahead = server - now();
    },
    /** What the server says that is left; `resetsAt` by its own clock. */
    note: (bucket: Bucket, allowance: { remaining: number; resetsAt: number } | null): void => {
      if (allowance) allowances.set(bucket, allowance);
    },
    /** Sits a limit out, or ends the run. `nth` counts the limits of this call from 0. */
    sitOut: async (limit: Limit, nth: number, call: string): Promise<void> => {
      if (limit.limit === "primary" && limit.resetsAt !== null) return untilReset(limit.resetsAt, call);
      const told = limit.limit === "secondary" ? limit.waitMs : null;
      const ms = told === null ? SECONDARY_WAIT * 2 ** nth : Math.max(MARGIN, told);
      if (now() + ms < deadline) log(`GitHub, ${call}: asked to slow down, waiting ${seconds(ms)}.`);
      await wait(ms, { call, ended: "rate", resetsAt: now() + ms });
    },
    /** Before another attempt. */
    pause: (ms: number, call: string): Promise<void> => wait(ms, { call, ended: "time" }),
    /** There is no time left, so that a failure may come of that alone. */
    over: (): boolean => now() >= deadline,
    /** What the next attempt may take. */
    timeout: (): number => Math.max(1, Math.min(timeout, deadline - now())),
  };
};

export type Budget = ReturnType<typeof openBudget>;
