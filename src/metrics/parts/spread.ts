import { quantiles, sum } from "../../lib/stats.ts";

/** From creation to finish, in days, of an item that was estimated so. */
export type Lead = { estimate: number; days: number };

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

const daysByEstimate = (leads: readonly Lead[]): Map<number, number[]> => {
  const byEstimate = new Map<number, number[]>();
  for (const { estimate, days } of leads) {
    const own = byEstimate.get(estimate);
    if (own) own.push(days);
    else byEstimate.set(estimate, [days]);
  }
  return byEstimate;
};

/** How far times from creation to finish lie apart, within each value of the estimate and in all. */
export const spreadOf = (
  leads: readonly Lead[],
): { value: number | null; pooled: number | null; byEstimate: Spread[] } => {
  const byEstimate = [...daysByEstimate(leads)]
    .sort(([a], [b]) => a - b)
    .map(([estimate, days]) => ({ estimate, items: days.length, ...ratioOf(days) }));
  const rated = byEstimate.filter(({ ratio }) => ratio !== null);
  const items = sum(rated.map((one) => one.items));
  return {
    // Each value counts by its items, so that a rare estimate does not speak for all.
    value: items === 0 ? null : sum(rated.map((one) => one.ratio! * one.items)) / items,
    pooled: ratioOf(leads.map(({ days }) => days)).ratio,
    byEstimate,
  };
};
