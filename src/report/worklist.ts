import type { Backlog } from "../history/backlog.ts";
import { DAY } from "../lib/dates.ts";
import { shortestAgenda, windowOf } from "../lib/walk.ts";
import { createdAt } from "../metrics/parts/created.ts";
import { depthAt, sizedOrder } from "../metrics/parts/depth.ts";
import type { Sizing } from "../metrics/parts/sizing.ts";
import type { Publishable } from "./redact.ts";
import type { Report } from "./schema.ts";

export type WorkOptions = {
  backlog: Backlog;
  sizing: Sizing;
  band: readonly [number, number];
  publish: (id: string) => Publishable;
  /** Logged minutes of refinement that an item takes to become ready; `null` when not known. */
  pace: number | null;
};

/**
 * What to refine next: the unready items of the window in order (of the whole order where velocity is unknown), and
 * the shortest prefix that lifts the depth to the lower end of the band. metrics.md §5.
 */
export const worklistOf = (options: WorkOptions): Pick<Report, "worklist" | "agenda"> => {
  const { backlog, sizing, band, publish } = options;
  const t = backlog.asOf;
  if (backlog.ruleAt(t).unknown !== null) return { worklist: [], agenda: null };
  const depth = depthAt(backlog, sizing, { t, beforePlanning: false });
  const order = sizedOrder(backlog, depth, t) ?? [];
  const velocity = depth.velocity.value;
  const reach = velocity === null ? order : windowOf(order, band[1] * velocity);
  const unready = reach.filter((item) => !item.ready);
  const worklist = unready.map((item) => {
    const created = createdAt(backlog.items.get(item.id)!.spans);
    return {
      id: item.id,
      ...publish(item.id),
      failed: [...item.failed],
      size: item.estimate,
      ageDays: created === null ? null : (t - created) / DAY,
    };
  });

  if (velocity === null || depth.readySize === null) return { worklist, agenda: null };
  const agenda = shortestAgenda(unready, { readySize: depth.readySize, target: band[0] * velocity });
  if (agenda === null) return { worklist, agenda: null };
  const ids = agenda.items.map(({ id }) => id);
  const minutes = options.pace === null ? null : ids.length * options.pace;
  return { worklist, agenda: { ids, depth: agenda.size / velocity, minutes } };
};
