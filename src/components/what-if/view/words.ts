import { describeBand, formatNumber } from "../../../charts/numbers.ts";
import { shown } from "../../../lib/words.ts";
import type { Outcome } from "../outcome.ts";
import type { Plan } from "../plan.ts";
import type { Setting } from "../setting.ts";

/** All that a part of the page is drawn from. */
export type Scene = { plan: Plan; setting: Setting; now: Outcome; usual: Outcome };

type Level = "below" | "within" | "above";

const MOST_DIGITS = 4;

const levelOf = (value: number, [lower, upper]: readonly [number, number]): Level =>
  value < lower ? "below" : value > upper ? "above" : "within";

/** A depth with as many digits as it takes not to round it over an end of the band. */
export const depthWords = (depth: number, band: readonly [number, number]): string => {
  for (let digits = 1; digits < MOST_DIGITS; digits += 1) {
    const rounded = Number(depth.toFixed(digits));
    if (levelOf(rounded, band) === levelOf(depth, band))
      return digits === 1 ? formatNumber(depth) : shown(rounded, digits);
  }
  return shown(depth, MOST_DIGITS);
};

/** @example changeWords(1.6, 1.8) → "0.2 fewer than now"; null where no change can be seen */
const changeWords = (now: number, usual: number | null): string | null => {
  if (usual === null) return null;
  const difference = now - usual;
  if (formatNumber(now) === formatNumber(usual)) return null;
  return `${formatNumber(Math.abs(difference))} ${difference < 0 ? "fewer" : "more"} than now`;
};

/** One sentence that says what a setting comes to. */
export const summary = ({ now, usual, setting }: Scene): string => {
  if (now.depth === null) return `Ready depth is not known: ${now.reason ?? "sizes are missing"}.`;
  const { band } = setting;
  const depth = depthWords(now.depth, band);
  const change = changeWords(now.depth, usual.depth);
  const place = { below: "Below", within: "Within", above: "Above" }[levelOf(now.depth, band)];
  const isOne = depth === "1";
  return `${depth} ${isOne ? "sprint" : "sprints"} of work ${isOne ? "is" : "are"} ready${change === null ? "" : `, ${change}`}. ${place} the band of ${describeBand(band)}.`;
};
