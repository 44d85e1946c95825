import type { TeamConfig } from "../config/team-config.ts";
import { type Backlog, openBacklog } from "../history/backlog.ts";
import type { History } from "../history/record.ts";
import type { Measured, MetricOptions } from "../metrics/define.ts";
import { measureMetric } from "../metrics/measure.ts";
import { sizingOf } from "../metrics/parts/sizing.ts";
import { metrics } from "../metrics/registry.ts";
import type { Session } from "../model/session.ts";
import { planSprints } from "../model/sprint.ts";
import { baselineOf } from "./baseline.ts";
import { readyRule, sprintPlan, stageRules, viewOf } from "./settle.ts";

export type TeamInput = {
  team: TeamConfig;
  history: History;
  sessions: readonly Session[] | null;
  asOf: number;
};

/** A team's backlog through time, read by its configuration. */
export const openTeam = ({ team, history, asOf }: Omit<TeamInput, "sessions">): Backlog => {
  const plan = sprintPlan(team, history.names);
  return openBacklog(history, {
    asOf,
    zone: team.timezone,
    sprints: plan === null ? [] : planSprints(plan, { zone: team.timezone, asOf }),
    match: team.sprints?.match ?? null,
    stages: stageRules(team),
    rule: readyRule(team),
    ...viewOf(team, history.names),
  });
};

export type MeasuredTeam = {
  backlog: Backlog;
  options: MetricOptions;
  /** Every registered metric's result, by its id. */
  results: Map<string, Measured>;
};

/** Every metric of a team, by what its history, its log and its configuration tell at as-of. */
export const measureTeam = (input: TeamInput): MeasuredTeam => {
  const { team, asOf } = input;
  const backlog = openTeam(input);
  const options: MetricOptions = {
    band: team.band,
    sizing: sizingOf(backlog, { sprints: team.velocity.sprints, unit: team.unit }),
    capacity: team.capacity,
    sessions: input.sessions,
    guideline: team.effort.guideline,
    baseline: baselineOf(team, asOf),
  };
  const results = new Map(metrics.map((metric) => [metric.id, measureMetric(metric, backlog, options)]));
  return { backlog, options, results };
};
