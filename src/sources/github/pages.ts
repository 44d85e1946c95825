import { showPlain } from "../../config/show.ts";
import { askSmaller } from "./ask-smaller.ts";
import { callOf } from "./call-name.ts";
import type { Client, Variables } from "./client.ts";
import { explainErrors } from "./explain.ts";
import { GithubError } from "./github-error.ts";
import type { GraphqlErrorItem } from "./graphql-errors.ts";
import { pageSize as sizeFrom } from "./page-size.ts";

/** One list of GraphQL that is read by cursors. */
export type Connection<Node> = {
  totalCount?: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: readonly (Node | null)[];
};

export type Page<Node> = {
  nodes: readonly Node[];
  /** To go on behind this page, now or with the next run; of an empty list `null`. */
  cursor: string | null;
  /** What was asked for. */
  pageSize: number;
  /** Where the document asks for it. */
  totalCount: number | null;
  /** The server's `Date` in milliseconds. */
  serverTime: number;
  /** Parts of the nodes that the token may not see. */
  errors: readonly GraphqlErrorItem[];
};

type ReadPages<Data, Node> = {
  client: Client;
  /** With the variables `pageSize` and `cursor`. */
  document: string;
  variables: Variables;
  pageSize: number;
  /** Where an earlier run ended; `null` for the start. */
  cursor: string | null;
  connection: (data: Data) => Connection<Node> | null | undefined;
};

type Place = { document: string; cursor: string | null; errors: readonly GraphqlErrorItem[] };

const behind = (cursor: string | null): string =>
  cursor === null ? "on the first page" : `on the page behind cursor ${showPlain(cursor)}`;

const broken = ({ document, cursor, errors }: Place, found: string): GithubError => {
  const said = explainErrors(errors);
  return new GithubError({
    kind: errors.length > 0 ? "access" : "answer",
    call: callOf(document),
    cursor,
    found: `${behind(cursor)}, ${found}.${said ? ` ${said.found}` : ""}`,
    remedy: said?.remedy ?? "Nothing of this page was used. The next run tries again.",
  });
};

/** Nodes of a page, all of them: a hole would be an item that is silently missing. */
const wholeNodes = <Node>(connection: Connection<Node>, place: Place): Node[] =>
  connection.nodes.map((node, index) => {
    if (node !== null) return node;
    const errors = place.errors.filter(({ path }) => path.includes(index));
    throw broken(
      { ...place, errors: errors.length > 0 ? errors : place.errors },
      `entry ${index + 1} is missing`,
    );
  });

/** An error of a page as an error that tells which page, so that a caller may step over it. */
const located = (error: unknown, cursor: string | null): unknown =>
  error instanceof GithubError
    ? new GithubError({
        kind: error.kind,
        call: error.call,
        status: error.status,
        cursor,
        found: `${behind(cursor)}: ${error.found}`,
        remedy: error.remedy,
      })
    : error;

/**
 * Reads a list page by page, one request at a time; the next page is asked for when the caller wants it, after having
 * put this one away.
 *
 * Halves the page where it is too much for GitHub, keeps the size that worked and grows again after twenty good pages.
 *
 * @throws GithubError with the cursor of the page that could not be read; BudgetEnded
 */
export async function* readPages<Data, Node>(options: ReadPages<Data, Node>): AsyncGenerator<Page<Node>> {
  const { client, document, variables, connection: find } = options;
  const size = sizeFrom(options.pageSize);
  const seen = new Set<string>();
  let { cursor } = options;
  for (;;) {
    if (cursor !== null) seen.add(cursor);
    const at = cursor;
    let asked = size.now;
    const result = await askSmaller<Data>({
      client,
      document,
      size,
      variables: (now) => {
        asked = now;
        return { ...variables, pageSize: now, cursor: at };
      },
    }).catch((error: unknown) => {
      throw located(error, at);
    });
    const place = { document, cursor, errors: result.errors };
    const found = find(result.data);
    if (!found) throw broken(place, "the list is missing");
    const nodes = wholeNodes(found, place);
    const { hasNextPage, endCursor } = found.pageInfo;
    if (hasNextPage && (endCursor === null || seen.has(endCursor)))
      throw broken(
        place,
        `GitHub says that more follows, and points back to ${showPlain(endCursor ?? "nothing")}`,
      );
    size.worked();
    yield {
      nodes,
      cursor: endCursor ?? cursor,
      pageSize: asked,
      totalCount: found.totalCount ?? null,
      serverTime: result.serverTime,
      errors: result.errors,
    };
    if (!hasNextPage) return;
    cursor = endCursor;
  }
}
