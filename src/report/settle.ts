import type { TeamConfig } from "../config/team-config.ts";
import type { ReadyRule } from "../model/ready.ts";
import type { SprintPlan } from "../model/sprint.ts";
import type { StageRules } from "../model/stage.ts";

/** A team's configuration in the words of the model: the one place where the two meet. */
export const stageRules = (team: TeamConfig): StageRules => ({
  ...team.statuses,
  ignoreTypes: team.ignoreTypes,
  readyStatuses: team.ready?.status ?? [],
});

/** `null`: the default rule. */
export const readyRule = (team: TeamConfig): ReadyRule | null =>
  team.ready && {
    checks: team.ready.checks,
    status: team.ready.status,
    labels: team.ready.labels,
    descriptionMin: team.ready.descriptionMin ?? 1,
    maxSize: team.ready.maxSize,
  };

/** `null` where no sprints are configured, or only the source could tell them. */
export const sprintPlan = (team: TeamConfig): SprintPlan | null =>
  team.sprints === null || team.sprints.kind === "source" ? null : team.sprints;
