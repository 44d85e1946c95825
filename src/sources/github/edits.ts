import type { Facts } from "../../model/facts.ts";
import type { DatedEvent, ItemRead } from "../../model/tracker-read.ts";
import type { BodyEdit, BodyEditsNode, BodyEditsPage } from "./answers.ts";
import { readBatches } from "./batches.ts";
import { bodyFacts, bodyHistory, UNKNOWN_BODY } from "./body-history.ts";
import type { Client } from "./client.ts";
import { BODY_EDITS, BODY_EDITS_PAGE, EDITS_BATCH } from "./documents/edits.ts";
import { GithubError } from "./github-error.ts";
import { readPages } from "./pages.ts";
import type { GithubReading } from "./reading.ts";

type BodyFacts = Pick<Facts, "described" | "acceptanceCriteria">;

/** The history of one description, or of it only how it stands. */
export type EditsRead = {
  id: string;
  /** As it was when its versions were read: it may have been edited since its page was. */
  now: BodyFacts;
  /** `null` where it can't be used. */
  history: { first: BodyFacts; events: readonly DatedEvent[] } | null;
};

const missing = (found: string): GithubError =>
  new GithubError({
    kind: "answer",
    call: "BodyEdits",
    found,
    remedy: "Nothing of this answer was used. The next run tries again.",
  });

const restOf = async (client: Client, node: BodyEditsNode): Promise<BodyEdit[]> => {
  const first = node.userContentEdits;
  const edits = (first?.nodes ?? []).filter((edit): edit is BodyEdit => edit !== null);
  if (edits.length < (first?.nodes.length ?? 0))
    throw missing(`a version of the description of #${node.number} is missing.`);
  if (!first?.pageInfo.hasNextPage) return edits;
  const pages = readPages<BodyEditsPage, BodyEdit>({
    client,
    document: BODY_EDITS_PAGE,
    variables: { id: node.id },
    pageSize: EDITS_BATCH,
    cursor: first.pageInfo.endCursor,
    connection: (data) => data.node?.userContentEdits,
  });
  for await (const page of pages) edits.push(...page.nodes);
  return edits;
};

/** Reads the histories of descriptions, a hundred a request; the texts end here. */
export async function* readEdits(options: {
  client: Client;
  /** Node ids. */
  ids: readonly string[];
  reading: GithubReading;
}): AsyncGenerator<EditsRead[]> {
  const { client, ids, reading } = options;
  const batches = readBatches<BodyEditsNode>({ client, document: BODY_EDITS, ids, batchSize: EDITS_BATCH });
  for await (const { nodes, errors, ids: asked } of batches) {
    const read: EditsRead[] = [];
    for (const [index, node] of nodes.entries()) {
      if (node === null && !errors.some(({ path }) => path.includes(index)))
        throw missing(`entry ${index + 1} of ${asked.length} is missing.`);
      // Gone since its page was read: the next look at all issues finds out.
      if (node === null || node.__typename !== "Issue") continue;
      const { body, includesCreatedEdit: includesCreation } = node;
      const history = bodyHistory(await restOf(client, node), { body, includesCreation, reading });
      read.push({ id: `#${node.number}`, now: bodyFacts(body, reading), history });
    }
    yield read;
  }
}

/** An item whose description was edited, and nobody knows how it was before. */
export const withoutEdits = (item: ItemRead): ItemRead => ({
  ...item,
  first: { ...item.first, ...UNKNOWN_BODY },
});

/** An item with the history of its description. */
export const withEdits = (item: ItemRead, { now, history }: EditsRead): ItemRead => {
  if (history === null) return withoutEdits({ ...item, now: { ...item.now, ...now } });
  const here = history.events.filter(({ at }) => at >= item.arrivedAt);
  // What was edited before a transfer is how it was when it arrived.
  const earlier = history.events.filter(({ at }) => at < item.arrivedAt);
  const body: Partial<Facts> = Object.assign({}, history.first, ...earlier.map(({ set }) => set));
  const events = [...item.events, ...here].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return { ...item, first: { ...item.first, ...body }, now: { ...item.now, ...now }, events };
};
