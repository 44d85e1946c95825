import { type Facts, type Field, NO_FACTS } from "../../../model/facts.ts";
import { parseResolution } from "../../csv/values.ts";
import { isJson, listAt, objectOf, textAt, valueAt } from "../json.ts";
import type { DocumentReading } from "../reading.ts";
import { descriptionText } from "./adf-text.ts";
import { categoryOf, type Site, sprintOf } from "./site.ts";

/** Jira's keys. */
export const KEY = /^\p{L}[\p{L}\p{N}_]*-\d+$/u;

/** The system fields that tell ours. */
const SYSTEM: readonly (readonly [Field, string])[] = [
  ["title", "summary"],
  ["type", "issuetype"],
  ["subtask", "issuetype"],
  ["status", "status"],
  ["category", "status"],
  ["categoryAt", "statuscategorychangedate"],
  ["resolution", "resolution"],
  ["createdAt", "created"],
  ["resolvedAt", "resolutiondate"],
  ["labels", "labels"],
  ["acceptanceCriteria", "description"],
  ["described", "description"],
  ["blocked", "issuelinks"],
  ["parent", "parent"],
];

/** Fields that Jira leaves out of an issue where they are empty, though they were asked for. */
const LEFT_OUT: readonly string[] = ["parent", "resolution", "resolutiondate"];

/** The fields that the issues of a file tell: those that were asked for in the search. */
export const fieldsOf = (
  issues: readonly unknown[],
  options: { site: Site; reading: DocumentReading },
): Field[] => {
  const { site, reading } = options;
  const { titles, estimateLabels } = reading.settings;
  const keys = new Set(issues.flatMap((issue) => Object.keys(objectOf(valueAt(issue, "fields")))));
  // Whoever asks for all fields gets the summary, the type and the creation among them.
  const isAll = ["summary", "issuetype", "created", "updated"].every((key) => keys.has(key));
  const has = (key: string): boolean => keys.has(key) || (isAll && LEFT_OUT.includes(key));
  const fields = SYSTEM.filter(([field, key]) => has(key) && (field !== "title" || titles)).map(
    ([field]) => field,
  );
  const { estimate, sprint, flagged, acceptance } = site.fields;
  const byLabel = estimateLabels !== null && fields.includes("labels");
  const more: [Field, boolean][] = [
    ["estimate", estimate.length > 0 || byLabel],
    ["sprint", sprint.length > 0],
    ["blocked", flagged.length > 0],
    ["acceptanceCriteria", acceptance.length > 0],
  ];
  return [...new Set([...fields, ...more.filter(([, is]) => is).map(([field]) => field)])];
};

/** Of several sprints the running one, else the next, else the one that ended last. */
const currentSprint = (values: readonly unknown[]): string | null => {
  const sprints = values.map(sprintOf).filter(({ name }) => name !== "");
  const rank = ({ state }: { state: string }): number =>
    state === "active" ? 2 : state === "future" ? 1 : 0;
  const sorted = sprints.toSorted(
    (a, b) => rank(a) - rank(b) || (a.end < b.end ? -1 : a.end > b.end ? 1 : 0),
  );
  return sorted.at(-1)?.name ?? null;
};

/** Keys of the issues that block an issue by a link, with the category of each. */
export const blockersOf = (issue: unknown): { key: string; isOpen: boolean }[] =>
  listAt(issue, "fields", "issuelinks").flatMap((link) => {
    const key = textAt(link, "inwardIssue", "key");
    const blocks = /\bblocks\b/i.test(`${textAt(link, "type", "name")} ${textAt(link, "type", "outward")}`);
    if (key === "" || !blocks) return [];
    return [{ key, isOpen: categoryOf(valueAt(link, "inwardIssue", "fields", "status")) !== "done" }];
  });

export const isFlagged = (issue: unknown, { fields }: Site): boolean =>
  fields.flagged.some((id) => listAt(issue, "fields", id).length > 0);

/** The filled one of several fields, as a text. */
const firstText = (issue: unknown, ids: readonly string[]): string[] =>
  ids.map((id) => textAt(issue, "fields", id)).filter((text) => text !== "");

const acceptanceOf = (issue: unknown, ids: readonly string[]): boolean =>
  ids.some((id) => descriptionText(valueAt(issue, "fields", id)).text.trim() !== "");

/** How an issue stands. */
export const issueFacts = (
  issue: unknown,
  options: { site: Site; reading: DocumentReading; fields: readonly Field[] },
): { facts: Facts; faults: string[] } => {
  const { site, reading, fields } = options;
  const own = objectOf(valueAt(issue, "fields"));
  const faults: string[] = [];
  const dateOf = (key: string): string | null => {
    const text = textAt(own, key);
    const at = reading.instant(text);
    if (text !== "" && at === null) faults.push(`${key} is not a date; taken as empty`);
    return at;
  };
  const labels = listAt(own, "labels").filter((label) => typeof label === "string");
  const estimates = firstText(issue, site.fields.estimate).map(reading.estimate);
  if (estimates.includes("unreadable")) faults.push("the estimate is not a number from 0 up; taken as empty");
  const { text, markup } = descriptionText(own.description);
  const subtask = valueAt(own, "issuetype", "subtask");
  const { acceptance } = site.fields;
  const told: Partial<Facts> = {
    title: textAt(own, "summary") || null,
    type: textAt(own, "issuetype", "name") || null,
    subtask: typeof subtask === "boolean" ? subtask : null,
    status: textAt(own, "status", "name") || null,
    category: categoryOf(own.status),
    categoryAt: dateOf("statuscategorychangedate"),
    resolution: parseResolution(textAt(own, "resolution", "name")),
    createdAt: dateOf("created"),
    resolvedAt: dateOf("resolutiondate"),
    estimate: estimates.find((value) => typeof value === "number") ?? reading.labelEstimate(labels),
    labels: reading.labels(labels),
    sprint: currentSprint(site.fields.sprint.flatMap((id) => listAt(own, id))),
    ...reading.body(text, markup),
    blocked: isFlagged(issue, site) || blockersOf(issue).some(({ isOpen }) => isOpen),
    parent: textAt(own, "parent", "key") || null,
  };
  if (acceptance.length > 0) told.acceptanceCriteria = acceptanceOf(issue, acceptance);
  const kept = Object.fromEntries(fields.map((field) => [field, told[field] ?? null]));
  return { facts: { ...NO_FACTS, ...kept }, faults };
};

/** The issues of a value: an answer to a search, a list, or an issue by itself. */
export const issuesIn = (value: unknown): { issues: readonly unknown[]; path: string } => {
  if (Array.isArray(value)) return { issues: value, path: "" };
  if (Array.isArray(valueAt(value, "issues"))) return { issues: listAt(value, "issues"), path: "issues" };
  return { issues: [value], path: "" };
};

export const isIssue = (value: unknown): boolean =>
  isJson(value) && isJson(valueAt(value, "fields")) && textAt(value, "key") !== "";
