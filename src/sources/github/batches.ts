import { askSmaller } from "./ask-smaller.ts";
import { callOf } from "./call-name.ts";
import type { Client, Variables } from "./client.ts";
import { GithubError } from "./github-error.ts";
import type { GraphqlErrorItem } from "./graphql-errors.ts";
import { pageSize } from "./page-size.ts";

export type Batch<Node> = {
  ids: readonly string[];
  /** One for each id, in that order; `null` where it is gone or the token may not see it. */
  nodes: readonly (Node | null)[];
  serverTime: number;
  errors: readonly GraphqlErrorItem[];
};

/**
 * Reads things by their ids, some at a time, with a document of one variable `ids` over `nodes(ids: $ids)`; fewer at a
 * time where it is too much for GitHub, as descriptions of many edits can be.
 *
 * @throws GithubError, BudgetEnded
 */
export async function* readBatches<Node>(options: {
  client: Client;
  document: string;
  ids: readonly string[];
  batchSize: number;
  /** Those of the document beside `ids`. */
  variables?: Variables;
}): AsyncGenerator<Batch<Node>> {
  const { client, document, ids } = options;
  const size = pageSize(options.batchSize);
  for (let from = 0; from < ids.length; ) {
    let asked: readonly string[] = [];
    const start = from;
    const { data, serverTime, errors } = await askSmaller<{ nodes: readonly (Node | null)[] }>({
      client,
      document,
      size,
      variables: (now) => {
        asked = ids.slice(start, start + now);
        return { ...options.variables, ids: asked };
      },
    });
    if (data.nodes.length !== asked.length)
      throw new GithubError({
        kind: "answer",
        call: callOf(document),
        found: `asked for ${asked.length}, and ${data.nodes.length} came.`,
        remedy: "Nothing of this answer was used. The next run tries again.",
      });
    size.worked();
    from += asked.length;
    yield { ids: asked, nodes: data.nodes, serverTime, errors };
  }
}
