import { longestIncreasing } from "../../../src/lib/lis.ts";
import { plural, shown } from "../../../src/lib/words.ts";
import type { Observation } from "../../../src/model/observation.ts";
import { type Advice, note } from "./advice.ts";

/** An export with less than this share of the last one's items is pointed at, long before it is held back or not. */
const FAR_FEWER = 0.7;

/** Rows that stand elsewhere than their rank says, as a share, from which the file was surely sorted by something else. */
const ELSEWHERE = 0.05;

/** Far fewer items than in the export before. */
export const shrinking = (observations: readonly Observation[]): Advice[] =>
  observations.flatMap((one, index) => {
    const before = observations[index - 1];
    if (before === undefined || one.items.size >= FAR_FEWER * before.items.size) return [];
    return [
      {
        where: one.source,
        text: `${plural(one.items.size, "item")} where ${before.source} had ${shown(before.items.size)}. Was the filter narrower?`,
      },
    ];
  });

/** Whether the rows stand in the order of the rank. They need not: it only shows by what the file was sorted. */
export const rowOrder = ({ source, items, order }: Observation): Advice[] => {
  // A document has no rows that somebody could have sorted.
  if (order === null || order.length < 2 || /\.(json|jsonl|ndjson)$/i.test(source)) return [];
  const places = new Map(order.map((id, place) => [id, place]));
  const rows = [...items.keys()].flatMap((id) => places.get(id) ?? []);
  const elsewhere = rows.length - longestIncreasing(rows).length;
  if (elsewhere <= ELSEWHERE * rows.length) return [];
  return [
    note(
      `${source}: the rows are not in the order of the rank (${shown(elsewhere)} of ${shown(rows.length)} stand elsewhere). The rank counts, unless source.exports.order is rows.`,
    ),
  ];
};
