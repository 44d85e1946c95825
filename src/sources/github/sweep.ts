import type { Sweep, SweptIssue } from "./answers.ts";
import type { Client } from "./client.ts";
import { SWEEP, SWEEP_SIZE } from "./documents/issues.ts";
import { GithubError } from "./github-error.ts";
import { readPages } from "./pages.ts";
import type { GithubSource } from "./read-overview.ts";

/** All issues that the repository has now: when each was last changed, by id. */
export const sweep = async (client: Client, source: GithubSource): Promise<Map<string, string>> => {
  const found = new Map<string, string>();
  const pages = readPages<Sweep, SweptIssue>({
    client,
    document: SWEEP,
    variables: { owner: source.owner, name: source.repository },
    pageSize: SWEEP_SIZE,
    cursor: null,
    connection: (data) => data.repository?.issues,
  });
  for await (const { nodes } of pages)
    for (const { number, updatedAt } of nodes) found.set(`#${number}`, updatedAt);
  return found;
};

/** Why an issue is no longer there. */
export type Fate = "transferred" | "deleted" | "unreachable";

/**
 * Asks for one issue that the sweep did not show.
 * @throws GithubError when it is there after all: then the sweep can't be trusted
 */
export const fateOf = async (client: Client, source: GithubSource, id: string): Promise<Fate> => {
  const path = `/repos/${source.owner}/${source.repository}/issues/${id.replace("#", "")}`;
  const { status, repositoryUrl } = await client.rest(path);
  if (status === 410) return "deleted";
  if (status === 404) return "unreachable";
  const here = `/${source.owner}/${source.repository}`.toLowerCase();
  if (repositoryUrl !== null && !repositoryUrl.toLowerCase().endsWith(here)) return "transferred";
  // A discussion now, or a pull request: no issue of the repository any more.
  if (repositoryUrl === null) return "unreachable";
  throw new GithubError({
    kind: "answer",
    call: "Sweep",
    found: `${id} is missing from the list of all issues and is there when asked for.`,
    remedy: "Nothing of this reading was used. The next run tries again.",
  });
};
