import type { ActionOf } from "./actions.ts";
import { instantOf, whoOf } from "./lookup.ts";
import type { BodyEdit, IssueRecord, Who } from "./state.ts";
import { touch } from "./timeline.ts";

/** Changes a body. With the first edit GitHub also writes down the body of the creation, as element 0. */
export const editBody = (issue: IssueRecord, action: ActionOf<"editBody">): void => {
  const edit = (at: string, editor: Who, diff: string): BodyEdit => ({
    id: `UCE_${issue.number}_${String(issue.edits.length).padStart(3, "0")}`,
    createdAt: at,
    editedAt: at,
    updatedAt: at,
    deletedAt: null,
    editor,
    diff,
  });
  if (issue.edits.length === 0) issue.edits.push(edit(issue.createdAt, issue.author, issue.body));
  issue.body = action.body;
  issue.edits.push(edit(instantOf(action.at), whoOf(action), action.body));
  touch(issue, action);
};
