import type { Actor } from "./answers.ts";

/** What of a team's configuration and of the repository shapes how its issues are read. */
export type GithubReading = {
  /** `owner/name`, as GitHub spells it. */
  repository: string;
  /** Keep titles: only where they may be published. */
  titles: boolean;
  descriptionMin: number;
  acceptanceHeadings: readonly string[] | null;
  zeroIsSize: boolean;
  /** Name of the issue field that holds the estimate; `null` where labels or the board do. */
  estimateField: string | null;
  /** The milestone is the sprint; else the board's iteration is. */
  milestones: boolean;
  /** Stands for the milestone that a title names until all issues are read: only then is it known whose it is. */
  titleKey: (title: string) => string;
  /** Node id of the team's board: only its status is the item's. */
  board: string | null;
  /** A pseudonym of whoever did something. */
  personOf: (actor: Actor | undefined) => string;
};
