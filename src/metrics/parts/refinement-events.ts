import type { Activity } from "../../history/activity.ts";
import { type Backlog, begunSprints } from "../../history/backlog.ts";
import { SECOND } from "../../lib/dates.ts";
import { BOT, type EventKind } from "../../model/change.ts";
import { sprintIndex } from "./sprint-index.ts";

/** Something that a person did: changes of one kind to one item in one second are one event. */
export type Deed = { id: string; at: number; by: string; sort: "refinement" | "delivery" };

const REFINING: ReadonlySet<EventKind> = new Set<EventKind>([
  "title",
  "description",
  "estimate",
  "type",
  "labels",
  "order",
  "split",
  "comment",
]);

/** What an event is by its kind and by where its item stood immediately before: metrics.md §2, refinement-effort. */
const sortOf = ({ kind, before, after }: Activity, backlog: Backlog): Deed["sort"] | null => {
  if (kind === "created") return after === null || after.stage === "ignored" ? null : "delivery";
  const assigns = kind === "sprint" && backlog.assignedSprint(after?.facts?.sprint ?? null) !== null;
  // Labels and type given while creating belong to the creation; a sprint given then is still an assignment.
  if (before === null) return assigns && after?.stage !== "ignored" ? "delivery" : null;
  if (before.stage === "sprint-backlog") return "delivery";
  if (before.stage !== "product-backlog") return null;
  if (REFINING.has(kind)) return "refinement";
  if (kind === "closed") return after?.stage === "dropped" ? "refinement" : null;
  return assigns ? "delivery" : null;
};

/** Refinement and delivery events by persons, oldest first. Neither a bot nor an unknown author is a person. */
const deedsOf = (backlog: Backlog): Deed[] => {
  const deeds: Deed[] = [];
  let second = Number.NaN;
  let told = new Set<string>();
  for (const event of backlog.activity ?? []) {
    const { id, at, kind, by } = event;
    if (by === null || by === BOT) continue;
    const now = Math.floor(at / SECOND);
    if (now !== second) {
      second = now;
      told = new Set();
    }
    const key = `${kind}\n${by}\n${id}`;
    if (told.has(key)) continue;
    const sort = sortOf(event, backlog);
    if (sort === null) continue;
    told.add(key);
    deeds.push({ id, at, by, sort });
  }
  return deeds;
};

/** The deeds of every begun sprint, in the order of the sprints. */
export const deedsBySprint = (backlog: Backlog): Deed[][] => {
  const sprints = begunSprints(backlog);
  const filled: Deed[][] = sprints.map(() => []);
  const find = sprintIndex(sprints);
  for (const deed of deedsOf(backlog)) filled[find(deed.at)]?.push(deed);
  return filled;
};

/** What is missing where nothing is told of who did what. */
export const withoutActivity = (
  backlog: Backlog,
): { state: "insufficient-data" | "not-applicable"; reason: string } | null => {
  if (!backlog.isKnown) return { state: "insufficient-data", reason: "no observation of the backlog yet" };
  if (backlog.activity !== null) return null;
  return {
    state: "not-applicable",
    reason: "the source does not tell who changed what and when (field: activity)",
  };
};
