import { TIMELINE_NODE } from "./timeline.ts";

/**
 * Issues a page. An issue costs three requests by GitHub's formula (labels, field values, timeline) and the page one:
 * 100 requests, one point. More would not cost less an issue, and comes nearer to the ten seconds that GitHub gives a query.
 */
export const PAGE_SIZE = 33;

/** Events that come with an issue; the rest is read with `TIMELINE_PAGE`. The most that GitHub allows. */
export const TIMELINE_SIZE = 100;

const ISSUE = `
fragment BacklogIssue on Issue {
  id number title body url
  state stateReason
  createdAt updatedAt closedAt lastEditedAt includesCreatedEdit
  author { ...Who }
  milestone { id number title }
  issueType { id name }
  parent { number repository { nameWithOwner } }
  issueDependenciesSummary { blockedBy }
  labels(first: 100) { totalCount nodes { id name } }
  issueFieldValues(first: 30) { nodes { ...IssueFieldValueNode } }
  timelineItems(first: $timelineSize, itemTypes: $itemTypes) {
    filteredCount
    pageInfo { hasNextPage endCursor }
    nodes { ...TimelineNode }
  }
}

fragment IssueFieldValueNode on IssueFieldValue {
  __typename
  ... on IssueFieldSingleSelectValue { field { ...FieldName } name optionId }
  ... on IssueFieldNumberValue { field { ...FieldName } number: value }
  ... on IssueFieldDateValue { field { ...FieldName } date: value }
  ... on IssueFieldMultiSelectValue { field { ...FieldName } options { id name } }
}
${TIMELINE_NODE}`;

/**
 * Issues in the order of their last change, with everything that is measured and every event.
 *
 * An issue has at most 100 labels, so that none are missing.
 */
export const BACKLOG_ISSUES = `
query BacklogIssues(
  $owner: String!, $name: String!, $since: DateTime!, $pageSize: Int!, $cursor: String,
  $timelineSize: Int!, $itemTypes: [IssueTimelineItemsItemType!]!
) {
  rateLimit { cost remaining resetAt }
  repository(owner: $owner, name: $name) {
    id
    nameWithOwner
    issues(
      first: $pageSize, after: $cursor, filterBy: { since: $since }, orderBy: { field: UPDATED_AT, direction: ASC }
    ) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { ...BacklogIssue }
    }
  }
}

${ISSUE}`;

/** Issues whose cards have moved, which GitHub does not count as a change of theirs; as many at once as on a page. */
export const ISSUES_BY_ID = `
query IssuesById($ids: [ID!]!, $timelineSize: Int!, $itemTypes: [IssueTimelineItemsItemType!]!) {
  rateLimit { cost remaining resetAt }
  nodes(ids: $ids) {
    __typename
    ... on Issue { ...BacklogIssue }
  }
}
${ISSUE}`;

/**
 * The same issues in the same order, so light that it is answered where `BACKLOG_ISSUES` is not even for one issue:
 * tells which issue that is, and the cursor behind it.
 */
export const NEXT_ISSUE = `
query NextIssue($owner: String!, $name: String!, $since: DateTime!, $cursor: String) {
  rateLimit { cost remaining resetAt }
  repository(owner: $owner, name: $name) {
    issues(first: 1, after: $cursor, filterBy: { since: $since }, orderBy: { field: UPDATED_AT, direction: ASC }) {
      pageInfo { hasNextPage endCursor }
      nodes { id number updatedAt }
    }
  }
}
`;

/** Issues a page of the sweep: 101 requests, one point. */
export const SWEEP_SIZE = 100;

/** All issues in the order of creation, only to see which are gone and which changed without a word. */
export const SWEEP = `
query Sweep($owner: String!, $name: String!, $pageSize: Int!, $cursor: String) {
  rateLimit { cost remaining resetAt }
  repository(owner: $owner, name: $name) {
    issues(first: $pageSize, after: $cursor, orderBy: { field: CREATED_AT, direction: ASC }) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id number updatedAt timelineItems(first: 1) { updatedAt filteredCount } }
    }
  }
}
`;
