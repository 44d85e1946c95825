import { SECOND } from "../../lib/dates.ts";
import type { Client, QueryResult, Variables } from "./client.ts";
import { GithubError } from "./github-error.ts";
import type { PageSize } from "./page-size.ts";

/** Attempts after the first at a size that can't be halved any more. */
const LAST_RETRIES = 3;

/** Before asking for less: GitHub charges for queries that ran out of time, and is better left alone for a moment. */
const BREATH = SECOND;

const mayPassSmaller = (error: unknown): error is GithubError =>
  error instanceof GithubError && (error.kind === "overload" || error.kind === "body");

/**
 * Asks for less each time that it was too much: half of it, down to one, which is tried a few times.
 *
 * @param variables for a size
 */
export const askSmaller = async <Data>(options: {
  client: Client;
  document: string;
  size: PageSize;
  variables: (size: number) => Variables;
}): Promise<QueryResult<Data>> => {
  const { client, document, size, variables } = options;
  for (;;) {
    const retries = size.now > 1 ? 0 : LAST_RETRIES;
    try {
      return await client.query<Data>(document, variables(size.now), { retries });
    } catch (error) {
      if (!mayPassSmaller(error) || !size.shrink()) throw error;
      await client.pause(BREATH, error.call);
    }
  }
};
