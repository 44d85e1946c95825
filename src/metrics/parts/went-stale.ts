import { type Backlog, begunSprints } from "../../history/backlog.ts";
import type { Sprint } from "../../model/sprint.ts";
import { readyItems } from "./ready-spells.ts";
import { sprintIndex } from "./sprint-index.ts";

/** metrics.md §3: ready work keeps for three sprints. */
const SHELF_SPRINTS = 3;

/** How long ready work keeps, by the length of a sprint. */
export const shelfLife = (sprint: Sprint): number => SHELF_SPRINTS * (sprint.end - sprint.start);

/**
 * Ids of the items whose readiness passed its shelf life in a sprint while they were ready, by the sprint's place in
 * the backlog's list; of one that was away then, in the sprint in which it came back.
 */
export const staleBySprint = (backlog: Backlog): string[][] => {
  const sprints = begunSprints(backlog);
  const find = sprintIndex(sprints);
  const stale: string[][] = sprints.map(() => []);
  for (const { spells } of readyItems(backlog)) {
    /** Each becoming ready goes stale once. */
    let done: number | null = null;
    for (const { id, from, to, since } of spells) {
      if (since === done) continue;
      // Ready in a pause between two sprints: the next sprint is the first to notice.
      let index = find(from);
      if (index === -1) index = sprints.findIndex(({ start }) => start > from);
      for (; index !== -1 && index < sprints.length && sprints[index]!.start < to; index += 1) {
        const sprint = sprints[index]!;
        const at = Math.max(from, sprint.start, since + shelfLife(sprint));
        if (at >= sprint.end) continue;
        if (at < to && at <= backlog.asOf) {
          stale[index]!.push(id);
          done = since;
        }
        break;
      }
    }
  }
  return stale;
};
