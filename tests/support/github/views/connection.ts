import { githubError } from "../github-error.ts";

/** The arguments every connection takes. */
export interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

const MOST = 100;

export const encodeCursor = (position: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(position)).toString("base64url");

export const decodeCursor = (cursor: string): unknown[] => {
  const invalid = githubError(
    "INVALID_CURSOR_ARGUMENTS",
    `\`${cursor}\` does not appear to be a valid cursor.`,
  );
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(position)) return position;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw invalid;
};

/** The page size, as strict as GitHub about it. */
export const pageSize = ({ first, last, before }: PageArgs, name: string): number => {
  if (last || before) throw new Error("the fake pages forward only");
  if (first === undefined || first === null)
    throw githubError(
      "MISSING_PAGINATION_BOUNDARIES",
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
    );
  if (first < 1 || first > MOST)
    throw githubError(
      "EXCESSIVE_PAGINATION",
      `Requesting ${first} records on the \`${name}\` connection exceeds the \`first\` limit of ${MOST} records.`,
    );
  return first;
};

/** Without a page size a connection may be counted, not read. */
export const isOnlyCounted = ({ first, last }: PageArgs): boolean => !first && !last;

export const onlyCounted = <Counts>(name: string, counts: Counts) => {
  const refuse = (): number => pageSize({}, name);
  return { ...counts, nodes: refuse, pageInfo: refuse };
};

export interface Slice<T> {
  readonly items: readonly T[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly cursorOf: (item: T) => string;
}

/** The connection over a slice that was already cut. */
export const connectionOf = <T>(
  { items, hasNextPage, hasPreviousPage, cursorOf }: Slice<T>,
  { view, ...more }: { view: (item: T) => unknown; totalCount: number } & Record<string, unknown>,
) => {
  const [first, last] = [items.at(0), items.at(-1)];
  return {
    ...more,
    nodes: () => items.map(view),
    pageInfo: {
      hasNextPage,
      hasPreviousPage,
      startCursor: first === undefined ? null : cursorOf(first),
      endCursor: last === undefined ? null : cursorOf(last),
    },
  };
};

/**
 * A page of a list. A cursor is the id of the last item seen, so that what is inserted before it moves nothing;
 * if that item is gone, the page goes on from where it stood.
 */
export const connection = <T>(
  all: readonly T[],
  args: PageArgs,
  options: { name: string; idOf: (item: T) => string; view: (item: T) => unknown } & Record<string, unknown>,
) => {
  const { name, idOf, view, ...more } = options;
  if (isOnlyCounted(args)) return onlyCounted(name, { totalCount: all.length, ...more });
  const size = pageSize(args, name);
  let start = 0;
  if (args.after) {
    const [at, id] = decodeCursor(args.after);
    const known = all.findIndex((item) => idOf(item) === id);
    start = known >= 0 ? known + 1 : Math.min(Number(at), all.length);
  }
  const slice: Slice<T> = {
    items: all.slice(start, start + size),
    hasNextPage: start + size < all.length,
    hasPreviousPage: start > 0,
    cursorOf: (item) => encodeCursor([all.indexOf(item), idOf(item)]),
  };
  return connectionOf(slice, { totalCount: all.length, ...more, view });
};
