import type { Field } from "../model/facts.ts";
import { DEFAULT_RULE, FIELD_OF, type ReadyRule } from "../model/ready.ts";
import type { Knowledge } from "./knowledge.ts";

/** The ready rule at t, and the field among its checks that no observation up to t could know. */
export type RuleAt = { rule: ReadyRule; readonly unknown: Field | null };

const WITHOUT_DESCRIPTION: ReadyRule = {
  ...DEFAULT_RULE,
  checks: DEFAULT_RULE.checks.filter((check) => check !== "description"),
};

/**
 * The rule at an instant: the team's, else the default one, which asks for a description where descriptions are known.
 * The same rule is always the same object.
 */
export const ruleBook = (
  given: ReadyRule | null,
  { knows }: Pick<Knowledge, "knows">,
): ((t: number) => RuleAt) => {
  return (t) => {
    const rule = given ?? (knows(FIELD_OF.description, t) ? DEFAULT_RULE : WITHOUT_DESCRIPTION);
    return {
      rule,
      get unknown() {
        return rule.checks.map((check) => FIELD_OF[check]).find((field) => !knows(field, t)) ?? null;
      },
    };
  };
};
