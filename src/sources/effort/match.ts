import type { EffortMatch } from "../../config/team-config.ts";
import { fold } from "../../lib/text.ts";

/** What counts as refinement where `effort.match` says nothing. */
export const DEFAULT_MATCH: EffortMatch = {
  project: [],
  tag: [],
  text: ["refinement", "grooming", "backlog refinement", "verfeinerung", "refinamiento"],
};

/** What an entry of a time tracker, or an event, has to be known by. */
export type Marks = { projects: readonly string[]; tags: readonly string[]; texts: readonly string[] };

/**
 * Tells refinement from other work: an entry counts when its project or one of its tags is named by the rule, or when one
 * of its texts contains one of the rule's. Everything is compared after `fold`.
 */
export const matcherOf = (match: EffortMatch): ((marks: Marks) => boolean) => {
  const projects = new Set(match.project.map(fold));
  const tags = new Set(match.tag.map(fold));
  const words = match.text.map(fold);
  return (marks) =>
    marks.projects.some((name) => projects.has(fold(name))) ||
    marks.tags.some((name) => tags.has(fold(name))) ||
    marks.texts.some((text) => {
      const folded = fold(text);
      return words.some((word) => folded.includes(word));
    });
};

/** A rule that fits nothing is more often a slip than a team that never refines, so it is said. */
export const noneMatched = (file: string, seen: string) => ({
  id: "session-none-matched",
  where: file,
  text: `none of its ${seen} is refinement by effort.match; nothing of this file is counted`,
});
