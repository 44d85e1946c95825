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

/** The checks of a rule that an item fails, in the rule's order; none means ready. */
export const failedChecks = (facts: Facts, rule: ReadyRule): CheckName[] => {
  const any = (wanted: readonly string[], found: readonly string[]): boolean =>
    wanted.some((name) => found.some((other) => fold(other) === fold(name)));
  const passes: Record<CheckName, () => boolean> = {
    status: () => any(rule.status, facts.status === null ? [] : [facts.status]),
    labels: () => any(rule.labels, facts.labels ?? []),
    estimate: () => facts.estimate !== null,
    acceptanceCriteria: () => facts.acceptanceCriteria === true,
    description: () => facts.described === true,
    notBlocked: () => facts.blocked !== true,
    maxSize: () => facts.estimate === null || rule.maxSize === null || facts.estimate <= rule.maxSize,
  };
  return rule.checks.filter((check) => !passes[check]());
};
