import { type Item, standAt } from "./ledger.ts";
import { isBacklog, type Place, placeAt, type World } from "./rule.ts";

export type Move = { item: Item; t: number; from: Place | null; to: Place; again: boolean };

/** Instants at which an item may come to stand elsewhere: what happened to it or its blockers, and sprints' borders. */
const instantsOf = ({ ledger, sprints, asOf }: World, item: Item): number[] => {
  const named = new Set(item.steps.flatMap(({ stand }) => stand.blockers));
  const others = [...named].flatMap((id) => (id === "elsewhere" ? [] : ledger.items.get(id)!.steps));
  const all = [...item.steps, ...others].map(({ t }) => t);
  const borders = sprints.flatMap(({ start, end }) => [start, end]);
  return [...new Set([...all, ...borders])]
    .filter((t) => t >= item.arrivedAt && t <= asOf)
    .sort((a, b) => a - b);
};

/** Until when an item that is left over at the end of its sprint counts as still in it, as it is carried over. */
const carriedUntil = (
  { sprints }: World,
  item: Item,
  instants: readonly number[],
  t: number,
): number | null => {
  const index = sprints.findIndex(({ end }) => end === t);
  const next = sprints[index + 1];
  if (index < 0 || !next || t <= item.arrivedAt) return null;
  const before = standAt(item, t - 1)!;
  if (before.closed !== null || before.sprint !== index) return null;
  for (const when of instants.filter((one) => one > t)) {
    const stand = standAt(item, when)!;
    if (stand.closed !== null || when >= next.end) return null;
    if (stand.sprint === index + 1) return when;
    if (stand.sprint !== index) return null;
  }
  return null;
};

/** Every change of an item's place, one after the other. */
export const movesOf = (world: World, item: Item): Move[] => {
  const instants = instantsOf(world, item);
  const moves: Move[] = [];
  let at: Place | null = null;
  let closedAt: number | null = null;
  let skipUntil: number | null = null;
  for (const t of instants) {
    if (skipUntil !== null && t < skipUntil) continue;
    skipUntil = null;
    const to = placeAt(world, item, t)!;
    if (at === "sprint" && isBacklog(to)) {
      skipUntil = carriedUntil(world, item, instants, t);
      if (skipUntil !== null) continue;
    }
    const closing = standAt(item, t)!.closedAt;
    if (to !== at) {
      const again = closing !== null && closing === closedAt;
      moves.push({ item, t, from: at, to, again });
    }
    at = to;
    closedAt = closing;
  }
  return moves;
};
