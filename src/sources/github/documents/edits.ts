/** Issues whose edits are asked for at once: 100 requests, one point. */
export const EDITS_BATCH = 100;

/** Edits that come with an issue; the rest is read with `BODY_EDITS_PAGE`. */
const EDITS = 50;

const EDIT = `
fragment Edit on UserContentEdit { id editedAt deletedAt editor { __typename login } diff }
`;

/**
 * Every version of the descriptions of some issues. `diff` is the whole text after the edit, `body` the text now: where
 * the newest version is another than `body`, the history can't be relied on.
 */
export const BODY_EDITS = `
query BodyEdits($ids: [ID!]!) {
  rateLimit { cost remaining resetAt }
  nodes(ids: $ids) {
    __typename
    ... on Issue {
      id number body createdAt lastEditedAt includesCreatedEdit
      userContentEdits(first: ${EDITS}) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...Edit }
      }
    }
  }
}
${EDIT}`;

/** Edits of one issue beyond those that came with it: page through with `readPages`. */
export const BODY_EDITS_PAGE = `
query BodyEditsPage($id: ID!, $pageSize: Int!, $cursor: String) {
  rateLimit { cost remaining resetAt }
  node(id: $id) {
    __typename
    ... on Issue {
      id
      userContentEdits(first: $pageSize, after: $cursor) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...Edit }
      }
    }
  }
}
${EDIT}`;
