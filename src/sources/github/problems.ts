import type { Problem } from "../../model/observation.ts";
import { isTitleKey, type MilestoneOf } from "./milestone-titles.ts";
import type { PageItem, PendingState } from "./pending.ts";

/** Whether something of an issue's past names a milestone by a title that none has, and the history does not know it either. */
const wasNowhere = (
  { id, read }: PageItem,
  { placed, milestoneOf }: { placed: ReadonlySet<string>; milestoneOf: MilestoneOf },
): boolean => {
  const isLost = (value: string | null | undefined): boolean =>
    isTitleKey(value) && milestoneOf(value) === null;
  return (
    (isLost(read.first.sprint) && !placed.has(id)) ||
    read.events.some(({ event, set }) => isLost(set?.sprint) && !placed.has(event))
  );
};

/** What could not be read, or not be understood, of the issues that were: located by their numbers, without a title or a name. */
export const problemsOf = (
  { items, edits, unread }: PendingState,
  options: { placed: ReadonlySet<string>; milestoneOf: MilestoneOf },
): Problem[] => [
  ...[...unread.keys()].map((number) => ({
    id: "issue-unread",
    where: `#${number}`,
    text: "GitHub did not give this issue; the next run asks again",
  })),
  ...[...edits.values()]
    .filter(({ history }) => history === null)
    .map(({ id }) => ({
      id: "description-history-unusable",
      where: id,
      text: "the versions of its description do not end in the description as it is",
    })),
  ...[...items.values()]
    .filter((item) => wasNowhere(item, options))
    .map(({ id }) => ({
      id: "milestone-unknown",
      where: id,
      text: "it was in a milestone that was renamed or deleted since, so that it is taken for having been in none",
    })),
];
