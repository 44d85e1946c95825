/**
 * The events that are asked for. A server that does not know one fails the whole query, so what is sent is this list
 * as far as the server knows it: `knownItemTypes`.
 */
export const ITEM_TYPES = [
  "LABELED_EVENT",
  "UNLABELED_EVENT",
  "MILESTONED_EVENT",
  "DEMILESTONED_EVENT",
  "ASSIGNED_EVENT",
  "UNASSIGNED_EVENT",
  "RENAMED_TITLE_EVENT",
  "CLOSED_EVENT",
  "REOPENED_EVENT",
  "SUB_ISSUE_ADDED_EVENT",
  "SUB_ISSUE_REMOVED_EVENT",
  "PARENT_ISSUE_ADDED_EVENT",
  "PARENT_ISSUE_REMOVED_EVENT",
  "ADDED_TO_PROJECT_V2_EVENT",
  "REMOVED_FROM_PROJECT_V2_EVENT",
  "PROJECT_V2_ITEM_STATUS_CHANGED_EVENT",
  "CONVERTED_FROM_DRAFT_EVENT",
  "ISSUE_TYPE_ADDED_EVENT",
  "ISSUE_TYPE_CHANGED_EVENT",
  "ISSUE_TYPE_REMOVED_EVENT",
  "ISSUE_FIELD_ADDED_EVENT",
  "ISSUE_FIELD_CHANGED_EVENT",
  "ISSUE_FIELD_REMOVED_EVENT",
  "BLOCKED_BY_ADDED_EVENT",
  "BLOCKED_BY_REMOVED_EVENT",
  "BLOCKING_ADDED_EVENT",
  "BLOCKING_REMOVED_EVENT",
  "MARKED_AS_DUPLICATE_EVENT",
  "UNMARKED_AS_DUPLICATE_EVENT",
  "TRANSFERRED_EVENT",
  "CONVERTED_TO_DISCUSSION_EVENT",
  "ISSUE_COMMENT",
  "COMMENT_DELETED_EVENT",
] as const;

/**
 * Of whom an event is, only the login and whether it is a bot; of comments nothing but when and by whom; of assignees,
 * duplicates, closing commits and discussions nothing.
 */
export const TIMELINE_NODE = `
fragment TimelineNode on IssueTimelineItems {
  __typename
  ... on Node { id }
  ... on LabeledEvent { createdAt actor { ...Who } label { id name } }
  ... on UnlabeledEvent { createdAt actor { ...Who } label { id name } }
  ... on MilestonedEvent { createdAt actor { ...Who } milestoneTitle }
  ... on DemilestonedEvent { createdAt actor { ...Who } milestoneTitle }
  ... on AssignedEvent { createdAt actor { ...Who } }
  ... on UnassignedEvent { createdAt actor { ...Who } }
  ... on RenamedTitleEvent { createdAt actor { ...Who } previousTitle currentTitle }
  ... on ClosedEvent { createdAt actor { ...Who } stateReason }
  ... on ReopenedEvent { createdAt actor { ...Who } stateReason }
  ... on SubIssueAddedEvent { createdAt actor { ...Who } subIssue { ...Ref } }
  ... on SubIssueRemovedEvent { createdAt actor { ...Who } subIssue { ...Ref } }
  ... on ParentIssueAddedEvent { createdAt actor { ...Who } parent { ...Ref } }
  ... on ParentIssueRemovedEvent { createdAt actor { ...Who } parent { ...Ref } }
  ... on AddedToProjectV2Event { createdAt actor { ...Who } wasAutomated project { id number } }
  ... on RemovedFromProjectV2Event { createdAt actor { ...Who } wasAutomated project { id number } }
  ... on ProjectV2ItemStatusChangedEvent {
    createdAt actor { ...Who } wasAutomated previousStatus status project { id number }
  }
  ... on ConvertedFromDraftEvent { createdAt actor { ...Who } wasAutomated project { id number } }
  ... on IssueTypeAddedEvent { createdAt actor { ...Who } issueType { id name } }
  ... on IssueTypeChangedEvent { createdAt actor { ...Who } issueType { id name } prevIssueType { id name } }
  ... on IssueTypeRemovedEvent { createdAt actor { ...Who } issueType { id name } }
  ... on IssueFieldAddedEvent { createdAt actor { ...Who } issueField { ...FieldName } value options { name } }
  ... on IssueFieldChangedEvent {
    createdAt actor { ...Who } issueField { ...FieldName }
    previousValue newValue previousOptions { name } newOptions { name }
  }
  ... on IssueFieldRemovedEvent { createdAt actor { ...Who } issueField { ...FieldName } }
  ... on BlockedByAddedEvent { createdAt actor { ...Who } blockingIssue { ...Ref } }
  ... on BlockedByRemovedEvent { createdAt actor { ...Who } blockingIssue { ...Ref } }
  ... on BlockingAddedEvent { createdAt actor { ...Who } blockedIssue { ...Ref } }
  ... on BlockingRemovedEvent { createdAt actor { ...Who } blockedIssue { ...Ref } }
  ... on MarkedAsDuplicateEvent { createdAt actor { ...Who } }
  ... on UnmarkedAsDuplicateEvent { createdAt actor { ...Who } }
  ... on TransferredEvent { createdAt actor { ...Who } fromRepository { nameWithOwner } }
  ... on ConvertedToDiscussionEvent { createdAt actor { ...Who } }
  ... on IssueComment { createdAt lastEditedAt isMinimized author { ...Who } }
  ... on CommentDeletedEvent { createdAt actor { ...Who } }
}

fragment Who on Actor { __typename login }

fragment Ref on Issue { id number repository { nameWithOwner } }

fragment FieldName on IssueFields {
  ... on IssueFieldCommon { name dataType }
  ... on Node { id }
}
`;

/** Fields that a classic token without the scope `read:project` may not even ask for: to be left out of a document. */
export const PROJECT_FIELDS: readonly string[] = [
  "AddedToProjectV2Event.project",
  "RemovedFromProjectV2Event.project",
  "ProjectV2ItemStatusChangedEvent.project",
  "ConvertedFromDraftEvent.project",
];

/** Events of one issue beyond those that came with it: page through with `readPages`. */
export const TIMELINE_PAGE = `
query TimelinePage($id: ID!, $pageSize: Int!, $cursor: String, $itemTypes: [IssueTimelineItemsItemType!]!) {
  rateLimit { cost remaining resetAt }
  node(id: $id) {
    __typename
    ... on Issue {
      id
      timelineItems(first: $pageSize, after: $cursor, itemTypes: $itemTypes) {
        filteredCount
        pageInfo { hasNextPage endCursor }
        nodes { ...TimelineNode }
      }
    }
  }
}
${TIMELINE_NODE}`;
