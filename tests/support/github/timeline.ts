import type { Action } from "./actions.ts";
import { instantOf, whoOf } from "./lookup.ts";
import type { EventValue, IssueRecord } from "./state.ts";

/** The value of `IssueTimelineItemsItemType` for a type of event: `LabeledEvent` is `LABELED_EVENT`. */
export const itemTypeOf = (typename: string): string =>
  typename.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toUpperCase();

const initials = (typename: string): string => typename.replace(/[^A-Z]/g, "");

/** Marks an issue as changed by an action. */
export const touch = (issue: IssueRecord, action: Pick<Action, "at">): void => {
  issue.updatedAt = instantOf(action.at);
};

/** Appends an event to an issue's timeline and marks the issue as changed. Its id follows from the sequence. */
export const write = (
  issue: IssueRecord,
  action: Pick<Action, "at" | "by">,
  { typename, ...values }: { typename: string } & Record<string, EventValue>,
): void => {
  issue.written += 1;
  issue.timeline.push({
    id: `${initials(typename)}_${issue.number}_${String(issue.written).padStart(3, "0")}`,
    typename,
    at: instantOf(action.at),
    by: whoOf(action),
    values,
  });
  touch(issue, action);
};
