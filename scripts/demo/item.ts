import { type Minute, sprintName } from "./calendar.ts";
import type { EpicId } from "./texts.ts";

type DemoType = "Epic" | "Story" | "Task" | "Bug" | "Sub-task";
type DemoStatus = "Backlog" | "Ready" | "In Progress" | "Done";
type Resolution = "" | "Done" | "Won't Do" | "Duplicate";

/** A row of the export to be, with what the simulation knows besides. */
export type DemoItem = {
  number: number;
  epic: EpicId;
  type: DemoType;
  title: string;
  status: DemoStatus;
  resolution: Resolution;
  created: Minute;
  updated: Minute;
  categoryChanged: Minute;
  resolved: Minute | null;
  priority: "High" | "Medium" | "Low";
  labels: string[];
  rank: string;
  sprints: string[];
  estimate: number | null;
  stage: "none" | "why" | "criteria";
  parent: DemoItem | null;
  /** What the team would call it once it has talked about it, and what is left of that to build. */
  size: number;
  left: number;
  /** The title of what is cut off when a 13 is split. */
  rest: string | null;
  /** An open question: refinement can't finish before this minute. */
  waitsUntil: Minute;
};

export const largestReadySize = 8;

export function isOpen(item: DemoItem): boolean {
  return item.status !== "Done";
}

/** Epics and sub-tasks are rows of the export, but no Product Backlog items. */
export function isBacklogItem(item: DemoItem): boolean {
  return item.type !== "Epic" && item.type !== "Sub-task";
}

export function isIn(item: DemoItem, sprint: number): boolean {
  return item.sprints.at(-1) === sprintName(sprint);
}

/** The team's own rule, which its team.yaml repeats. */
export function isReady(item: DemoItem): boolean {
  const sized = item.estimate !== null && item.estimate <= largestReadySize;
  return item.status === "Ready" && sized && item.stage === "criteria";
}

export function setStatus(item: DemoItem, status: DemoStatus, at: Minute): void {
  const category = (of: DemoStatus) => statusCategories[of];
  if (category(item.status) !== category(status)) item.categoryChanged = at;
  item.status = status;
  item.updated = at;
}

export function close(item: DemoItem, resolution: Resolution, at: Minute): void {
  setStatus(item, "Done", at);
  item.resolution = resolution;
  item.resolved = at;
}

export const statusCategories: Readonly<Record<DemoStatus, "To Do" | "In Progress" | "Done">> = {
  Backlog: "To Do",
  Ready: "To Do",
  "In Progress": "In Progress",
  Done: "Done",
};
