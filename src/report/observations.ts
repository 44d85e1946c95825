import type { Backlog } from "../history/backlog.ts";
import { type Compared, orderWalk } from "../history/order-walk.ts";
import { toIso } from "../lib/dates.ts";
import type { ReportObservation } from "./schema.ts";

/** Looks that are compared in one go: what stays together for so long is one block, whatever its length. */
const LOOKS = 16;

/** Kendall's normalised discordance: 0 same order, 1 reversed; `null` below two survivors. */
const discordanceOf = ({ survivors, inversions }: Compared): number | null => {
  const pairs = (survivors * (survivors - 1)) / 2;
  return pairs === 0 ? null : inversions / pairs;
};

/** Each look at the order beside the one before; most have been compared already, to measure how it is rearranged. */
const comparedLooks = (
  backlog: Backlog,
): Map<number, Pick<Compared, "ordered"> & { step: Compared | null }> => {
  const walk = orderWalk(backlog);
  const looks = backlog.observations.flatMap(({ run }, index) => (run.ordered ? [index] : []));
  const of = (index: number): Compared | null => {
    const known = walk.compared.get(looks[index]!);
    return known && known.before === looks[index - 1] ? known : null;
  };
  /** The first look has nothing before it; how much it shows is found on the way to the second. */
  let first: number | null = null;
  for (let from = 0; from < looks.length; from += LOOKS) {
    const own = looks.slice(Math.max(0, from - 1), from + LOOKS);
    const isKnown = from > 0 && own.slice(1).every((_, index) => of(from + index) !== null);
    if (isKnown) continue;
    const { ordered } = walk.stretch(own);
    first ??= ordered[0]!;
  }
  return new Map(
    looks.map((look, index) => {
      const step = index === 0 ? null : of(index)!;
      return [look, { ordered: step?.ordered ?? first!, step }];
    }),
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
