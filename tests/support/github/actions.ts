import type { Reason, Ref, Who, WorldState } from "./state.ts";

/** When something was done, and by whom (ana, unless told). A bare day is its noon in UTC. */
interface Stamp {
  readonly at: string;
  readonly by?: Who;
}

export type IssueAction =
  | {
      do: "openIssue";
      issue: number;
      title?: string;
      body?: string;
      labels?: readonly string[];
      milestone?: string;
      type?: string;
      assignees?: readonly string[];
      parent?: number;
    }
  | { do: "editTitle"; issue: number; title: string }
  | { do: "editBody"; issue: number; body: string }
  | { do: "deleteBodyEdit"; issue: number; edit: number }
  | { do: "label" | "unlabel"; issue: number; label: string }
  | { do: "setMilestone"; issue: number; milestone: string | null }
  | { do: "setType"; issue: number; type: string | null }
  | { do: "setField"; issue: number; field: string; value: string | number | null }
  | { do: "comment"; issue: number; body?: string }
  | { do: "deleteComment"; issue: number; comment: number }
  | { do: "assign" | "unassign"; issue: number; person: string }
  | {
      do: "close";
      issue: number;
      reason?: Reason | null;
      duplicateOf?: Ref;
      /** The number of the pull request that closed it. */
      pullRequest?: number;
    }
  | { do: "reopen"; issue: number };

export type LinkAction =
  | { do: "addSubIssue" | "removeSubIssue"; issue: Ref; child: Ref }
  | { do: "block" | "unblock"; issue: Ref; blocker: Ref };

export type RepositoryAction =
  | { do: "createLabel" | "deleteLabel"; label: string }
  | { do: "renameLabel"; label: string; to: string }
  | { do: "createMilestone"; milestone: string; dueOn?: string | null }
  | { do: "editMilestone"; milestone: string; dueOn?: string | null; state?: "OPEN" | "CLOSED" }
  | { do: "renameMilestone"; milestone: string; to: string }
  | { do: "deleteMilestone"; milestone: string }
  | { do: "deleteAccount"; person: string }
  | {
      do: "transferIn";
      issue: number;
      /** `null`: a repository that nobody can see. */
      from: string | null;
      createdAt: string;
      title?: string;
      body?: string;
      labels?: readonly string[];
    }
  | { do: "transferOut"; issue: number; to: string }
  | { do: "deleteIssue"; issue: number }
  | { do: "convertToDiscussion"; issue: number; discussion: number };

/** `card` is the number of the card's issue, or the name that the script gave it. */
export type BoardAction =
  | {
      do: "addToBoard";
      card: Ref;
      draft?: { title: string; body?: string };
      pullRequest?: number;
      redacted?: true;
      /** Below which card; `null`: at the top. Without it: at the bottom. */
      after?: Ref | null;
      automated?: boolean;
    }
  | { do: "moveCard"; card: Ref; after: Ref | null }
  | { do: "setStatus"; card: Ref; status: string | null; automated?: boolean }
  | { do: "setSelect"; card: Ref; field: string; option: string | null }
  | { do: "setIteration"; card: Ref; iteration: string | null; field?: string }
  | { do: "setNumber"; card: Ref; field: string; value: number | null }
  | { do: "archiveCard" | "unarchiveCard" | "removeCard"; card: Ref; automated?: boolean }
  | { do: "convertDraft"; card: Ref; issue: number }
  | { do: "renameOption"; field: string; option: string; to: string }
  | { do: "editIteration"; iteration: string; title?: string; startDate?: string; duration?: number };

/** One dated thing that somebody did. A script of them makes a world. */
export type Action = Readonly<Stamp & (IssueAction | LinkAction | RepositoryAction | BoardAction)>;

type Having<Every, Kind> = Every extends { do: infer Kinds } ? (Kind extends Kinds ? Every : never) : never;

export type ActionOf<Kind extends Action["do"]> = Having<Action, Kind>;

/** One function per kind of action: it changes the state as GitHub would. */
export type Handlers<Kind extends Action["do"]> = {
  readonly [One in Kind]: (state: WorldState, action: ActionOf<One>) => void;
};
