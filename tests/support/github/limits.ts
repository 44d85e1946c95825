import type { Cost } from "./cost.ts";
import { instantOf } from "./lookup.ts";
import type { Sight } from "./sight.ts";
import type { RateView } from "./views/scene.ts";

const HOUR = 3_600_000;

/** The hourly points of every token. */
export interface Limits {
  /** Takes the points of a query, unless too few are left. */
  readonly take: (
    token: string,
    query: { sight: Sight; cost: Cost; now: string },
  ) => RateView & { exceeded: boolean };
}

export const newLimits = (): Limits => {
  const hours = new Map<string, { used: number; resetAt: string }>();
  return {
    take: (token, { sight, cost, now }) => {
      const known = hours.get(token);
      const fresh = { used: 0, resetAt: instantOf(new Date(Date.parse(now) + HOUR).toISOString()) };
      const hour = known && now < known.resetAt ? known : fresh;
      hours.set(token, hour);
      const exceeded = hour.used + cost.points > sight.limit;
      if (!exceeded) hour.used += cost.points;
      const remaining = exceeded ? 0 : sight.limit - hour.used;
      const { used, resetAt } = hour;
      return {
        cost: cost.points,
        nodeCount: cost.nodes,
        limit: sight.limit,
        remaining,
        used,
        resetAt,
        exceeded,
      };
    },
  };
};

export const rateHeaders = ({ limit, remaining, used, resetAt }: RateView, resource: string) => ({
  "x-ratelimit-limit": String(limit),
  "x-ratelimit-remaining": String(remaining),
  "x-ratelimit-used": String(used),
  "x-ratelimit-reset": String(Math.floor(Date.parse(resetAt) / 1000)),
  "x-ratelimit-resource": resource,
});
