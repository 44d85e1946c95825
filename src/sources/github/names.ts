import { matchGlob } from "../../lib/glob.ts";
import { fold } from "../../lib/text.ts";
import type { Names, TrackerSprint } from "../../model/names.ts";
import { iterationSprints, milestoneSprint, type RepositoryOverview } from "./read-overview.ts";
import type { GithubSettings } from "./settings.ts";

/** Whether the milestone is an item's sprint; where a board has iterations and nothing else is said, they are. */
export const sprintIsMilestone = (settings: GithubSettings, overview: RepositoryOverview): boolean =>
  settings.sprintsFrom === null
    ? overview.board === null || iterationSprints(overview.board).length === 0
    : settings.sprintsFrom === "milestones";

/** A milestone says only when it ends; an iteration always says when it begins. */
const isMilestone = ({ start }: TrackerSprint): boolean => start === null;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Whether a milestone or an iteration is one of the team's sprints; what else they are called is nobody's business. */
export const isSprintOf = ({
  sprintsFrom,
  sprintNames,
}: GithubSettings): ((sprint: TrackerSprint) => boolean) => {
  if (sprintsFrom !== null) return ({ end }) => end !== null;
  const patterns = sprintNames.map((name) => {
    const [before = "", after] = fold(name).split("{n}");
    return new RegExp(`^${escaped(before)}${after === undefined ? "" : `\\d+${escaped(after)}`}$`);
  });
  return ({ title }) => patterns.some((pattern) => pattern.test(fold(title)));
};

/** Today's names of labels that the configuration asks for, and of sprints; a sprint that was deleted was one all the same. */
export const namesNow = (
  overview: RepositoryOverview,
  options: { settings: GithubSettings; known: Names; milestones: boolean },
): Names => {
  const { settings, known, milestones } = options;
  const { readyLabels, estimateLabels } = settings;
  const wanted = new Set(readyLabels.map(fold));
  const isWanted = (name: string): boolean =>
    wanted.has(fold(name)) || (estimateLabels !== null && matchGlob(estimateLabels, name) !== null);
  const now = milestones
    ? overview.milestones.map(milestoneSprint)
    : overview.board === null
      ? []
      : iterationSprints(overview.board);
  const sprints = new Map([...known.sprints].filter(([, sprint]) => isMilestone(sprint) === milestones));
  for (const sprint of now.filter(isSprintOf(settings))) sprints.set(sprint.id, sprint);
  // So was a label: what had it then had it, though nothing is called so any more.
  const labels = new Map(known.labels);
  for (const { id, name } of overview.labels) labels.set(id, name);
  return { labels: new Map([...labels].filter(([, name]) => isWanted(name))), sprints };
};
