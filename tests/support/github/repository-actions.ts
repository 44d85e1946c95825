import type { Handlers, RepositoryAction } from "./actions.ts";
import { issueRecord } from "./issue-record.ts";
import { byId, idOf, instantOf, issueOf, whoOf } from "./lookup.ts";
import { milestoneOf } from "./seed.ts";
import type { IssueRecord, Label, Milestone, WorldState } from "./state.ts";
import { write } from "./timeline.ts";

const labelOf = (state: WorldState, name: string): Label => byId(state.labels, idOf(state.labels, name));
const milestone = (state: WorldState, title: string): Milestone =>
  byId(state.milestones, idOf(state.milestones, title));

const everyIssue = (state: WorldState): IssueRecord[] =>
  state.issues.heads().map(({ number }) => issueOf(state, number));

const withoutCards = (state: WorldState, number: number): void => {
  if (state.board) state.board.cards = state.board.cards.filter((card) => card.key !== number);
};

/** What changes the repository around the issues. Labels and milestones change without a word in any timeline. */
export const REPOSITORY: Handlers<RepositoryAction["do"]> = {
  createLabel: (state, { label }) => {
    state.labels.push({ id: `LA_${state.labels.length + 1}`, name: label, deleted: false });
  },
  renameLabel: (state, { label, to }) => {
    labelOf(state, label).name = to;
  },
  deleteLabel: (state, { label }) => {
    const { id } = labelOf(state, label);
    for (const issue of everyIssue(state)) issue.labels = issue.labels.filter((one) => one !== id);
    labelOf(state, label).deleted = true;
  },
  createMilestone: (state, { milestone: title, dueOn = null, at }) => {
    state.milestones.push(milestoneOf({ title, dueOn }, state.milestones.length + 1, instantOf(at)));
  },
  editMilestone: (state, action) => {
    const one = milestone(state, action.milestone);
    const at = instantOf(action.at);
    if (action.dueOn !== undefined) one.dueOn = action.dueOn;
    if (action.state)
      Object.assign(one, { state: action.state, closedAt: action.state === "CLOSED" ? at : null });
    one.updatedAt = at;
  },
  renameMilestone: (state, { milestone: title, to, at }) => {
    Object.assign(milestone(state, title), { title: to, updatedAt: instantOf(at) });
  },
  deleteMilestone: (state, { milestone: title }) => {
    const one = milestone(state, title);
    one.deleted = true;
    for (const issue of everyIssue(state)) if (issue.milestone === one.id) issue.milestone = null;
  },
  deleteAccount: (state, { person }) => {
    state.deletedAccounts.add(person);
  },
  transferIn: (state, action) => {
    const { issue: number, title, body, createdAt } = action;
    const record = issueRecord(number, { at: instantOf(createdAt), title, body, author: whoOf(action) });
    record.labels = (action.labels ?? []).map((name) => idOf(state.labels, name));
    state.issues.add(record);
    const fromRepository = { to: "repository", name: action.from } as const;
    write(record, action, { typename: "TransferredEvent", fromRepository });
  },
  transferOut: (state, { issue, to }) => {
    issueOf(state, issue);
    state.issues.remove(issue);
    state.gone.set(issue, { kind: "transferred", to });
    for (const card of state.board?.cards ?? [])
      if (card.key === issue) card.content = { kind: "issue", ref: to };
  },
  deleteIssue: (state, { issue }) => {
    issueOf(state, issue);
    state.issues.remove(issue);
    state.gone.set(issue, { kind: "deleted" });
    withoutCards(state, issue);
  },
  convertToDiscussion: (state, action) => {
    const issue = issueOf(state, action.issue);
    // The issue stays behind, closed and locked, with no close event of its own.
    Object.assign(issue, { state: "CLOSED", closedAt: instantOf(action.at) });
    const discussion = { to: "discussion", number: action.discussion } as const;
    write(issue, action, { typename: "ConvertedToDiscussionEvent", discussion });
  },
};
