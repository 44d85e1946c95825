import type { IssueRecord, Who } from "./state.ts";

/** An issue as it is at the moment it's opened: everything else comes by actions. */
export const issueRecord = (
  number: number,
  given: { at: string; title?: string | undefined; body?: string | undefined; author: Who },
): IssueRecord => ({
  id: `I_${number}`,
  number,
  title: given.title ?? `Issue ${number}`,
  body: given.body ?? "",
  author: given.author,
  createdAt: given.at,
  updatedAt: given.at,
  closedAt: null,
  state: "OPEN",
  stateReason: null,
  milestone: null,
  type: null,
  parent: null,
  duplicateOf: null,
  children: [],
  blockedBy: [],
  blocking: [],
  assignees: [],
  labels: [],
  fields: new Map(),
  timeline: [],
  written: 0,
  edits: [],
});
