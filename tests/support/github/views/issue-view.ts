import { byId } from "../lookup.ts";
import type { BodyEdit, IssueRecord, Ref, TimelineEvent } from "../state.ts";
import { itemTypeOf } from "../timeline.ts";
import { connection, type PageArgs } from "./connection.ts";
import { eventView } from "./event-view.ts";
import { repositoryView } from "./repository-view.ts";
import type { Scene, View } from "./scene.ts";
import { actorView, fieldValueView, labelView, milestoneView, typeView } from "./small-views.ts";

type TimelineArgs = PageArgs & {
  readonly itemTypes?: readonly string[] | null;
  readonly since?: string | null;
};

const listed = ({ state, missing }: Scene, { typename, values }: TimelineEvent): boolean => {
  const { label } = values;
  if (missing.has(typename)) return false;
  if (state.deletedLabelEvents === "kept" || typeof label !== "object" || label?.to !== "label") return true;
  return !byId(state.labels, label.id).deleted;
};

const timelineView = (scene: Scene, issue: IssueRecord, args: TimelineArgs): View => {
  const asked = args.itemTypes ? new Set(args.itemTypes) : null;
  const every = issue.timeline.filter((event) => listed(scene, event));
  const some = every.filter(
    ({ typename, at }) => (asked?.has(itemTypeOf(typename)) ?? true) && (!args.since || at >= args.since),
  );
  return connection(some, args, {
    name: "timelineItems",
    idOf: ({ id }) => id,
    view: (event) => eventView(scene, event),
    // The trap of this connection: its total ignores the filters.
    totalCount: every.length,
    filteredCount: some.length,
    updatedAt: every.at(-1)?.at ?? issue.createdAt,
  });
};

const editsView = (scene: Scene, issue: IssueRecord, args: PageArgs): View => {
  const edits = scene.state.editOrder === "oldest-first" ? issue.edits : issue.edits.toReversed();
  const view = ({ editor, ...edit }: BodyEdit): View => ({
    __typename: "UserContentEdit",
    ...edit,
    editor: () => actorView(scene, editor),
    deletedBy: null,
  });
  return connection(edits, args, { name: "userContentEdits", idOf: ({ id }) => id, view });
};

const isClosed = (scene: Scene, ref: Ref): boolean =>
  typeof ref === "number" && scene.state.issues.get(ref)?.state === "CLOSED";

const subIssues = (scene: Scene, { children }: IssueRecord): View => {
  const completed = children.filter((ref) => isClosed(scene, ref)).length;
  const total = children.length;
  return { total, completed, percentCompleted: total === 0 ? 0 : Math.round((completed / total) * 100) };
};

const dependencies = (scene: Scene, { blockedBy, blocking }: IssueRecord): View => ({
  blockedBy: blockedBy.filter((ref) => !isClosed(scene, ref)).length,
  blocking: blocking.filter((ref) => !isClosed(scene, ref)).length,
  totalBlockedBy: blockedBy.length,
  totalBlocking: blocking.length,
});

/** An issue of the repository. */
export const issueView = (scene: Scene, issue: IssueRecord): View => {
  const { state } = scene;
  const { owner, name } = state.repository;
  const plain = <T>(all: readonly T[], idOf: (item: T) => string, view: (item: T) => unknown) => {
    return (args: PageArgs): View => connection(all, args, { name: "nodes", idOf, view });
  };
  return {
    __typename: "Issue",
    id: issue.id,
    number: issue.number,
    fullDatabaseId: String(9_000_000_000 + issue.number),
    databaseId: issue.number,
    title: issue.title,
    body: issue.body,
    url: `https://github.example/${owner}/${name}/issues/${issue.number}`,
    state: issue.state,
    stateReason: issue.stateReason,
    closed: issue.state === "CLOSED",
    createdAt: issue.createdAt,
    updatedAt: issue.updatedAt,
    closedAt: issue.closedAt,
    lastEditedAt: issue.edits.at(-1)?.editedAt ?? null,
    includesCreatedEdit: issue.edits.length > 0,
    author: () => actorView(scene, issue.author),
    repository: () => repositoryView(scene),
    milestone: () => (issue.milestone ? milestoneView(byId(state.milestones, issue.milestone)) : null),
    issueType: () => (issue.type ? typeView(state, issue.type) : null),
    parent: () => (issue.parent === null ? null : refView(scene, issue.parent)),
    duplicateOf: () => (issue.duplicateOf === null ? null : refView(scene, issue.duplicateOf)),
    subIssuesSummary: () => subIssues(scene, issue),
    issueDependenciesSummary: () => dependencies(scene, issue),
    assignees: plain(issue.assignees, String, (login) => actorView(scene, login)),
    labels: plain(issue.labels, String, (id) => labelView(byId(state.labels, id))),
    issueFieldValues: plain([...issue.fields], String, (entry) => fieldValueView(state, entry)),
    subIssues: plain(issue.children, String, (ref) => refView(scene, ref)),
    timelineItems: (args: TimelineArgs) => timelineView(scene, issue, args),
    userContentEdits: (args: PageArgs) => editsView(scene, issue, args),
  };
};

/** The issue that something points at; `null` when it is deleted, has moved away or can't be seen. */
export const refView = (scene: Scene, ref: Ref): View | null => {
  const { state, sight } = scene;
  if (typeof ref === "number") {
    const issue = sight.repository ? state.issues.get(ref) : undefined;
    return issue ? issueView(scene, issue) : null;
  }
  if (state.hidden.has(ref) || !sight.otherRepositories) return null;
  const [nameWithOwner, number] = ref.split("#");
  return {
    __typename: "Issue",
    id: `I_${ref}`,
    number: Number(number),
    title: `Issue ${ref}`,
    state: "OPEN",
    repository: { __typename: "Repository", nameWithOwner },
  };
};
