import { type Connection, type Page, readPages } from "../../../src/sources/github/pages.ts";
import type { Asked, Reply } from "./answering-server.ts";
import { testClient } from "./test-client.ts";

export type Node = { number: number };
export type Data = { list: Connection<Node> | null };

export const LIST =
  "query Numbers($pageSize: Int!, $cursor: String) { list(first: $pageSize, after: $cursor) { nodes } }";

/** A list of the numbers from 1, whose cursors are the last number before. */
export const pageOf = (total: number, { variables }: Asked["body"]): Connection<Node> => {
  const from = Number(variables.cursor ?? 0);
  const to = Math.min(total, from + Number(variables.pageSize));
  return {
    totalCount: total,
    pageInfo: { hasNextPage: to < total, endCursor: to > from ? String(to) : null },
    nodes: Array.from({ length: to - from }, (_, index) => ({ number: from + index + 1 })),
  };
};

export const listed = (list: object | null, errors?: object[]): Reply => ({
  json: { data: { list }, errors },
});

/** Numbers from 1 to `total`, unless `fault` answers in their place. */
export const numbers =
  (total: number, fault: (asked: Asked) => Reply | null = () => null) =>
  (asked: Asked): Reply =>
    fault(asked) ?? listed(pageOf(total, asked.body));

export const reading = (url: string, more: { pageSize?: number; cursor?: string | null } = {}) => {
  const { client, clock } = testClient(url);
  const pages = readPages<Data, Node>({
    client,
    document: LIST,
    variables: { owner: "acme" },
    pageSize: 8,
    cursor: null,
    connection: ({ list }) => list,
    ...more,
  });
  return { pages, client, clock };
};

export const all = async (pages: AsyncIterable<Page<Node>>): Promise<Page<Node>[]> => Array.fromAsync(pages);
export const numbersOf = (pages: readonly Page<Node>[]): number[] =>
  pages.flatMap(({ nodes }) => nodes.map(({ number }) => number));
export const upTo = (last: number, first = 1): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);
