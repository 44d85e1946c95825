import type { Problem } from "../../model/observation.ts";
import type { Client } from "./client.ts";
import { GithubError } from "./github-error.ts";
import type { PendingState } from "./pending.ts";
import type { GithubSource } from "./read-overview.ts";
import { fateOf, sweep } from "./sweep.ts";

export type Gone = { ids: string[]; problems: Problem[] };

const FATES = {
  transferred: "was transferred to another repository",
  deleted: "was deleted",
  unreachable: "is no longer reachable",
};

const refuseEmpty = (source: GithubSource, known: number): never => {
  throw new GithubError({
    kind: "answer",
    call: "Sweep",
    found: `${source.owner}/${source.repository} shows no issue any more; ${known} are known.`,
    remedy: "Nothing was recorded. Check what the token may see.",
  });
};

/**
 * Issues that are no longer there: deleted and transferred ones show up in no list of changes. All issues are looked
 * for where their count differs from what is known, or where a look is due.
 */
export const findGone = async (options: {
  client: Client;
  source: GithubSource;
  present: ReadonlySet<string>;
  state: PendingState;
  /** Issues that the repository says it has. */
  total: number;
  /** Up to where changes have been read: what is newer is the next run's. */
  read: string | null;
  due: boolean;
}): Promise<Gone> => {
  const { client, source, state, total, read, due } = options;
  const known = new Set([...options.present, ...state.items.keys()]);
  if (known.size === total && !due) return { ids: [], problems: [] };
  const there = await sweep(client, source);
  if (there.size === 0 && known.size > 0) refuseEmpty(source, known.size);
  const ids = [...known].filter((id) => !there.has(id));
  const problems: Problem[] = [];
  for (const id of ids) {
    const fate = await fateOf(client, source, id);
    problems.push({ id: `issue-${fate}`, where: id, text: FATES[fate] });
  }
  // Rare: a change that became visible later than the overlap reaches back. The next run reads from there.
  for (const [id, updatedAt] of there)
    if (!known.has(id) && read !== null && updatedAt <= read)
      state.unread.set(Number(id.slice(1)), updatedAt);
  return { ids, problems };
};
