import type { BoardShape, Overview, RepositoryShape } from "../../../src/sources/github/answers.ts";
import { ITEM_TYPES } from "../../../src/sources/github/documents/timeline.ts";
import { listOf } from "./stub-client.ts";

const field = (name: string) => ({ name, args: [] });

/** A repository without labels, milestones and issues. */
const repositoryShape = (given: Partial<RepositoryShape> = {}): RepositoryShape =>
  Object.freeze({
    id: "R_1",
    nameWithOwner: "acme/shop",
    isPrivate: true,
    isArchived: false,
    visibility: "PRIVATE",
    issues: { totalCount: 0 },
    milestones: listOf([]),
    labels: listOf([]),
    ...given,
  });

/** Board 4 with a status and points. */
export const boardShape = (given: Partial<BoardShape> = {}): BoardShape => {
  const nodes = [
    { __typename: "ProjectV2SingleSelectField", name: "Status", dataType: "SINGLE_SELECT" },
    { __typename: "ProjectV2Field", name: "Points", dataType: "NUMBER" },
  ];
  return Object.freeze({
    id: "PVT_4",
    number: 4,
    closed: false,
    fields: { totalCount: nodes.length, nodes },
    ...given,
  });
};

/** The first answer of a server that knows every event; `null` as the repository or the board is one that is not seen. */
export const overviewOf = (given: {
  repository?: Partial<RepositoryShape> | null;
  board?: BoardShape | null;
  itemTypes?: readonly string[];
}): Overview => {
  const { repository, board, itemTypes = ITEM_TYPES } = given;
  const fields = ["issueType", "parent", "issueDependenciesSummary", "issueFieldValues"].map(field);
  return {
    rateLimit: null,
    itemTypes: { enumValues: itemTypes.map((name) => ({ name })) },
    events: { possibleTypes: [] },
    fieldValues: { possibleTypes: [] },
    issue: { fields },
    board: { fields: [] },
    repository: repository === null ? null : repositoryShape(repository),
    ...(board === undefined
      ? {}
      : { repositoryOwner: { __typename: "Organization", ...(board ? { projectV2: board } : {}) } }),
  };
};
