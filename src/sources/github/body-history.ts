import { codePoints } from "../../lib/text.ts";
import type { Facts } from "../../model/facts.ts";
import { hasAcceptanceCriteria } from "../acceptance.ts";
import type { BodyEdit } from "./answers.ts";
import type { GithubReading } from "./reading.ts";
import type { Reduced } from "./reduce-event.ts";

type BodyFacts = Pick<Facts, "described" | "acceptanceCriteria">;

/** What a description is measured by; the text itself is forgotten here. */
export const bodyFacts = (body: string, reading: GithubReading): BodyFacts => {
  const text = body.trim();
  return {
    described: codePoints(text) >= Math.max(1, reading.descriptionMin),
    acceptanceCriteria: hasAcceptanceCriteria(text, {
      headings: reading.acceptanceHeadings,
      markup: "markdown",
    }),
  };
};

/** Of a description of which no version is left. */
export const UNKNOWN_BODY: BodyFacts = { described: null, acceptanceCriteria: null };

const plain = (text: string): string => text.replaceAll(/\r\n?/g, "\n").trim();

/** Versions from the first to the last, whichever way round the server gives them. */
const oldestFirst = (edits: readonly BodyEdit[], body: string): BodyEdit[] => {
  const [one, other] = [edits[0], edits.at(-1)];
  if (!one || !other) return [];
  const isNow = ({ diff }: BodyEdit): boolean => diff !== null && plain(diff) === plain(body);
  // Within one second only the description as it is tells which version is the last.
  const isReversed =
    one.editedAt === other.editedAt ? isNow(one) && !isNow(other) : one.editedAt > other.editedAt;
  const versions = isReversed ? edits.toReversed() : [...edits];
  return versions.sort((a, b) => (a.editedAt < b.editedAt ? -1 : a.editedAt > b.editedAt ? 1 : 0));
};

/** How a description began and what its edits made of it. */
export type BodyHistory = { first: BodyFacts; events: readonly Reduced[] };

/**
 * The history of a description from its versions. `null` where the newest version is not the description as it is:
 * then GitHub's versions are something else than we take them for, and none of them is used.
 */
export const bodyHistory = (
  edits: readonly BodyEdit[],
  options: { body: string; includesCreation: boolean; reading: GithubReading },
): BodyHistory | null => {
  const { body, includesCreation, reading } = options;
  const versions = oldestFirst(edits, body);
  const newest = versions.at(-1);
  if (!newest || (newest.diff !== null && plain(newest.diff) !== plain(body))) return null;
  const [created] = versions;
  const beginning = includesCreation ? created!.diff : null;
  const changes = includesCreation ? versions.slice(1) : versions;
  return {
    first: beginning === null ? UNKNOWN_BODY : bodyFacts(beginning, reading),
    events: changes.map((edit) => ({
      at: edit.editedAt,
      event: edit.id,
      kind: "description",
      by: reading.personOf(edit.editor),
      // The text of a version that was deleted is gone; that it was written is not.
      ...(edit.diff === null ? {} : { set: bodyFacts(edit.diff, reading) }),
    })),
  };
};
