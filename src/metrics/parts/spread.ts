import { quantiles, sum } from "../../lib/stats.ts";

/** Days from creation to finish of items, by their estimate. */
export type Leads = ReadonlyMap<number, readonly number[]>;

export type Spread = {
  estimate: number;
  items: number;
  /** Percentiles of type 7, in days; `null` of too few items. */
  median: number | null;
  p85: number | null;
  /** 85th ÷ 50th percentile; `null` of too few items, or where half of them took no time. */
  ratio: number | null;
};

/** Fewer items than this have no 85th percentile worth the name: the largest of them would nearly be it. */
export const FEWEST_LEADS = 5;

const ratioOf = (days: readonly number[]): Pick<Spread, "median" | "p85" | "ratio"> => {
  if (days.length < FEWEST_LEADS) return { median: null, p85: null, ratio: null };
  const [middle, p85] = quantiles(days, [0.5, 0.85]) as [number, number];
  return { median: middle, p85, ratio: middle > 0 ? p85 / middle : null };
};

/**
 * How far times from creation to finish lie apart, within each value of the estimate and in all.
 * @param leads of some sprints, taken together
 */
export const spreadOf = (
  leads: readonly Leads[],
): { value: number | null; pooled: number | null; byEstimate: Spread[] } => {
  const estimates = new Set(leads.flatMap((own) => [...own.keys()]));
  const byEstimate = [...estimates]
    .sort((a, b) => a - b)
    .map((estimate) => {
      const days = leads.flatMap((own) => own.get(estimate) ?? []);
      return { estimate, items: days.length, ...ratioOf(days) };
    });
  const rated = byEstimate.filter(({ ratio }) => ratio !== null);
  const items = sum(rated.map((one) => one.items));
  return {
    // Each value counts by its items, so that a rare estimate does not speak for all.
    value: items === 0 ? null : sum(rated.map((one) => one.ratio! * one.items)) / items,
    pooled: ratioOf(leads.flatMap((own) => [...own.values()].flat())).ratio,
    byEstimate,
  };
};
