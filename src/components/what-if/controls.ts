import { formatNumber } from "../../charts/numbers.ts";
import type { Outcome } from "./outcome.ts";
import type { Plan } from "./plan.ts";
import { MAX_SIZE, meanVelocity, type Setting } from "./setting.ts";

/** The number of a control as a reader would type it: one decimal. */
const text = (value: number | null): string => (value === null ? "" : String(Math.round(value * 10) / 10));

/** What each control of the page shows under a setting; checks by `check:` and their key. */
export const valuesOf = (setting: Setting, plan: Plan): Record<string, string | boolean> => ({
  velocity: text(setting.velocity ?? meanVelocity(plan, setting.sprints).value),
  sprints: text(setting.sprints),
  people: text(setting.people ?? plan.effort?.people ?? null),
  inProportion: setting.inProportion,
  lower: text(setting.band[0]),
  upper: text(setting.band[1]),
  maxSize: text(setting.maxSize),
  ...Object.fromEntries(
    plan.checks
      .filter((check) => check !== MAX_SIZE)
      .map((check) => [`check:${check}`, !setting.without.includes(check)]),
  ),
});

/** By how much depth would change with the check the other way round; empty where no change can be seen. */
export const toggleWords = ({ toggles }: Outcome, check: string, isOn: boolean): string => {
  const change = toggles[check] ?? null;
  if (change === null || formatNumber(change) === "0" || change === 0) return "";
  return `${change > 0 ? "+" : ""}${formatNumber(change)} ${isOn ? "without it" : "with it"}`;
};

/** Whether a check is asked for. */
export const isAsked = (check: string, { without, maxSize }: Setting): boolean =>
  check === MAX_SIZE ? maxSize !== null : !without.includes(check);
