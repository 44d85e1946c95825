/** Cards a page: 101 requests, one point. */
export const BOARD_SIZE = 100;

/**
 * The cards of a board in the order that people gave them by hand, archived ones too where the server can show them.
 *
 * Titles, texts and people are not read; of a card that is no issue, only that it is there. A card of type
 * `REDACTED` has content that the token can't see.
 */
export const BOARD_ITEMS = `
query BoardItems($login: String!, $number: Int!, $pageSize: Int!, $cursor: String) {
  rateLimit { cost remaining resetAt }
  repositoryOwner(login: $login) {
    __typename
    ... on ProjectV2Owner { projectV2(number: $number) { ...Board } }
  }
}

fragment Board on ProjectV2 {
  id
  number
  items(
    first: $pageSize, after: $cursor, orderBy: { field: POSITION, direction: ASC }, archivedStates: [NOT_ARCHIVED, ARCHIVED]
  ) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
      id type isArchived createdAt updatedAt
      content {
        __typename
        ... on Issue { id number repository { nameWithOwner } }
      }
      fieldValues(first: 50) {
        nodes {
          __typename
          ... on ProjectV2ItemFieldValueCommon { updatedAt field { ... on ProjectV2FieldCommon { name } } }
          ... on ProjectV2ItemFieldSingleSelectValue { name }
          ... on ProjectV2ItemFieldIterationValue { iterationId }
          ... on ProjectV2ItemFieldNumberValue { number }
        }
      }
    }
  }
}
`;
