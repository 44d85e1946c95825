import { githubError } from "../github-error.ts";
import type { Head } from "../issue-shelf.ts";
import { instantOf, issueOf } from "../lookup.ts";
import type { WorldState } from "../state.ts";
import {
  connection,
  connectionOf,
  decodeCursor,
  encodeCursor,
  isOnlyCounted,
  onlyCounted,
  type PageArgs,
  pageSize,
} from "./connection.ts";
import { issueView } from "./issue-view.ts";
import type { Scene, View } from "./scene.ts";
import { labelView, milestoneView } from "./small-views.ts";

type Key = readonly [string, number];

interface IssuesArgs extends PageArgs {
  readonly filterBy?: Readonly<Record<string, unknown>> & { readonly since?: string | null };
  readonly orderBy?: {
    readonly field: "CREATED_AT" | "UPDATED_AT" | "COMMENTS";
    readonly direction: "ASC" | "DESC";
  };
  readonly states?: readonly string[] | null;
}

const compare = ([a, m]: Key, [b, n]: Key): number => (a < b ? -1 : a > b ? 1 : m - n);

const keyOf =
  (field: "createdAt" | "updatedAt") =>
  (head: Head): Key => [head[field], head.number];

const sorted = new WeakMap<WorldState, Map<string, readonly Head[]>>();

/** The heads in order, sorted once per version of the world. */
const inOrder = (state: WorldState, field: "createdAt" | "updatedAt"): readonly Head[] => {
  const cache = sorted.get(state) ?? new Map<string, readonly Head[]>();
  sorted.set(state, cache);
  const name = `${state.version} ${field}`;
  const known = cache.get(name);
  if (known) return known;
  const key = keyOf(field);
  const heads = state.issues.heads().sort((a, b) => compare(key(a), key(b)));
  cache.clear();
  cache.set(name, heads);
  return heads;
};

/** GitHub answers an empty list for the beginning of time. */
const sinceFilter = (since: string | null | undefined): ((head: Head) => boolean) => {
  if (!since) return () => true;
  if (Number.isNaN(Date.parse(since))) throw githubError("ARGUMENT_ERROR", `'${since}' is not a DateTime`);
  const from = instantOf(since);
  return from === "1970-01-01T00:00:00Z" ? () => false : (head) => head.updatedAt >= from;
};

/**
 * A page of issues. A cursor is a position, time and number, not a row count: an issue that is updated between two
 * pages moves behind the cursor of an ascending read and is met again.
 */
const issuesView = (scene: Scene, args: IssuesArgs): View => {
  const { state } = scene;
  const { since, ...others } = args.filterBy ?? {};
  if (Object.values(others).some((value) => value !== null && value !== false) || args.states)
    throw new Error("the fake filters issues by since alone");
  const { field, direction } = args.orderBy ?? { field: "CREATED_AT", direction: "ASC" };
  if (field === "COMMENTS") throw new Error("the fake doesn't sort by comments");
  const key = keyOf(field === "UPDATED_AT" ? "updatedAt" : "createdAt");
  const ascending = inOrder(state, field === "UPDATED_AT" ? "updatedAt" : "createdAt").filter(
    sinceFilter(since),
  );
  const all = direction === "ASC" ? ascending : ascending.toReversed();
  if (isOnlyCounted(args)) return onlyCounted("issues", { totalCount: all.length });
  const size = pageSize(args, "issues");
  const after = args.after ? (decodeCursor(args.after) as unknown as Key) : null;
  const sign = direction === "ASC" ? 1 : -1;
  const found = after === null ? 0 : all.findIndex((head) => compare(key(head), after) * sign > 0);
  const start = found < 0 ? all.length : found;
  return connectionOf(
    {
      items: all.slice(start, start + size),
      hasNextPage: start + size < all.length,
      hasPreviousPage: start > 0,
      cursorOf: (head) => encodeCursor(key(head)),
    },
    { totalCount: all.length, view: ({ number }) => issueView(scene, issueOf(state, number)) },
  );
};

/** The one repository of the world. */
export const repositoryView = (scene: Scene): View => {
  const { state } = scene;
  const { id, owner, name, isPrivate, createdAt } = state.repository;
  const idOf = (one: { readonly id: string }): string => one.id;
  return {
    __typename: "Repository",
    id,
    name,
    nameWithOwner: `${owner}/${name}`,
    isPrivate,
    visibility: isPrivate ? "PRIVATE" : "PUBLIC",
    isArchived: false,
    hasIssuesEnabled: true,
    createdAt,
    url: `https://github.example/${owner}/${name}`,
    owner: { __typename: state.ownerKind, id: `O_${owner}`, login: owner },
    issues: (args: IssuesArgs) => issuesView(scene, args),
    issue: ({ number }: { number: number }) => {
      const issue = state.issues.get(number);
      if (issue) return issueView(scene, issue);
      throw githubError("NOT_FOUND", `Could not resolve to an Issue with the number of ${number}.`);
    },
    labels: (args: PageArgs) => {
      const labels = state.labels.filter(({ deleted }) => !deleted);
      return connection(labels, args, { name: "labels", idOf, view: labelView });
    },
    milestones: (args: PageArgs) => {
      const milestones = state.milestones.filter(({ deleted }) => !deleted);
      return connection(milestones, args, { name: "milestones", idOf, view: milestoneView });
    },
  };
};
