import type { IssueNode } from "./answers.ts";
import { readBatches } from "./batches.ts";
import { PAGE_SIZE, TIMELINE_SIZE } from "./documents/issues.ts";
import { GithubError } from "./github-error.ts";
import type { BoardResult } from "./read-board.ts";
import { type ReadIssues, readPage } from "./read-issues.ts";

/** Issues whose card shows another status than is known, and which no page gave: node ids. */
const movedIds = (
  { board, nodes }: BoardResult,
  { pending, statusOf }: Pick<ReadIssues, "pending"> & { statusOf: (id: string) => string | null },
): string[] =>
  [...board.items].flatMap(([id, { status }]) => {
    if (status === undefined || pending.state.items.has(id) || status.value === statusOf(id)) return [];
    return nodes.get(id) ?? [];
  });

/**
 * Reads the issues whose cards have moved: GitHub writes an event, and does not count it as a change of the issue, so
 * that no page of changed issues shows it.
 */
export const readMoved = async (
  options: ReadIssues & { document: string; board: BoardResult; statusOf: (id: string) => string | null },
): Promise<void> => {
  const { client, document, documents, board, pending } = options;
  const ids = movedIds(board, options);
  const variables = { timelineSize: TIMELINE_SIZE, itemTypes: documents.itemTypes };
  const batches = readBatches<IssueNode & { __typename: string }>({
    client,
    document,
    ids,
    batchSize: PAGE_SIZE,
    variables,
  });
  for await (const { nodes, errors } of batches) {
    const found = nodes.filter((node) => node !== null);
    const gone = nodes.flatMap((node, index) => (node === null ? [index] : []));
    if (gone.some((index) => !errors.some(({ path }) => path.includes(index))))
      throw new GithubError({
        kind: "answer",
        call: "IssuesById",
        found: `entry ${gone[0]! + 1} of ${nodes.length} is missing.`,
        remedy: "Nothing of this answer was used. The next run tries again.",
      });
    pending.addPage(await readPage(found, options));
  }
};
