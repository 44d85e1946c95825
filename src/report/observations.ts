import type { Backlog } from "../history/backlog.ts";
import { orderWalk, type Step } from "../history/order-walk.ts";
import { toIso } from "../lib/dates.ts";
import type { ReportObservation } from "./schema.ts";

/** Looks that are compared in one go: what stays together for so long is one block, whatever its length. */
const LOOKS = 16;

/** Kendall's normalised discordance: 0 same order, 1 reversed; `null` below two survivors. */
const discordanceOf = ({ survivors, inversions }: Step): number | null => {
  const pairs = (survivors * (survivors - 1)) / 2;
  return pairs === 0 ? null : inversions / pairs;
};

/** Every accepted observation with what it showed, compared with the previous one that shows an order. */
export const describeObservations = (backlog: Backlog): ReportObservation[] => {
  const walk = orderWalk(backlog);
  const looks = backlog.observations.flatMap(({ run }, index) => (run.ordered ? [index] : []));
  const ordered = new Map<number, number>();
  const steps = new Map<number, Step>();
  for (let from = 0; from < looks.length; from += LOOKS) {
    const own = looks.slice(Math.max(0, from - 1), from + LOOKS);
    const stretch = walk.stretch(own);
    for (const [index, look] of own.entries()) {
      ordered.set(look, stretch.ordered[index]!);
      if (index > 0) steps.set(look, stretch.steps[index - 1]!);
    }
  }
  return backlog.observations.map((seen, index): ReportObservation => {
    const step = steps.get(index) ?? null;
    return {
      at: toIso(seen.at),
      source: seen.run.source,
      rows: seen.run.rows,
      items: seen.items,
      backlog: walk.counts[index]!,
      ordered: ordered.get(index) ?? 0,
      survivors: step?.survivors ?? null,
      moves: step?.moved.length ?? null,
      discordance: step && discordanceOf(step),
    };
  });
};
