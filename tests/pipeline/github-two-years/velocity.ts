import { estimateOf, type Sprint, standAt } from "./ledger.ts";
import { percentile, total } from "./numbers.ts";
import type { World } from "./rule.ts";

const WINDOW = 5;
const FEWEST = 3;

/** Estimates (null for none) of what was finished in a sprint, as of its end, or as of as-of while it runs. */
export const finishedIn = ({ ledger, asOf }: World, { start, end }: Sprint): (number | null)[] => {
  const t = Math.min(end, asOf);
  return [...ledger.items.values()].flatMap((item) => {
    const stand = standAt(item, t);
    if (stand?.closed !== "finished") return [];
    const at = stand.closedAt!;
    if (at < start || at >= end) return [];
    return [estimateOf(standAt(item, at)!)];
  });
};

/** Sprints that ended by t, once there was anything to finish. */
const windowAt = ({ ledger, sprints }: World, t: number): Sprint[] => {
  const begin = Math.min(...[...ledger.items.values()].map(({ arrivedAt }) => arrivedAt));
  return sprints.filter(({ end }) => end <= t && end > begin).slice(-WINDOW);
};

const unitOf = (world: World): "points" | "items" => {
  if (world.unit) return world.unit;
  const all = windowAt(world, world.asOf).flatMap((sprint) => finishedIn(world, sprint));
  const estimated = all.filter((estimate) => estimate !== null);
  return all.length > 0 && estimated.length / all.length >= 0.6 ? "points" : "items";
};

/** The median estimate by which an item without one counts at t. */
const usualAt = (world: World, t: number): number | null =>
  percentile(
    windowAt(world, t).flatMap((sprint) => finishedIn(world, sprint).filter((one) => one !== null)),
    0.5,
  );

export const sizeAt = (world: World, estimate: number | null, t: number): number | null =>
  unitOf(world) === "items" ? 1 : (estimate ?? usualAt(world, t));

export const finishedSize = (world: World, sprint: Sprint, t: number): number | null => {
  const sizes = finishedIn(world, sprint).map((estimate) => sizeAt(world, estimate, t));
  return sizes.includes(null) ? null : total(sizes as number[]);
};

export const velocityAt = (world: World, t: number): number | null => {
  const window = windowAt(world, t);
  const sizes = window.map((sprint) => finishedSize(world, sprint, t));
  if (window.length < FEWEST || sizes.includes(null)) return null;
  return total(sizes as number[]) / window.length || null;
};
