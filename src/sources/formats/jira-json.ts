import { compareCodePoints, compareKeys } from "../../lib/text.ts";
import { FIELDS, type Field } from "../../model/facts.ts";
import type { ItemPast } from "../../model/observation.ts";
import { defineDocument } from "../documents/define-document.ts";
import { customFields } from "../documents/jira/custom-fields.ts";
import { fieldsOf, isIssue, issueFacts, issuesIn, KEY } from "../documents/jira/issue.ts";
import { extentOf, issuePast, type LogExtent } from "../documents/jira/log.ts";
import { type Site, siteOf } from "../documents/jira/site.ts";
import { listAt, textAt, valueAt } from "../documents/json.ts";
import { BROKEN, type Document } from "../documents/open-document.ts";
import { type Place, type RowBook, WHOLE } from "../documents/row-book.ts";

/** An answer to a search may hold no issue, and says how many there are. */
const isSearch = (value: unknown): boolean =>
  Array.isArray(valueAt(value, "issues")) &&
  ["total", "isLast", "startAt", "nextPageToken"].some((key) => valueAt(value, key) !== undefined);

const isJira = (value: unknown): boolean => isSearch(value) || issuesIn(value).issues.some(isIssue);

type Row = { issue: unknown; place: Place };

const rowsOf = ({ values, lines }: Document): Row[] =>
  values.flatMap((value, index) => {
    const { issues, path } = issuesIn(value);
    const line = lines[index]!;
    if (!Array.isArray(value) && path === "") return [{ issue: value, place: { line, path: "" } }];
    return issues.map((issue, at) => ({ issue, place: { line, path: `${path}[${at}]` } }));
  });

/** A page of a search is not the backlog. */
const tellOfPages = ({ values }: Document, rows: number, book: RowBook): void => {
  const pages = values.filter(isSearch);
  if (pages.length === 0) return;
  const totals = pages.map((page) => valueAt(page, "total")).filter((total) => typeof total === "number");
  const total = Math.max(0, ...totals);
  const hasMore =
    totals.length === 0 &&
    pages.every((page) => valueAt(page, "isLast") === false || textAt(page, "nextPageToken") !== "");
  if (total <= rows && !hasMore) return;
  const of = total > rows ? ` of ${total}` : "";
  book.note(
    "export-capped",
    WHOLE,
    `${rows}${of} issues: this is one page of a search. Read the others too and put them into one file`,
  );
};

/** Ids by rank, for those issues that have one. */
const orderOf = (rows: readonly Row[], { fields }: Site): string[] =>
  rows
    .map(({ issue }) => ({
      id: textAt(issue, "key"),
      rank: fields.rank.map((id) => textAt(issue, "fields", id)).find((text) => text !== "") ?? "",
    }))
    .filter(({ rank }) => rank !== "")
    .sort((a, b) => compareCodePoints(a.rank, b.rank) || compareKeys(a.id, b.id))
    .map(({ id }) => id);

/** What of the fields a whole log tells of; a status whose category the file does not have leaves categories out. */
const toldOf = (fields: readonly Field[], rows: readonly Row[], site: Site): Field[] => {
  const ids = rows.flatMap(({ issue }) =>
    listAt(issue, "changelog", "histories").flatMap((history) =>
      listAt(history, "items")
        .filter((item) => textAt(item, "field") === "status")
        .flatMap((item) => [textAt(item, "from"), textAt(item, "to")]),
    ),
  );
  const isMapped = ids.every((id) => (site.statuses.get(id)?.category ?? null) !== null);
  const untold: readonly Field[] = [
    ...(isMapped ? [] : (["category", "categoryAt"] as const)),
    ...(site.fields.estimate.length > 1 ? (["estimate"] as const) : []),
  ];
  return fields.filter((field) => !untold.includes(field));
};

const UNNAMED =
  "no field for estimates is named in the file. Ask for expand=names, or say estimate: { field: customfield_10016 } with the id of yours";

const HINT = "Ask for it with expand=changelog, and issue by issue where it is longer than a page";

const tellOfLogs = (extents: readonly LogExtent[], book: RowBook): void => {
  const count = (wanted: LogExtent): number => extents.filter((extent) => extent === wanted).length;
  const [cut, none] = [count("cut"), count("none")];
  if (cut > 0)
    book.note(
      "history-capped",
      WHOLE,
      `the changelog of ${cut} of ${extents.length} issues is cut off, so the past of none is taken as whole. ${HINT}`,
    );
  else if (none > 0 && none < extents.length)
    book.note(
      "history-partial",
      WHOLE,
      `${none} of ${extents.length} issues have no changelog, so the past of none is taken as whole. ${HINT}`,
    );
};

/** Issues as Jira's interface gives them, with their logs where those were asked for. */
export const jiraJson = defineDocument({
  id: "jira-json",
  title: "Jira issues as JSON",
  example: "an object with issues, or a list of issues with key and fields",
  provides: [...FIELDS, "order"],
  recognises: isJira,
  read: (document, book, reading) => {
    const rows = rowsOf(document);
    const issues = rows.map(({ issue }) => issue).filter(isIssue);
    const fieldIds = customFields(document.values, { issues, settings: reading.settings });
    const site = siteOf(issues, fieldIds);
    const fields = fieldsOf(issues, { site, reading });
    const extents: LogExtent[] = [];
    const items = new Map<string, ItemPast>();
    for (const { issue, place } of rows) {
      const key = textAt(issue, "key");
      if (issue === BROKEN) book.skip("row-unreadable", place, "the line is no JSON");
      else if (!isIssue(issue) || !KEY.test(key))
        book.skip("row-unreadable", place, "the issue has no fields, or no key of the form ABC-12");
      else {
        const { facts, faults } = issueFacts(issue, { site, reading, fields });
        for (const text of faults) book.note("cell-unreadable", place, `${key}, ${text}`);
        const updatedAt = reading.instant(textAt(issue, "fields", "updated")) ?? "";
        if (!book.add(key, { facts, updatedAt, place })) continue;
        const extent = extentOf(issue);
        extents.push(extent);
        const arrivedAt = facts.createdAt;
        if (extent !== "none" && arrivedAt !== null)
          items.set(key, issuePast(issue, { facts, arrivedAt, site, reading, extent }));
      }
    }
    tellOfPages(document, rows.length, book);
    tellOfLogs(extents, book);
    const isWhole = extents.every((extent) => extent === "whole") && items.size === extents.length;
    const past = { items, told: isWhole ? toldOf(fields, rows, site) : [] };
    const isNamed = fieldIds.isNamed && reading.settings.estimateField === null;
    if (!isNamed && !fields.includes("estimate")) book.note("fields-unnamed", WHOLE, UNNAMED);
    return {
      order: orderOf(rows, site),
      fields,
      assumed: isNamed && !fields.includes("estimate") ? ["estimate"] : [],
      ...(items.size > 0 ? { past } : {}),
    };
  },
});
