import { randomLcg } from "d3-random";

export type Dice = {
  /** True with the probability given. */
  chance(probability: number): boolean;
  /** A number between two bounds. */
  between(low: number, high: number): number;
  /** A whole number between two bounds, both included. */
  whole(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
};

/** Seeded, so that the demo's files come out the same on every run. */
export function diceOf(seed: number): Dice {
  const next = randomLcg(seed);
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    chance: (probability) => next() < probability,
    between: (low, high) => low + next() * (high - low),
    whole,
    pick: <T>(list: readonly T[]) => list[whole(0, list.length - 1)] as T,
  };
}
