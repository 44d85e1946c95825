import { type Field, NO_FACTS } from "../../model/facts.ts";
import { defineDocument } from "../documents/define-document.ts";
import { isNumbered, isPullRequest, issueFacts, KEYS, repositoryOf } from "../documents/github/issue.ts";
import { issueLists } from "../documents/github/issues-in.ts";
import { objectOf, textAt } from "../documents/json.ts";
import { BROKEN, type Document } from "../documents/open-document.ts";
import type { DocumentReading } from "../documents/reading.ts";
import { type Place, WHOLE } from "../documents/row-book.ts";

type Row = { issue: unknown; place: Place };

/** A list of nothing is one of no issues where it stands in an answer of GitHub's. */
const isGithub = (value: unknown): boolean => isNumbered(value) || issueLists(value).length > 0;

const rowsOf = ({ values, lines }: Document): { rows: Row[]; hasMore: boolean } => {
  let hasMore = false;
  const rows = values.flatMap((value, index): Row[] => {
    const line = lines[index]!;
    const lists = issueLists(value);
    // The next page may stand in the same file; the last one says whether there is another.
    hasMore = lists.length > 0 ? lists.some((list) => list.hasMore) : hasMore;
    if (lists.length === 0) return [{ issue: value, place: { line, path: "" } }];
    return lists.flatMap(({ issues, path }) =>
      issues.map((issue, at) => ({ issue, place: { line, path: `${path}[${at}]` } })),
    );
  });
  return { rows, hasMore };
};

const fieldsOf = (issues: readonly unknown[], { settings }: DocumentReading): Field[] => {
  const keys = new Set(issues.flatMap((issue) => Object.keys(objectOf(issue))));
  return KEYS.filter(([field, ...names]) => {
    if (field === "estimate") return settings.estimateLabels !== null && keys.has("labels");
    return (field !== "title" || settings.titles) && names.some((name) => keys.has(name));
  }).map(([field]) => field);
};

/** Issues as the command line, REST or GraphQL give them, pull requests left out. */
export const githubJson = defineDocument({
  id: "github-json",
  title: "GitHub issues as JSON",
  example: "a list of issues with number, title and state",
  provides: KEYS.map(([field]) => field),
  recognises: isGithub,
  read: (document, book, reading) => {
    const { rows, hasMore } = rowsOf(document);
    const issues = rows
      .map(({ issue }) => issue)
      .filter((issue) => isNumbered(issue) && !isPullRequest(issue));
    const repositories = new Set(issues.map(repositoryOf).filter((name) => name !== ""));
    const fields = fieldsOf(issues, reading);
    for (const { issue, place } of rows) {
      if (issue === BROKEN) book.skip("row-unreadable", place, "the line is no JSON");
      else if (!isNumbered(issue))
        book.skip("row-unreadable", place, "this is no issue with a number, a title and a state");
      else if (isPullRequest(issue)) book.skip("row-pull-request", place, "a pull request is no item");
      else {
        // Numbers are one repository's; of several each needs its name.
        const home = repositories.size > 1 ? repositoryOf(issue) : "";
        const id = `${home}#${textAt(issue, "number")}`;
        const { facts, faults } = issueFacts(issue, reading);
        for (const text of faults) book.note("cell-unreadable", place, `${id}, ${text}`);
        const parent = facts.parent === null ? null : `${home}${facts.parent}`;
        const updatedAt = reading.instant(textAt(issue, "updatedAt") || textAt(issue, "updated_at")) ?? "";
        const told = Object.fromEntries(
          fields.map((field) => [field, field === "parent" ? parent : facts[field]]),
        );
        book.add(id, { facts: { ...NO_FACTS, ...told }, updatedAt, place });
      }
    }
    if (hasMore)
      book.note(
        "export-capped",
        WHOLE,
        "the answer says that there are more issues on another page. Read the others too and put them into one file",
      );
    return { order: null, fields, assumed: [] };
  },
});
