import type { Backlog } from "../../history/backlog.ts";
import type { Facts } from "../../model/facts.ts";
import { type CheckName, FIELD_OF, failedChecks, type ReadyRule } from "../../model/ready.ts";

/** Readiness of facts through time. */
export type ReadyJudge = {
  /** Since when readiness is known: −∞ where events tell all of it, +∞ where the source never does. */
  knownFrom: number;
  /** Instants at which the answer may change without a change of the item, oldest first. */
  cuts: readonly number[];
  isReady: (facts: Facts, t: number) => boolean;
};

/** Since when every field of the rule, and where items stand, is known. */
const knownFrom = (backlog: Backlog): number => {
  const { rule } = backlog.ruleAt(Number.NEGATIVE_INFINITY);
  const fields = rule.checks.map((check) => FIELD_OF[check]);
  if (backlog.basisAt(Number.NEGATIVE_INFINITY, fields) === "rebuilt") return Number.NEGATIVE_INFINITY;
  return (
    backlog.observations.find(({ at }) => backlog.ruleAt(at).unknown === null)?.at ?? Number.POSITIVE_INFINITY
  );
};

/** Whether facts pass one check. It reads one field only, and each value of that field is judged once. */
const judgeOf = (check: CheckName, rule: ReadyRule): ((facts: Facts) => boolean) => {
  const field = FIELD_OF[check];
  const alone: ReadyRule = { ...rule, checks: [check] };
  const known = new Map<unknown, boolean>();
  return (facts) => {
    const value = facts[field];
    const key = typeof value === "object" && value !== null ? value.join("\n") : value;
    const found = known.get(key);
    if (found !== undefined) return found;
    const passes = failedChecks(facts, alone).length === 0;
    known.set(key, passes);
    return passes;
  };
};

/**
 * Judges items by the rule of the time: the default rule asks for a description only from when descriptions are
 * known (metrics.md §1, "ready at t").
 */
export const readyJudge = (backlog: Backlog): ReadyJudge => {
  const from = knownFrom(backlog);
  const ages: { from: number; checks: string; judges: ((facts: Facts) => boolean)[] }[] = [];
  for (const t of [Number.NEGATIVE_INFINITY, ...backlog.observations.map(({ at }) => at)]) {
    const { rule } = backlog.ruleAt(t);
    const checks = rule.checks.join();
    if (checks === ages.at(-1)?.checks) continue;
    ages.push({ from: t, checks, judges: rule.checks.map((check) => judgeOf(check, rule)) });
  }
  const cuts = [...new Set([from, ...ages.map((age) => age.from)])].filter(Number.isFinite);
  return {
    knownFrom: from,
    cuts: cuts.sort((a, b) => a - b),
    isReady: (facts, t) => {
      let age = ages.length - 1;
      while (ages[age]!.from > t) age -= 1;
      for (const passes of ages[age]!.judges) if (!passes(facts)) return false;
      return true;
    },
  };
};
