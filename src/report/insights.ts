import { estimatedAgain, estimatesAlike, goneStale, imputedSizes, leftAlone } from "./insights/backlog.ts";
import type { Findings, Insight, Rule } from "./insights/context.ts";
import { depthNow, fromTheTop, nextAgenda, runsDry } from "./insights/depth.ts";
import { activityInstead, effortNow, takingPart } from "./insights/effort.ts";
import { newSignals } from "./insights/signals.ts";
import { keepingUp, pulledUnready, readyPaysOff, rearranged, scopeMoved } from "./insights/sprint.ts";

/** What planning needs to know comes first, then what happened, then what is worth tidying up. */
const FIRST: readonly Rule[] = [depthNow, runsDry, fromTheTop, nextAgenda];
const THEN: readonly Rule[] = [
  effortNow,
  activityInstead,
  pulledUnready,
  keepingUp,
  readyPaysOff,
  rearranged,
  scopeMoved,
  goneStale,
  leftAlone,
  imputedSizes,
  estimatedAgain,
  estimatesAlike,
  takingPart,
];

/** More remarks than this are no longer read. */
const MOST = 8;

/** Sentences chosen by rule from the numbers, most important first. Each cites a figure on the page; none blames. */
export const findInsights = (findings: Findings): Insight[] => {
  const say = (rules: readonly Rule[]): Insight[] => rules.flatMap((rule) => rule(findings) ?? []);
  return [...say(FIRST), ...newSignals(findings), ...say(THEN)].slice(0, MOST);
};
