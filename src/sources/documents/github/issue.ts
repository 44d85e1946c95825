import { type Facts, NO_FACTS } from "../../../model/facts.ts";
import { isJson, objectOf, textAt, unwrapped, valueAt } from "../json.ts";
import type { DocumentReading } from "../reading.ts";

/** The first of several keys that an object has a text under: the command line, REST and GraphQL spell differently. */
const firstText = (value: unknown, ...keys: readonly string[]): string =>
  keys.map((key) => textAt(value, key)).find((text) => text !== "") ?? "";

const hasKey = (value: unknown, ...keys: readonly string[]): boolean =>
  keys.some((key) => Object.hasOwn(objectOf(value), key));

/** Something of GitHub's with a number: an issue, or a pull request among them. */
export const isNumbered = (value: unknown): boolean =>
  isJson(value) &&
  Number.isInteger(value.number) &&
  hasKey(value, "title", "state") &&
  hasKey(value, "state", "createdAt", "created_at", "html_url", "url") &&
  !hasKey(value, "iid");

/** REST and the command line mix pull requests in, each in its own way. */
export const isPullRequest = (issue: unknown): boolean =>
  isJson(valueAt(issue, "pull_request")) ||
  textAt(issue, "__typename") === "PullRequest" ||
  valueAt(issue, "isPullRequest") === true ||
  hasKey(issue, "isDraft", "headRefName", "mergedAt") ||
  /\/pull\/\d+$/.test(firstText(issue, "html_url", "url"));

/** `owner/name` by an address of the issue; empty where none tells it. */
export const repositoryOf = (issue: unknown): string => {
  const byApi = /\/repos\/([^/]+\/[^/]+)$/.exec(textAt(issue, "repository_url"))?.[1];
  const byPage = /^https?:\/\/[^/]+\/([^/]+\/[^/]+)\/issues\//.exec(firstText(issue, "html_url", "url"))?.[1];
  return byApi ?? byPage ?? firstText(valueAt(issue, "repository"), "nameWithOwner", "full_name");
};

const labelsOf = (issue: unknown): string[] =>
  unwrapped(valueAt(issue, "labels"))
    .map((label) => (typeof label === "string" ? label : textAt(label, "name")))
    .filter((name) => name !== "");

/** The board's status, where the command line was asked for `projectItems`. */
const statusOf = (issue: unknown): string | null =>
  unwrapped(valueAt(issue, "projectItems"))
    .map((item) => textAt(item, "status", "name") || textAt(item, "fieldValueByName", "name"))
    .find((name) => name !== "") ?? null;

/** `NOT_PLANNED` reads "not planned", as the source that asks GitHub itself writes it. */
const reasonOf = (issue: unknown): string | null =>
  firstText(issue, "stateReason", "state_reason").toLowerCase().replaceAll("_", " ") || null;

const parentOf = (issue: unknown): string | null => {
  const number =
    textAt(issue, "parent", "number") ||
    (/\/issues\/(\d+)$/.exec(textAt(issue, "parent_issue_url"))?.[1] ?? "");
  return number === "" ? null : `#${number}`;
};

/** How an issue stands. */
export const issueFacts = (issue: unknown, reading: DocumentReading): { facts: Facts; faults: string[] } => {
  const faults: string[] = [];
  const dateOf = (...keys: readonly string[]): string | null => {
    const text = firstText(issue, ...keys);
    const at = reading.instant(text);
    if (text !== "" && at === null) faults.push(`${keys[0]} is not a date; taken as empty`);
    return at;
  };
  const isClosed = textAt(issue, "state").toLowerCase() === "closed" || valueAt(issue, "closed") === true;
  const labels = labelsOf(issue);
  const blockers = valueAt(issue, "issue_dependencies_summary", "blocked_by");
  return {
    facts: {
      ...NO_FACTS,
      title: reading.settings.titles ? textAt(issue, "title") || null : null,
      type: firstText(valueAt(issue, "issueType"), "name") || textAt(issue, "type", "name") || null,
      status: statusOf(issue),
      category: isClosed ? "done" : null,
      resolution: isClosed ? reasonOf(issue) : null,
      createdAt: dateOf("createdAt", "created_at"),
      resolvedAt: isClosed ? dateOf("closedAt", "closed_at") : null,
      estimate: reading.labelEstimate(labels),
      labels: reading.labels(labels),
      sprint: firstText(valueAt(issue, "milestone"), "title") || null,
      ...reading.body(textAt(issue, "body"), "markdown"),
      blocked: typeof blockers === "number" ? blockers > 0 : null,
      parent: parentOf(issue),
    },
    faults,
  };
};

/** The keys that tell each field; one that no issue of a file has is not known from it. */
export const KEYS = [
  ["title", "title"],
  ["type", "issueType", "type"],
  ["status", "projectItems"],
  ["category", "state", "closed"],
  ["resolution", "stateReason", "state_reason"],
  ["createdAt", "createdAt", "created_at"],
  ["resolvedAt", "closedAt", "closed_at"],
  ["estimate"],
  ["labels", "labels"],
  ["sprint", "milestone"],
  ["acceptanceCriteria", "body"],
  ["described", "body"],
  ["blocked", "issue_dependencies_summary"],
  ["parent", "parent", "parent_issue_url"],
] as const;
