import type { Field } from "../../model/facts.ts";
import type { BoardFields } from "./board-fields.ts";
import type { Capabilities } from "./capabilities.ts";
import { hasIssueFields, ISSUE_FIELD_EVENTS, tellsNow, tellsPast } from "./documents-for.ts";
import { boardFacts } from "./read-board.ts";
import type { GithubReading } from "./reading.ts";
import type { GithubSettings } from "./settings.ts";

/** Facts of every issue that its events and dates tell. */
const OF_ISSUES: readonly Field[] = [
  "type",
  "category",
  "resolution",
  "createdAt",
  "resolvedAt",
  "labels",
  "acceptanceCriteria",
  "described",
  "blocked",
  "parent",
];

/** What is told at all, and what of it events tell for the past too; of a board's fields that is the status alone. */
export const toldFields = (options: {
  reading: GithubReading;
  board: BoardFields | null;
  itemTypes: readonly string[];
  capabilities: Capabilities;
  settings: GithubSettings;
}): { told: Field[]; all: Field[] } => {
  const { reading, board, itemTypes, capabilities, settings } = options;
  const byLabel = settings.estimateLabels !== null;
  const byField = reading.estimateField !== null && hasIssueFields(capabilities);
  const onBoard = board === null ? [] : boardFacts(board, reading.milestones);
  const ofIssues: Field[] = [
    ...OF_ISSUES,
    ...(reading.titles ? (["title"] as const) : []),
    ...(reading.milestones ? (["sprint"] as const) : []),
    ...(byLabel || byField ? (["estimate"] as const) : []),
  ].filter((field) => tellsNow(field, capabilities));
  const told = [...ofIssues, ...onBoard.filter((field) => field === "status")];
  const knowsFields = byLabel || ISSUE_FIELD_EVENTS.every((type) => itemTypes.includes(type));
  return {
    told: told.filter((field) => tellsPast(field, itemTypes) && (field !== "estimate" || knowsFields)),
    all: [...new Set([...ofIssues, ...onBoard])],
  };
};
