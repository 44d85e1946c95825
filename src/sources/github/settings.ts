import type { TeamConfig } from "../../config/team-config.ts";

/** The part of a team's configuration that shapes how its issues are read; another one means: read all of them anew. */
export type GithubSettings = {
  owner: string;
  repository: string;
  project: { owner: string; number: number } | null;
  estimateField: string | null;
  estimateLabels: string | null;
  zeroIsSize: boolean;
  readyLabels: readonly string[];
  acceptanceHeadings: readonly string[] | null;
  descriptionMin: number;
  /** `null`: where the repository is open to everyone. */
  titles: boolean | null;
  /** Where the sprints come from; `null`: not from GitHub. */
  sprintsFrom: "milestones" | "iterations" | null;
  /** What the configuration calls its sprints, with `{n}` for a number: other names are not kept. */
  sprintNames: readonly string[];
};

const sprintNames = (sprints: TeamConfig["sprints"]): string[] => {
  if (sprints === null || sprints.kind === "source") return [];
  if (sprints.match !== null) return [sprints.match];
  return sprints.kind === "cadence" ? [sprints.namePattern] : sprints.list.map(({ name }) => name);
};

/** @throws TypeError for a team whose source is not GitHub: nobody may ask */
export const githubSettings = (team: TeamConfig): GithubSettings => {
  const { source, sprints, estimate, ready, publish } = team;
  if (source.kind !== "github") throw new TypeError(`${team.id} is no team on GitHub`);
  const from = sprints?.kind === "source" ? sprints.from : null;
  return {
    owner: source.owner,
    repository: source.repository,
    project: source.project,
    estimateField: estimate.field,
    estimateLabels: estimate.labels,
    zeroIsSize: estimate.zero === "size",
    readyLabels: ready?.labels ?? [],
    acceptanceHeadings: ready?.acceptanceHeadings ?? null,
    descriptionMin: ready?.descriptionMin ?? 1,
    titles: publish.titles,
    sprintsFrom: from === "export" ? null : from,
    sprintNames: sprintNames(sprints),
  };
};
