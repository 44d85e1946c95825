/** What the documents ask for, as it comes: instants are ISO texts, `null` is unset or withheld from the token. */
import type { ServerTypes } from "./capabilities.ts";
import type { Connection } from "./pages.ts";

/** Points. */
export type RateLimit = { cost: number; remaining: number; resetAt: string };

/** Absent (`null`) where the account is gone. */
export type Actor = { __typename: string; login: string } | null;

export type Named = { id: string; name: string };

export type IssueRef = { id: string; number: number; repository: { nameWithOwner: string } };

type FieldName = { id?: string; name?: string; dataType?: string };

type NamedOnly = { name: string };

/** Fields that some server may not know are optional, besides being null. */
export type TimelineNode = {
  /** A type of `IssueTimelineItems`; may be one that we did not ask for. */
  __typename: string;
  id: string;
  createdAt: string;
  actor?: Actor;
  label?: Named;
  milestoneTitle?: string;
  previousTitle?: string;
  currentTitle?: string;
  stateReason?: string | null;
  subIssue?: IssueRef | null;
  parent?: IssueRef | null;
  wasAutomated?: boolean;
  project?: { id: string; number: number } | null;
  previousStatus?: string;
  status?: string;
  issueType?: Named | null;
  prevIssueType?: Named | null;
  issueField?: FieldName | null;
  value?: string | null;
  options?: readonly NamedOnly[] | null;
  previousValue?: string | null;
  newValue?: string | null;
  previousOptions?: readonly NamedOnly[] | null;
  newOptions?: readonly NamedOnly[] | null;
  blockingIssue?: IssueRef | null;
  blockedIssue?: IssueRef | null;
  fromRepository?: { nameWithOwner: string } | null;
  /** Of a comment. */
  author?: Actor;
  lastEditedAt?: string | null;
  isMinimized?: boolean;
};

export type IssueFieldValue = {
  /** Such as `IssueFieldNumberValue`; others than asked for have nothing else. */
  __typename: string;
  field?: FieldName | null;
  name?: string;
  optionId?: string | null;
  number?: number;
  date?: string;
  options?: readonly Named[];
};

type TimelineConnection = Connection<TimelineNode> & { filteredCount: number };

export type IssueNode = {
  id: string;
  number: number;
  title: string;
  body: string;
  url: string;
  state: string;
  stateReason: string | null;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  lastEditedAt: string | null;
  includesCreatedEdit: boolean;
  author: Actor;
  milestone: { id: string; number: number; title: string } | null;
  issueType?: Named | null;
  parent?: { number: number; repository: { nameWithOwner: string } } | null;
  issueDependenciesSummary?: { blockedBy: number } | null;
  labels: { totalCount: number; nodes: readonly (Named | null)[] } | null;
  issueFieldValues?: { nodes: readonly (IssueFieldValue | null)[] } | null;
  timelineItems: TimelineConnection;
};

type WithRate = { rateLimit: RateLimit | null };

export type BacklogIssues = WithRate & {
  repository: { id: string; nameWithOwner: string; issues: Connection<IssueNode> } | null;
};

export type NextIssue = WithRate & {
  repository: { issues: Connection<{ id: string; number: number; updatedAt: string }> } | null;
};

export type TimelinePage = WithRate & {
  node: { __typename: string; id?: string; timelineItems?: TimelineConnection } | null;
};

export type BodyEdit = {
  id: string;
  editedAt: string;
  deletedAt: string | null;
  editor: Actor;
  /** The whole description after the edit; null where the version was deleted. */
  diff: string | null;
};

export type BodyEditsNode = {
  __typename: string;
  id: string;
  number: number;
  body: string;
  createdAt: string;
  lastEditedAt: string | null;
  includesCreatedEdit: boolean;
  userContentEdits: Connection<BodyEdit> | null;
};

export type BodyEditsPage = WithRate & {
  node: { __typename: string; id?: string; userContentEdits?: Connection<BodyEdit> | null } | null;
};

export type SweptIssue = {
  id: string;
  number: number;
  updatedAt: string;
  timelineItems: { updatedAt: string; filteredCount: number };
};

export type Sweep = WithRate & { repository: { issues: Connection<SweptIssue> } | null };

export type MilestoneNode = {
  id: string;
  number: number;
  title: string;
  dueOn: string | null;
  state: string;
  createdAt: string;
  closedAt: string | null;
};

/** `startDate` is a calendar day; the end is `duration` days later. */
type Iteration = { id: string; title: string; startDate: string; duration: number };

export type BoardField = {
  __typename: string;
  id?: string;
  name?: string;
  dataType?: string;
  options?: readonly Named[];
  configuration?: {
    duration: number;
    startDay: number;
    iterations: readonly Iteration[];
    completedIterations: readonly Iteration[];
  };
};

export type BoardShape = {
  id: string;
  number: number;
  closed: boolean;
  fields: { totalCount: number; nodes: readonly (BoardField | null)[] };
};

export type RepositoryShape = {
  id: string;
  nameWithOwner: string;
  isPrivate: boolean;
  isArchived: boolean;
  visibility: string;
  issues: { totalCount: number };
  milestones: Connection<MilestoneNode> | null;
  labels: Connection<Named> | null;
};

export type Overview = WithRate &
  ServerTypes & {
    repository: RepositoryShape | null;
    /** Absent without a board; null where the owner is unknown. */
    repositoryOwner?: { __typename: string; projectV2?: BoardShape | null } | null;
  };

export type BoardFieldValue = {
  __typename: string;
  updatedAt?: string;
  field?: { name?: string };
  name?: string | null;
  iterationId?: string;
  number?: number | null;
};

export type BoardCard = {
  id: string;
  /** `ISSUE`, `PULL_REQUEST`, `DRAFT_ISSUE` or `REDACTED`. */
  type: string;
  isArchived: boolean;
  createdAt: string;
  updatedAt: string;
  content: ({ __typename: string } & Partial<IssueRef>) | null;
  fieldValues: { nodes: readonly (BoardFieldValue | null)[] };
};

export type BoardItems = WithRate & {
  repositoryOwner: {
    __typename: string;
    projectV2?: { id: string; number: number; items: Connection<BoardCard> } | null;
  } | null;
};
