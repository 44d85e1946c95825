import type { TeamConfig } from "../config/team-config.ts";
import type { BacklogOptions } from "../history/backlog.ts";
import { parseEstimate } from "../lib/estimate-text.ts";
import { matchGlob } from "../lib/glob.ts";
import type { Names } from "../model/names.ts";
import type { ReadyRule } from "../model/ready.ts";
import type { SprintPlan } from "../model/sprint.ts";
import type { StageRules } from "../model/stage.ts";
import { planOfTracker } from "../model/tracker-sprints.ts";

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

/** `null` where no sprints are configured, or only the source could tell them and does not. */
export const sprintPlan = (team: TeamConfig, names: Names): SprintPlan | null => {
  if (team.sprints === null) return null;
  if (team.sprints.kind !== "source") return team.sprints;
  const { from, exclude } = team.sprints;
  return from === "export" || names.sprints.size === 0
    ? null
    : planOfTracker(names.sprints.values(), { from, exclude });
};

/** How the stored facts of a team are read: ids of labels and sprints by today's names, and a label as the estimate. */
export const viewOf = (team: TeamConfig, names: Names): Pick<BacklogOptions, "view" | "isEstimateLabel"> => {
  if (team.source.kind === "exports") return {};
  const { labels: pattern, zero } = team.estimate;
  const bySprint = team.sprints?.kind === "source";
  const isEstimate = (name: string): boolean => pattern !== null && matchGlob(pattern, name) !== null;
  const estimateIn = (labels: readonly string[]): number | null => {
    const label = labels.findLast(isEstimate);
    const text = label === undefined ? null : matchGlob(pattern!, label);
    const value = text === null ? null : parseEstimate(text, { zeroIsSize: zero === "size" });
    return value === "unreadable" ? null : value;
  };
  return {
    view: (facts) => {
      const labels = (facts.labels ?? []).flatMap((id) => names.labels.get(id) ?? []);
      return {
        ...facts,
        labels,
        estimate: pattern === null ? facts.estimate : estimateIn(labels),
        // Sprints of the tracker's own are found by id; those of the configuration by what it calls them.
        sprint:
          bySprint || facts.sprint === null ? facts.sprint : (names.sprints.get(facts.sprint)?.title ?? null),
      };
    },
    isEstimateLabel: (id) => isEstimate(names.labels.get(id) ?? ""),
  };
};
