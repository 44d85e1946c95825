import type { Backlog } from "../../history/backlog.ts";
import type { Facts } from "../../model/facts.ts";
import { FIELD_OF, type ReadyRule, readyTest } from "../../model/ready.ts";

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

/**
 * Judges items by the rule of the time: the default rule asks for a description only from when descriptions are
 * known (metrics.md §1, "ready at t").
 */
export const readyJudge = (backlog: Backlog): ReadyJudge => {
  const from = knownFrom(backlog);
  const ages: { from: number; rule: ReadyRule; isReady: (facts: Facts) => boolean }[] = [];
  for (const t of [Number.NEGATIVE_INFINITY, ...backlog.observations.map(({ at }) => at)]) {
    const { rule } = backlog.ruleAt(t);
    if (rule !== ages.at(-1)?.rule) ages.push({ from: t, rule, isReady: readyTest(rule) });
  }
  const cuts = [...new Set([from, ...ages.map((age) => age.from)])].filter(Number.isFinite);
  return {
    knownFrom: from,
    cuts: cuts.sort((a, b) => a - b),
    isReady: (facts, t) => {
      let age = ages.length - 1;
      while (ages[age]!.from > t) age -= 1;
      return ages[age]!.isReady(facts);
    },
  };
};
