import type { CheckName, ReadyRule } from "../model/ready.ts";

/** The team's ready rule as sentences that a Product Owner would say, in the rule's order. */
export const ruleInWords = (rule: ReadyRule): { check: CheckName; text: string }[] => {
  const list = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(" or ");
  const words: Record<CheckName, () => string> = {
    status: () => `its status is ${list(rule.status)}`,
    labels: () => `it has the label ${list(rule.labels)}`,
    estimate: () => "it has an estimate",
    acceptanceCriteria: () => "it has acceptance criteria",
    description: () =>
      rule.descriptionMin > 1
        ? `its description has at least ${rule.descriptionMin} characters`
        : "it has a description",
    notBlocked: () => "nothing blocks it",
    maxSize: () => `its estimate is at most ${rule.maxSize}`,
  };
  return rule.checks.map((check) => ({ check, text: words[check]() }));
};
