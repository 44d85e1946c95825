import type { Facts } from "./facts.ts";

/** How a sequence of ids became the next: take `out` out, then put each id behind another (`null`: on top). */
export type OrderEdit = { out: readonly string[]; put: readonly (readonly [string, string | null])[] };

/** What somebody did to an item, as far as metrics.md §2 (refinement-effort) tells such changes apart. */
export const EVENT_KINDS = [
  "created",
  "title",
  "description",
  "estimate",
  "type",
  "labels",
  "order",
  "split",
  "comment",
  "closed",
  "reopened",
  "sprint",
  "status",
  "assignee",
  "dependency",
  "other",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Whoever is behind an event that no person is: a workflow, an app. */
export const BOT = "bot";
/** The author of an event whose account is gone: a person all the same, though nobody knows which. */
export const GHOST = "ghost";

/** An event that the tracker itself dates and names. It is recorded once, whatever the tracker says of it later. */
export type TrackerEvent = {
  /** The tracker's own id. */
  event: string;
  kind: EventKind;
  /** A pseudonym of its author, `BOT`, or `GHOST`; `null` where the tracker does not say. */
  by: string | null;
  /** Facts that it set. */
  set?: Partial<Facts>;
  /** The id of a label that it gave (`+`) or took (`-`). */
  label?: readonly ["+" | "-", string];
  /** An item that blocks this one from here on (`+`), or no longer (`-`). */
  blocker?: readonly ["+" | "-", string];
};

type Seen = { run: number; at: string };

/** One line of `changes/`. Replaying all of them gives the items and the order. */
export type Change =
  | (Seen & { id: string; new: Facts })
  | (Seen & { id: string } & TrackerEvent)
  | (Seen & { id: string; set: Partial<Facts>; back?: true })
  | (Seen & { id: string; gone: true })
  | (Seen & { order: OrderEdit });

/** A change of an item, as opposed to one of the order. */
export type ItemChange = Exclude<Change, { order: unknown }>;

export const isEvent = (change: Change): change is Extract<Change, { event: string }> => "event" in change;
