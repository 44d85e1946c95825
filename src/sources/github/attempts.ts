import { SECOND } from "../../lib/dates.ts";
import type { Bucket, Budget } from "./budget.ts";
import { BudgetEnded } from "./github-error.ts";
import { allowanceOf } from "./limits.ts";
import type { Answer, Breakdown } from "./transport.ts";
import { judgeBreakdown, type Verdict } from "./verdict.ts";

/** Of broken connections, cut bodies and failures of the server itself, after the first attempt. */
const LINE_RETRIES = 3;

/** Limits that one call sits out before the run ends: a server that always refuses must not keep a run for ever. */
const LIMITS = 6;

const backoff = (nth: number): number => SECOND * 3 ** nth;

type Attempts<Value> = {
  call: string;
  bucket: Bucket;
  budget: Budget;
  /** How often too large or too slow a query is tried again as it is. */
  retries: number;
  send: () => Promise<Answer | Breakdown>;
  judge: (answer: Answer) => Verdict<Value>;
};

/**
 * Sends until there is a good answer.
 *
 * @throws GithubError when it is no use, BudgetEnded when time or requests run out
 */
export const attempt = async <Value>(options: Attempts<Value>): Promise<{ value: Value; answer: Answer }> => {
  const { call, bucket, budget, retries, send, judge } = options;
  const tried = { overload: 0, line: 0, limits: 0 };
  for (;;) {
    await budget.ready(bucket, call);
    const outcome = await send();
    const answer = "broken" in outcome ? null : outcome;
    budget.finished(answer);
    if (answer) budget.note(bucket, allowanceOf(answer));
    const verdict: Verdict<Value> = answer ? judge(answer) : judgeBreakdown(call, outcome as Breakdown);
    if (verdict.verdict === "good") return { value: verdict.value, answer: answer! };
    if (verdict.verdict === "bad") throw verdict.error;
    if (verdict.verdict === "limit") {
      if (tried.limits >= LIMITS) throw new BudgetEnded({ call, ended: "rate" });
      await budget.sitOut(verdict, tried.limits, call);
      tried.limits += 1;
      continue;
    }
    if (budget.over()) throw new BudgetEnded({ call, ended: "time" });
    const count = verdict.error.kind === "overload" ? "overload" : "line";
    if (tried[count] >= (count === "overload" ? retries : LINE_RETRIES)) throw verdict.error;
    await budget.pause(Math.max(backoff(tried[count]), verdict.waitMs ?? 0), call);
    tried[count] += 1;
  }
};
