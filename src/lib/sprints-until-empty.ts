import { randomLcg } from "d3-random";
import { quantiles } from "./stats.ts";

/** metrics.md §2, "Interval": so many draws, always from the same seed, so that the same answer comes back. */
const DRAWS = 10_000;
const SEED = 0.618;

/**
 * How many sprints until so much ready work is used up, drawn again and again from the velocities of the window.
 * The last sprint counts as the fraction of it that was needed; a drawn 0 is a whole sprint without progress.
 * @param velocities at least one above 0, or no draw would ever end
 * @returns sprints, one a draw, ascending
 */
export const sprintsUntilEmpty = (readySize: number, velocities: readonly number[]): number[] => {
  if (readySize <= 0) return [0];
  if (!velocities.some((velocity) => velocity > 0)) throw new RangeError("no velocity above 0 to draw from");
  const random = randomLcg(SEED);
  const draws = new Float64Array(DRAWS);
  for (let draw = 0; draw < DRAWS; draw += 1) {
    let left = readySize;
    let sprints = 0;
    for (;;) {
      const velocity = velocities[Math.floor(random() * velocities.length)]!;
      if (velocity >= left) {
        sprints += left / velocity;
        break;
      }
      left -= velocity;
      sprints += 1;
    }
    draws[draw] = sprints;
  }
  return [...draws.sort()];
};

/** Sprints until the ready work is used up: so many draws in a hundred need fewer. */
export type UntilEmpty = { p10: number; p50: number; p85: number; p90: number };

/**
 * The percentiles of `sprintsUntilEmpty` that are shown: the ends of the interval, and by when it probably and almost
 * certainly runs dry. metrics.md §2.
 */
export const untilEmpty = (readySize: number, velocities: readonly number[]): UntilEmpty => {
  const draws = sprintsUntilEmpty(readySize, velocities);
  const [p10, p50, p85, p90] = quantiles(draws, [0.1, 0.5, 0.85, 0.9]) as [number, number, number, number];
  return { p10, p50, p85, p90 };
};
