const MILESTONES = `totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id number title dueOn state createdAt closedAt }`;

const LABELS = `totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id name }`;

const SERVER = `rateLimit { cost remaining resetAt }
  itemTypes: __type(name: "IssueTimelineItemsItemType") { enumValues { name } }
  events: __type(name: "IssueTimelineItems") { possibleTypes { name fields { name } } }
  fieldValues: __type(name: "IssueFieldValue") { possibleTypes { name } }
  issue: __type(name: "Issue") { fields { name args { name } } }
  board: __type(name: "ProjectV2") { fields { name args { name } } }`;

const REPOSITORY = `repository(owner: $owner, name: $name) {
    id
    nameWithOwner
    isPrivate
    isArchived
    visibility
    issues { totalCount }
    milestones(first: 100) {
      ${MILESTONES}
    }
    labels(first: 100) {
      ${LABELS}
    }
  }`;

/**
 * The first request of a run without a board. It does not so much as mention one: a classic token without the scope
 * may not even ask.
 */
export const OVERVIEW_WITHOUT_BOARD = `
query Overview($owner: String!, $name: String!) {
  ${SERVER}
  ${REPOSITORY}
}
`;

/**
 * The first request of a run: what the server knows, and everything whose change no issue shows: labels, milestones,
 * the fields and iterations of the board.
 *
 * Every server answers it as it stands; the others go through `prune` with its `Capabilities`.
 */
export const OVERVIEW = `
query Overview($owner: String!, $name: String!, $login: String!, $number: Int!) {
  ${SERVER}
  ${REPOSITORY}
  repositoryOwner(login: $login) {
    __typename
    ... on ProjectV2Owner {
      projectV2(number: $number) {
        id
        number
        closed
        fields(first: 100) {
          totalCount
          nodes {
            __typename
            ... on ProjectV2FieldCommon { id name dataType }
            ... on ProjectV2SingleSelectField { options { id name } }
            ... on ProjectV2IterationField {
              configuration {
                duration
                startDay
                iterations { id title startDate duration }
                completedIterations { id title startDate duration }
              }
            }
          }
        }
      }
    }
  }
}
`;

/** Labels beyond the first hundred: page through with `readPages`, page size 100. */
export const LABELS_PAGE = `
query LabelsPage($owner: String!, $name: String!, $pageSize: Int!, $cursor: String) {
  rateLimit { cost remaining resetAt }
  repository(owner: $owner, name: $name) {
    labels(first: $pageSize, after: $cursor) {
      ${LABELS}
    }
  }
}
`;

/** Milestones beyond the first hundred: page through with `readPages`, page size 100. */
export const MILESTONES_PAGE = `
query MilestonesPage($owner: String!, $name: String!, $pageSize: Int!, $cursor: String) {
  rateLimit { cost remaining resetAt }
  repository(owner: $owner, name: $name) {
    milestones(first: $pageSize, after: $cursor) {
      ${MILESTONES}
    }
  }
}
`;
