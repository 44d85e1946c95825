import type { ItemRead } from "../../../src/model/tracker-read.ts";
import type { IssueNode, TimelineNode } from "../../../src/sources/github/answers.ts";
import { titleKeys } from "../../../src/sources/github/milestone-titles.ts";
import { pseudonyms } from "../../../src/sources/github/people.ts";
import type { GithubReading } from "../../../src/sources/github/reading.ts";
import { reduceIssue, settled } from "../../../src/sources/github/reduce-issue.ts";

/** A bare day is its noon. */
export const at = (text: string): string => (text.length === 10 ? `${text}T12:00:00Z` : text);

export const reading = (given: Partial<GithubReading> = {}): GithubReading =>
  Object.freeze({
    repository: "acme/shop",
    titles: true,
    descriptionMin: 1,
    acceptanceHeadings: null,
    zeroIsSize: false,
    estimateField: null,
    milestones: true,
    titleKey: titleKeys("R_1"),
    board: "PVT_4",
    personOf: pseudonyms("R_1"),
    ...given,
  });

let number = 0;

/** One event of a timeline; ana did it, unless told otherwise. */
export const node = (typename: string, day: string, given: Partial<TimelineNode> = {}): TimelineNode => {
  number += 1;
  return Object.freeze({
    __typename: typename,
    id: `E_${number}`,
    createdAt: at(day),
    actor: { __typename: "User", login: "ana" },
    ...given,
  });
};

/** An open issue of 5 January. */
export const issue = (given: Partial<IssueNode> = {}): IssueNode =>
  Object.freeze({
    id: "I_1",
    number: 1,
    title: "Pay by card",
    body: "",
    url: "https://github.example/acme/shop/issues/1",
    state: "OPEN",
    stateReason: null,
    createdAt: at("2026-01-05"),
    updatedAt: at("2026-01-20"),
    closedAt: null,
    lastEditedAt: null,
    includesCreatedEdit: false,
    author: { __typename: "User", login: "ana" },
    milestone: null,
    labels: { totalCount: 0, nodes: [] },
    timelineItems: { filteredCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] },
    ...given,
  });

const MILESTONES: Readonly<Record<string, string>> = {
  "Sprint 1": "MI_1",
  "Sprint One": "MI_1",
  "Sprint 2": "MI_2",
};

/** An issue as the history takes it; the milestones of the titles "Sprint 1" (or "One") and "Sprint 2" are known. */
export const reduced = (
  given: Partial<IssueNode>,
  options: { timeline: readonly TimelineNode[]; reading?: GithubReading },
): ItemRead => {
  const own = options.reading ?? reading();
  const keys = new Map(Object.entries(MILESTONES).map(([title, id]) => [own.titleKey(title), id]));
  const raw = reduceIssue(issue(given), { timeline: options.timeline, reading: own });
  return settled(raw, (value) => (value?.startsWith("title:") ? (keys.get(value) ?? null) : value));
};
