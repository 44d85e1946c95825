import type { Backlog } from "../history/backlog.ts";
import { discordance, movesBetween } from "../history/moves.ts";
import { toIso } from "../lib/dates.ts";
import type { ReportObservation } from "./schema.ts";

/** Every accepted observation with what it showed, compared with the previous one that shows an order. */
export const describeObservations = (backlog: Backlog): ReportObservation[] => {
  let previous: string[] | null = null;
  return backlog.observations.map((seen) => {
    const productBacklog = new Set(backlog.productBacklog(seen.at).map(({ id }) => id));
    const order = seen.order?.filter((id) => productBacklog.has(id)) ?? null;
    const moves = order && previous ? movesBetween(previous, order) : null;
    const described: ReportObservation = {
      at: toIso(seen.at),
      source: seen.run.source,
      rows: seen.run.rows,
      items: seen.items,
      backlog: productBacklog.size,
      ordered: order?.length ?? 0,
      survivors: moves?.survivors.length ?? null,
      moves: moves?.moved.length ?? null,
      discordance: order && previous ? discordance(previous, order) : null,
    };
    previous = order ?? previous;
    return described;
  });
};
