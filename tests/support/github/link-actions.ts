import type { ActionOf, Handlers, LinkAction } from "./actions.ts";
import { ownIssue } from "./lookup.ts";
import type { Ref, WorldState } from "./state.ts";
import { write } from "./timeline.ts";

const changed = (list: readonly Ref[], ref: Ref, adding: boolean): Ref[] => [
  ...list.filter((one) => one !== ref),
  ...(adding ? [ref] : []),
];

const subIssue = (state: WorldState, action: ActionOf<"addSubIssue">): void => {
  const adding = action.do === "addSubIssue";
  const [parent, child] = [ownIssue(state, action.issue), ownIssue(state, action.child)];
  if (parent) {
    parent.children = changed(parent.children, action.child, adding);
    const subIssue = { to: "issue", ref: action.child } as const;
    write(parent, action, { typename: adding ? "SubIssueAddedEvent" : "SubIssueRemovedEvent", subIssue });
  }
  if (child) {
    child.parent = adding ? action.issue : null;
    const parent = { to: "issue", ref: action.issue } as const;
    write(child, action, { typename: adding ? "ParentIssueAddedEvent" : "ParentIssueRemovedEvent", parent });
  }
};

const block = (state: WorldState, action: ActionOf<"block">): void => {
  const adding = action.do === "block";
  const [blocked, blocker] = [ownIssue(state, action.issue), ownIssue(state, action.blocker)];
  if (blocked) {
    blocked.blockedBy = changed(blocked.blockedBy, action.blocker, adding);
    const blockingIssue = { to: "issue", ref: action.blocker } as const;
    write(blocked, action, {
      typename: adding ? "BlockedByAddedEvent" : "BlockedByRemovedEvent",
      blockingIssue,
    });
  }
  if (blocker) {
    blocker.blocking = changed(blocker.blocking, action.issue, adding);
    const blockedIssue = { to: "issue", ref: action.issue } as const;
    write(blocker, action, {
      typename: adding ? "BlockingAddedEvent" : "BlockingRemovedEvent",
      blockedIssue,
    });
  }
};

/** What ties two issues, each of which may stand in another repository: both timelines tell. */
export const LINK: Handlers<LinkAction["do"]> = {
  addSubIssue: subIssue,
  removeSubIssue: subIssue,
  block,
  unblock: block,
};
