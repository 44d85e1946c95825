import { randomLcg } from "d3-random";

export const diceOf = (seed: number) => {
  const draw = randomLcg(seed);
  return {
    below: (n: number): number => Math.floor(draw() * n),
    chance: (p: number): boolean => draw() < p,
    pick: <T>(list: readonly T[]): T | undefined => list[Math.floor(draw() * list.length)],
  };
};

export type Dice = ReturnType<typeof diceOf>;
