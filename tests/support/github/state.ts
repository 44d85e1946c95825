import type { IssueShelf } from "./issue-shelf.ts";

/** An issue of the world's repository by number, or one of another repository as `owner/name#7`. */
export type Ref = number | string;
/** A login; `name[bot]` is an app, `null` an account that is no more. */
export type Who = string | null;
export type Reason = "COMPLETED" | "NOT_PLANNED" | "DUPLICATE" | "REOPENED";

export interface Label {
  readonly id: string;
  name: string;
  deleted: boolean;
}

export interface Milestone {
  readonly id: string;
  readonly number: number;
  title: string;
  dueOn: string | null;
  state: "OPEN" | "CLOSED";
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  deleted: boolean;
}

export interface Named {
  readonly id: string;
  name: string;
}

export interface IssueField extends Named {
  readonly dataType: "NUMBER" | "SINGLE_SELECT" | "TEXT" | "DATE";
  readonly options: readonly Named[];
  readonly createdAt: string;
}

/** What stands in an event besides id, time and actor: a value, or what it points at when it is read. */
export type EventValue =
  | string
  | number
  | boolean
  | null
  | { readonly to: "label" | "type" | "field"; readonly id: string }
  | { readonly to: "issue"; readonly ref: Ref }
  | { readonly to: "actor"; readonly login: Who }
  | { readonly to: "repository" | "pullRequest"; readonly name: string | null }
  | { readonly to: "options"; readonly names: readonly string[] }
  | { readonly to: "discussion"; readonly number: number }
  | { readonly to: "project" };

export interface TimelineEvent {
  readonly id: string;
  readonly typename: string;
  readonly at: string;
  readonly by: Who;
  readonly values: Readonly<Record<string, EventValue>>;
}

export interface BodyEdit {
  readonly id: string;
  readonly createdAt: string;
  readonly editedAt: string;
  readonly editor: Who;
  updatedAt: string;
  deletedAt: string | null;
  /** The whole body after this edit; `null` once the revision was deleted. */
  diff: string | null;
}

export interface IssueRecord {
  readonly id: string;
  readonly number: number;
  title: string;
  body: string;
  author: Who;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  state: "OPEN" | "CLOSED";
  stateReason: Reason | null;
  milestone: string | null;
  type: string | null;
  parent: Ref | null;
  duplicateOf: Ref | null;
  children: Ref[];
  blockedBy: Ref[];
  blocking: Ref[];
  assignees: string[];
  labels: string[];
  fields: Map<string, string | number>;
  timeline: TimelineEvent[];
  /** Events written so far: ids are never given twice, not even after a comment was deleted. */
  written: number;
  edits: BodyEdit[];
}

export interface Iteration {
  readonly id: string;
  title: string;
  startDate: string;
  duration: number;
}

export type BoardFieldKind =
  | "TITLE"
  | "LABELS"
  | "MILESTONE"
  | "SINGLE_SELECT"
  | "ITERATION"
  | "NUMBER"
  | "TEXT";

export interface BoardField extends Named {
  readonly kind: BoardFieldKind;
  readonly options: Named[];
  iterations: Iteration[];
  readonly createdAt: string;
  updatedAt: string;
}

export interface CardValue {
  readonly id: string;
  /** An option's or iteration's id, a number or a text. */
  value: string | number;
  readonly createdAt: string;
  updatedAt: string;
  readonly creator: Who;
}

export type CardContent =
  | { readonly kind: "issue"; readonly ref: Ref }
  | { readonly kind: "pullRequest"; readonly number: number }
  | { readonly kind: "redacted" }
  | {
      readonly kind: "draft";
      title: string;
      body: string;
      createdAt: string;
      updatedAt: string;
      creator: Who;
    };

export interface Card {
  readonly key: Ref;
  readonly id: string;
  readonly number: number;
  content: CardContent;
  archived: boolean;
  readonly createdAt: string;
  updatedAt: string;
  readonly creator: Who;
  readonly values: Map<string, CardValue>;
}

export interface Board {
  readonly id: string;
  readonly number: number;
  readonly owner: string;
  readonly title: string;
  readonly createdAt: string;
  readonly views: readonly {
    readonly name: string;
    readonly filter: string;
    readonly sortBy: string | null;
  }[];
  readonly showsIssueFields: boolean;
  updatedAt: string;
  fields: BoardField[];
  /** In manual order, the top one first. */
  cards: Card[];
  added: number;
}

/** What became of an issue that is no longer in the repository. */
type Fate = { readonly kind: "deleted" } | { readonly kind: "transferred"; readonly to: string };

export interface WorldState {
  /** The world's clock. */
  now: string;
  /** Grows with every action, so that what was sorted is sorted again. */
  version: number;
  readonly repository: { readonly id: string; readonly owner: string; readonly name: string } & {
    readonly isPrivate: boolean;
    readonly createdAt: string;
  };
  readonly ownerKind: "Organization" | "User";
  readonly labels: Label[];
  readonly milestones: Milestone[];
  readonly types: Named[];
  readonly fields: IssueField[];
  readonly issues: IssueShelf;
  readonly gone: Map<number, Fate>;
  readonly deletedAccounts: Set<string>;
  /** Issues of other repositories that the tokens can't see. */
  readonly hidden: ReadonlySet<string>;
  /** After this instant GitHub writes no status events any more. */
  readonly statusEventsUntil: string | null;
  /** How label events of a deleted label are answered: with its last name, or not at all. */
  readonly deletedLabelEvents: "kept" | "gone";
  readonly editOrder: "oldest-first" | "newest-first";
  readonly board: Board | null;
}
