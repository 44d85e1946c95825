import type { ActionOf, Handlers, IssueAction } from "./actions.ts";
import { editBody } from "./body-edits.ts";
import { issueRecord } from "./issue-record.ts";
import { LINK } from "./link-actions.ts";
import { byId, found, idOf, instantOf, issueOf, whoOf } from "./lookup.ts";
import type { WorldState } from "./state.ts";
import { write } from "./timeline.ts";

const openIssue = (state: WorldState, action: ActionOf<"openIssue">): void => {
  const { at, by, issue: number, title, body } = action;
  if (state.issues.get(number)) throw new Error(`issue ${number} is open twice`);
  state.issues.add(issueRecord(number, { at: instantOf(at), title, body, author: whoOf(action) }));
  const stamp = { at, ...(by === undefined ? {} : { by }), issue: number };
  for (const label of action.labels ?? []) ISSUE.label(state, { ...stamp, do: "label", label });
  for (const person of action.assignees ?? []) ISSUE.assign(state, { ...stamp, do: "assign", person });
  if (action.milestone)
    ISSUE.setMilestone(state, { ...stamp, do: "setMilestone", milestone: action.milestone });
  if (action.type) ISSUE.setType(state, { ...stamp, do: "setType", type: action.type });
  if (action.parent)
    LINK.addSubIssue(state, { ...stamp, do: "addSubIssue", issue: action.parent, child: number });
};

const setLabel = (state: WorldState, action: ActionOf<"label">): void => {
  const issue = issueOf(state, action.issue);
  const id = idOf(state.labels, action.label);
  const adding = action.do === "label";
  if (issue.labels.includes(id) === adding)
    throw new Error(`${action.do} changes nothing at issue ${action.issue}`);
  issue.labels = adding ? [...issue.labels, id] : issue.labels.filter((one) => one !== id);
  write(issue, action, { typename: adding ? "LabeledEvent" : "UnlabeledEvent", label: { to: "label", id } });
};

const assign = (state: WorldState, action: ActionOf<"assign">): void => {
  const issue = issueOf(state, action.issue);
  const others = issue.assignees.filter((one) => one !== action.person);
  const adding = action.do === "assign";
  issue.assignees = adding ? [...others, action.person] : others;
  const assignee = { to: "actor", login: action.person } as const;
  write(issue, action, { typename: adding ? "AssignedEvent" : "UnassignedEvent", assignee });
};

const setMilestone = (state: WorldState, action: ActionOf<"setMilestone">): void => {
  const issue = issueOf(state, action.issue);
  const title = (id: string): string => byId(state.milestones, id).title;
  if (issue.milestone)
    write(issue, action, { typename: "DemilestonedEvent", milestoneTitle: title(issue.milestone) });
  issue.milestone = action.milestone === null ? null : idOf(state.milestones, action.milestone);
  if (issue.milestone)
    write(issue, action, { typename: "MilestonedEvent", milestoneTitle: title(issue.milestone) });
};

const setType = (state: WorldState, action: ActionOf<"setType">): void => {
  const issue = issueOf(state, action.issue);
  const pointer = (id: string) => ({ to: "type", id }) as const;
  const before = issue.type;
  issue.type = action.type === null ? null : idOf(state.types, action.type);
  if (before && issue.type)
    write(issue, action, {
      typename: "IssueTypeChangedEvent",
      issueType: pointer(issue.type),
      prevIssueType: pointer(before),
    });
  else if (issue.type)
    write(issue, action, { typename: "IssueTypeAddedEvent", issueType: pointer(issue.type) });
  else
    write(issue, action, {
      typename: "IssueTypeRemovedEvent",
      issueType: pointer(found(before, "type to remove")),
    });
};

const setField = (state: WorldState, action: ActionOf<"setField">): void => {
  const issue = issueOf(state, action.issue);
  const id = idOf(state.fields, action.field);
  const { dataType, options } = byId(state.fields, id);
  if (dataType === "SINGLE_SELECT" && action.value !== null) idOf(options, String(action.value));
  const named = (value: string | number | undefined) =>
    ({
      to: "options",
      names: dataType === "SINGLE_SELECT" && value !== undefined ? [String(value)] : [],
    }) as const;
  const issueField = { to: "field", id } as const;
  const before = issue.fields.get(id);
  if (action.value === null) {
    issue.fields.delete(id);
    write(issue, action, { typename: "IssueFieldRemovedEvent", issueField, options: named(before) });
    return;
  }
  issue.fields.set(id, action.value);
  if (before === undefined)
    write(issue, action, {
      typename: "IssueFieldAddedEvent",
      issueField,
      value: String(action.value),
      options: named(action.value),
    });
  else
    write(issue, action, {
      typename: "IssueFieldChangedEvent",
      issueField,
      previousValue: String(before),
      newValue: String(action.value),
      previousOptions: named(before),
      newOptions: named(action.value),
    });
};

const close = (state: WorldState, action: ActionOf<"close">): void => {
  const issue = issueOf(state, action.issue);
  const { duplicateOf = null, pullRequest } = action;
  issue.state = "CLOSED";
  issue.stateReason = action.reason === undefined ? "COMPLETED" : action.reason;
  issue.closedAt = instantOf(action.at);
  issue.duplicateOf = duplicateOf;
  const original = duplicateOf === null ? null : ({ to: "issue", ref: duplicateOf } as const);
  if (original) write(issue, action, { typename: "MarkedAsDuplicateEvent", canonical: original });
  write(issue, action, {
    typename: "ClosedEvent",
    stateReason: issue.stateReason,
    duplicateOf: original,
    closer: pullRequest === undefined ? null : { to: "pullRequest", name: String(pullRequest) },
  });
};

/** What people do to one issue. */
export const ISSUE: Handlers<IssueAction["do"]> = {
  openIssue,
  editTitle: (state, action) => {
    const issue = issueOf(state, action.issue);
    const previousTitle = issue.title;
    issue.title = action.title;
    write(issue, action, { typename: "RenamedTitleEvent", previousTitle, currentTitle: action.title });
  },
  editBody: (state, action) => editBody(issueOf(state, action.issue), action),
  deleteBodyEdit: (state, action) => {
    const edit = found(issueOf(state, action.issue).edits[action.edit], `body edit ${action.edit}`);
    edit.diff = null;
    edit.deletedAt = edit.updatedAt = instantOf(action.at);
  },
  label: setLabel,
  unlabel: setLabel,
  setMilestone,
  setType,
  setField,
  comment: (state, action) =>
    write(issueOf(state, action.issue), action, {
      typename: "IssueComment",
      body: action.body ?? "A remark.",
    }),
  deleteComment: (state, action) => {
    const issue = issueOf(state, action.issue);
    const before = issue.updatedAt;
    const comments = issue.timeline.filter((event) => event.typename === "IssueComment");
    const gone = found(comments[action.comment - 1], `comment ${action.comment}`);
    issue.timeline = issue.timeline.filter((event) => event !== gone);
    write(issue, action, {
      typename: "CommentDeletedEvent",
      deletedCommentAuthor: { to: "actor", login: gone.by },
    });
    // GitHub doesn't count the deletion of a comment as an update of its issue.
    issue.updatedAt = before;
  },
  assign,
  unassign: assign,
  close,
  reopen: (state, action) => {
    const issue = issueOf(state, action.issue);
    Object.assign(issue, { state: "OPEN", stateReason: "REOPENED", closedAt: null });
    if (issue.duplicateOf !== null) write(issue, action, { typename: "UnmarkedAsDuplicateEvent" });
    issue.duplicateOf = null;
    write(issue, action, { typename: "ReopenedEvent", stateReason: "REOPENED" });
  },
};
