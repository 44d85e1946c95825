import { createHash } from "node:crypto";
import { compareKeys } from "../../lib/text.ts";
import type { Names } from "../../model/names.ts";

/** Tells a title from the id of a milestone, which GitHub never begins so. */
const PREFIX = "title:";

/** Hexadecimal digits of a title's key. */
const DIGITS = 16;

/** Stands for a milestone's title until it is known whose it is: a reading under way holds no names of a repository. */
export const titleKeys = (repository: string): ((title: string) => string) => {
  const known = new Map<string, string>();
  return (title) => {
    const found = known.get(title);
    if (found !== undefined) return found;
    const key =
      PREFIX + createHash("sha256").update(`${repository}\n${title}`).digest("hex").slice(0, DIGITS);
    known.set(title, key);
    return key;
  };
};

/** Whether a sprint is still the key of a title. */
export const isTitleKey = (value: string | null | undefined): value is string =>
  value?.startsWith(PREFIX) ?? false;

/** The milestone that a key stands for, `null` for one that nobody knows; what is no key stays as it is. */
export type MilestoneOf = (value: string | null) => string | null;

/** What an issue teaches: the key of the title under which it came into the milestone that it is in. */
export type Taught = { id: string; key: string; milestone: string };

/**
 * Finds a milestone by the key of a title that an event gives: today's, an earlier one, or one that an issue taught.
 * Asked only when all issues are read, so that it does not matter in which order, or in how many runs, they came.
 */
export const milestoneFinder = (options: {
  /** All that the repository has. */
  now: readonly { id: string; title: string }[];
  known: Names;
  taught: Iterable<Taught>;
  keyOf: (title: string) => string;
}): MilestoneOf => {
  const { now, known, taught, keyOf } = options;
  const milestones = new Map<string, string>();
  const learn = (key: string, milestone: string): void => {
    if (!milestones.has(key)) milestones.set(key, milestone);
  };
  for (const { id, title } of now) learn(keyOf(title), id);
  for (const { id, title } of known.sprints.values()) learn(keyOf(title), id);
  for (const { key, milestone } of [...taught].sort((a, b) => compareKeys(a.id, b.id))) learn(key, milestone);
  return (value) => (isTitleKey(value) ? (milestones.get(value) ?? null) : value);
};
