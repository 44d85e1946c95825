import type { TeamConfig } from "../config/team-config.ts";
import { addDays, startOfDay } from "../lib/dates.ts";
import type { Baseline } from "../metrics/define.ts";

/**
 * On which stretch of time the natural limits rest at as-of: since the last annotation that says that a new baseline
 * begins, or a stretch that the team has frozen, whichever begins later. `null`: on everything.
 */
export const baselineOf = (
  { annotations, baseline, timezone }: Pick<TeamConfig, "annotations" | "baseline" | "timezone">,
  asOf: number,
): Baseline | null => {
  const open = annotations
    .filter(({ newBaseline }) => newBaseline)
    .map(({ on }): Baseline => ({ from: startOfDay(on, timezone), to: Number.POSITIVE_INFINITY }));
  const frozen = baseline && {
    from: startOfDay(baseline.from, timezone),
    to: startOfDay(addDays(baseline.to, 1), timezone),
  };
  return [...(frozen ? [frozen] : []), ...open]
    .filter(({ from }) => from <= asOf)
    .reduce<Baseline | null>(
      (latest, one) => (latest === null || one.from >= latest.from ? one : latest),
      null,
    );
};
