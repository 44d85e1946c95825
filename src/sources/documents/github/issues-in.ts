import { isJson, objectOf, unwrapped, valueAt } from "../json.ts";
import { isNumbered } from "./issue.ts";

/** How deep an answer may wrap its issues: `data.repository.issues.nodes`, `data.search.edges[].node`. */
const DEEPEST = 6;

/** A list of issues, and where it stands. */
export type IssueList = { path: string; issues: readonly unknown[]; hasMore: boolean };

/** Every list of issues in a value: the value itself, or lists that an answer wraps. */
export const issueLists = (value: unknown, path = "", depth = 0): IssueList[] => {
  if (depth > DEEPEST) return [];
  const list = unwrapped(value);
  if (list.some(isNumbered)) {
    const hasMore = valueAt(value, "pageInfo", "hasNextPage") === true;
    return [{ path: Array.isArray(value) ? path : `${path}.nodes`, issues: list, hasMore }];
  }
  // Pages one in the other, as a tool writes them that was told to slurp.
  if (Array.isArray(value))
    return depth > 0 ? [] : value.flatMap((page, index) => issueLists(page, `[${index}]`, depth + 1));
  if (!isJson(value) || isNumbered(value)) return [];
  return Object.keys(objectOf(value)).flatMap((key) =>
    issueLists(value[key], path === "" ? key : `${path}.${key}`, depth + 1),
  );
};
