/** Sizes and velocity of what was finished: metrics.md §1. The build and the what-if page use the same. */
import { mean, median, sum } from "./stats.ts";

export type Unit = "points" | "items";

/** Fewer finished sprints than this give no velocity: metrics.md §1. */
export const FEWEST_SPRINTS = 3;

export type Velocity = {
  /** Mean finished size a sprint; `null` when unknown, never 0. */
  value: number | null;
  /** Finished size of each sprint of the window, oldest first; null where a size is unknown. */
  sprints: (number | null)[];
  /** What an item without an estimate counts as; `null` when no finished item had one. */
  median: number | null;
  /** Why the velocity is unknown. */
  reason: string | null;
};

/** The estimates of the items that one sprint finished; null for one without. */
type Finished = readonly (number | null)[];

/** Of what an item without an estimate counts as, and in which unit. */
export type Measure = { unit: Unit; imputation: number | null };

/** The size of one open item. */
export const sizeOf = (
  estimate: number | null,
  { unit, imputation }: Measure,
): { size: number | null; imputed: boolean } => {
  if (unit === "items") return { size: 1, imputed: false };
  return estimate === null ? { size: imputation, imputed: true } : { size: estimate, imputed: false };
};

/** The size of what a sprint finished; unknown when one of its items has no estimate and none can be imputed. */
export const finishedSize = (estimates: Finished, { unit, imputation }: Measure): number | null => {
  if (unit === "items") return estimates.length;
  const sizes = estimates.map((estimate) => estimate ?? imputation);
  return sizes.includes(null) ? null : sum(sizes as number[]);
};

/**
 * The mean of a window of ended sprints.
 * @param window what each of them finished, oldest first
 * @example velocityOf([[8, 10], [22], [20]], "points").value // 20
 */
export const velocityOf = (window: readonly Finished[], unit: Unit): Velocity => {
  const estimates = window.flat().filter((estimate) => estimate !== null);
  const imputation = unit === "items" ? null : median(estimates);
  const sprints = window.map((finished) => finishedSize(finished, { unit, imputation }));
  const known = sprints.includes(null) ? null : mean(sprints as number[]);
  const reason =
    window.length < FEWEST_SPRINTS
      ? `${window.length} of ${FEWEST_SPRINTS} finished sprints`
      : known === null
        ? "no finished item has an estimate"
        : known === 0
          ? `nothing was finished in the last ${window.length} sprints`
          : null;
  return { value: reason === null ? known : null, sprints, median: imputation, reason };
};
