import { mean } from "../../lib/stats.ts";

/** What a process does by itself, after Wheeler: an individuals and moving range chart. */
export type Limits = {
  centre: number;
  upper: number;
  lower: number;
  /** The lower limit lay under the metric's minimum and was raised to it: its rules are void. */
  clamped: boolean;
  meanRange: number;
  rangeLimit: number;
};

export type SignalRule = "outside" | "eight" | "three-of-four";
export type Signal = { sprint: string; rule: SignalRule };

/** 3 ÷ d₂ and D₄ for ranges of two: Wheeler's scaling factors. */
const LIMIT_FACTOR = 2.66;
const RANGE_FACTOR = 3.267;
/** metrics.md §4: fewer known points have no limits. */
const FEWEST_POINTS = 6;
const RUN = 8;

type XmrPoint = { sprint: string; value: number | null };

/** Differences of neighbours; no range reaches across a gap. */
const movingRanges = (points: readonly XmrPoint[]): number[] =>
  points.slice(1).flatMap((point, index) => {
    const before = points[index]!.value;
    return point.value === null || before === null ? [] : [Math.abs(point.value - before)];
  });

const limitsOf = (points: readonly XmrPoint[], minimum: number): Limits | null => {
  const known = points.flatMap(({ value }) => value ?? []);
  const meanRange = mean(movingRanges(points));
  if (known.length < FEWEST_POINTS || meanRange === null) return null;
  const centre = mean(known)!;
  const lower = centre - LIMIT_FACTOR * meanRange;
  return {
    centre,
    upper: centre + LIMIT_FACTOR * meanRange,
    lower: Math.max(lower, minimum),
    clamped: lower < minimum,
    meanRange,
    rangeLimit: RANGE_FACTOR * meanRange,
  };
};

type Side = -1 | 0 | 1;

/** The three rules at each point, in the order in which a page explains them. */
const signalsOf = (points: readonly XmrPoint[], limits: Limits): Signal[] => {
  const { centre, upper, lower, clamped } = limits;
  const side = (value: number | null): Side => (value === null ? 0 : (Math.sign(value - centre) as Side));
  /** Beyond half way to a limit; a raised lower limit is none. */
  const near = (value: number | null): Side =>
    value === null ? 0 : value > (centre + upper) / 2 ? 1 : !clamped && value < (centre + lower) / 2 ? -1 : 0;
  let run = 0;
  return points.flatMap(({ sprint, value }, index) => {
    if (value === null) return [];
    const here = side(value);
    // A point on the centre and a gap end a run and begin none.
    run = here === 0 ? 0 : here === side(points[index - 1]?.value ?? null) ? run + 1 : 1;
    const rules: SignalRule[] = [];
    if (value > upper || (!clamped && value < lower)) rules.push("outside");
    if (run >= RUN) rules.push("eight");
    const four = points.slice(Math.max(0, index - 3), index + 1);
    const nearHere = near(value);
    const isWhole = four.length === 4 && four.every((point) => point.value !== null);
    if (nearHere !== 0 && isWhole && four.filter((point) => near(point.value) === nearHere).length >= 3) {
      rules.push("three-of-four");
    }
    return rules.map((rule) => ({ sprint, rule }));
  });
};

/**
 * Natural limits and signals of a series (metrics.md §4): centre ± 2.66 × mean moving range. A band says what a team
 * wants, limits say what its process does; they are never mixed.
 * @param options.minimum the least value the metric can take
 * @param options.baseline how many points, from the first on, the limits rest on; all points are judged by them
 */
export const xmr = (
  points: readonly XmrPoint[],
  options: { minimum: number; baseline: number },
): { limits: Limits | null; signals: Signal[] } => {
  const limits = limitsOf(points.slice(0, options.baseline), options.minimum);
  return { limits, signals: limits === null ? [] : signalsOf(points, limits) };
};
