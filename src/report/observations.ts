import type { Backlog } from "../history/backlog.ts";
import { type Compared, orderWalk } from "../history/order/walk.ts";
import { toIso } from "../lib/dates.ts";
import type { ReportObservation } from "./schema.ts";

/** Kendall's normalised discordance: 0 same order, 1 reversed; `null` below two survivors. */
const discordanceOf = ({ survivors, inversions }: Compared): number | null => {
  const pairs = (survivors * (survivors - 1)) / 2;
  return pairs === 0 ? null : inversions / pairs;
};

/** Each look at the order beside the one before; most have been compared already, to measure how it is rearranged. */
const comparedLooks = (backlog: Backlog): Map<number, { ordered: number; step: Compared | null }> => {
  const walk = orderWalk(backlog);
  const looks = backlog.observations.flatMap(({ run }, index) => (run.ordered ? [index] : []));
  const isKnown = (look: number, index: number): boolean =>
    index === 0 ? walk.ordered.has(look) : walk.compared.get(look)?.before === looks[index - 1];
  const until = looks.findLastIndex((look, index) => !isKnown(look, index));
  if (until !== -1) walk.stretch(looks.slice(0, until + 1));
  return new Map(
    looks.map((look, index) => [
      look,
      { ordered: walk.ordered.get(look)!, step: index === 0 ? null : walk.compared.get(look)! },
    ]),
  );
};

/** Every accepted observation with what it showed, compared with the previous one that shows an order. */
export const describeObservations = (backlog: Backlog): ReportObservation[] => {
  const { counts } = orderWalk(backlog);
  const compared = comparedLooks(backlog);
  return backlog.observations.map((seen, index): ReportObservation => {
    const { ordered = 0, step = null } = compared.get(index) ?? {};
    return {
      at: toIso(seen.at),
      source: seen.run.source,
      rows: seen.run.rows,
      items: seen.items,
      backlog: counts[index]!,
      ordered,
      survivors: step?.survivors ?? null,
      moves: step?.moves ?? null,
      discordance: step && discordanceOf(step),
    };
  });
};
