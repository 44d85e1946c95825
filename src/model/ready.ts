import { remember } from "../lib/remember.ts";
import { fold } from "../lib/text.ts";
import type { Facts, Field } from "./facts.ts";

export type CheckName =
  | "status"
  | "labels"
  | "estimate"
  | "acceptanceCriteria"
  | "description"
  | "notBlocked"
  | "maxSize";

export type ReadyRule = {
  /** In the order the team wrote them, in which failed checks are named. */
  checks: readonly CheckName[];
  status: readonly string[];
  labels: readonly string[];
  descriptionMin: number;
  maxSize: number | null;
};

/** Without a configured rule (metrics.md §1): an estimate and, where descriptions are known, a description. */
export const DEFAULT_RULE: ReadyRule = {
  checks: ["estimate", "description"],
  status: [],
  labels: [],
  descriptionMin: 1,
  maxSize: null,
};

/** The field that a check reads: unknown to the source, the check cannot be made. */
export const FIELD_OF: Record<CheckName, Field> = {
  status: "status",
  labels: "labels",
  estimate: "estimate",
  acceptanceCriteria: "acceptanceCriteria",
  description: "described",
  notBlocked: "blocked",
  maxSize: "estimate",
};

type Checker = { failed: (facts: Facts) => CheckName[]; isReady: (facts: Facts) => boolean };

/** A rule's words are folded once, and so is each word that items use: hundreds of thousands of versions use a few. */
const checkerOf = (rule: ReadyRule): Checker => {
  const among = (wanted: readonly string[]): ((name: string) => boolean) => {
    const folded = new Set(wanted.map(fold));
    return remember((name) => folded.has(fold(name)));
  };
  const [isStatus, isLabel] = [among(rule.status), among(rule.labels)];
  const passes: Record<CheckName, (facts: Facts) => boolean> = {
    status: ({ status }) => status !== null && isStatus(status),
    labels: ({ labels }) => labels?.some(isLabel) ?? false,
    estimate: ({ estimate }) => estimate !== null,
    acceptanceCriteria: (facts) => facts.acceptanceCriteria === true,
    description: ({ described }) => described === true,
    notBlocked: ({ blocked }) => blocked !== true,
    maxSize: ({ estimate }) => estimate === null || rule.maxSize === null || estimate <= rule.maxSize,
  };
  const tests = rule.checks.map((check) => passes[check]);
  return {
    failed: (facts) => rule.checks.filter((check) => !passes[check](facts)),
    isReady: (facts) => {
      for (let index = 0; index < tests.length; index += 1) if (!tests[index]!(facts)) return false;
      return true;
    },
  };
};

const checkers = new WeakMap<ReadyRule, Checker>();

const checker = (rule: ReadyRule): Checker => {
  const known = checkers.get(rule);
  if (known) return known;
  const made = checkerOf(rule);
  checkers.set(rule, made);
  return made;
};

/** The checks of a rule that an item fails, in the rule's order; none means ready. */
export const failedChecks = (facts: Facts, rule: ReadyRule): CheckName[] => checker(rule).failed(facts);

/** Tells whether facts pass every check of a rule: `failedChecks` without the list, to be asked of many. */
export const readyTest = (rule: ReadyRule): ((facts: Facts) => boolean) => checker(rule).isReady;
