import { type RankTree, rankTree } from "../../lib/rank-tree.ts";

/** A line of numbered places, of which some are taken. */
export type TakenPlaces = {
  take: (place: number) => void;
  free: (place: number) => void;
  /** Counts those that are taken. */
  ranks: RankTree;
  /** The first taken place; the length of the line where there is none. */
  first: () => number;
  /** The next taken place behind one that is taken, or the length of the line. */
  next: (place: number) => number;
};

/** Links lead from each taken place to the next, so that to go along them costs only what is passed. */
export const takenPlaces = (length: number): TakenPlaces => {
  const ranks = rankTree(length);
  /** What stands behind the last place and before the first one. */
  const end = length;
  const after = new Int32Array(length + 1).fill(end);
  const previous = new Int32Array(length + 1).fill(end);
  const join = (left: number, right: number): void => {
    after[left] = right;
    previous[right] = left;
  };
  return {
    take: (place) => {
      const rank = ranks.before(place);
      const left = rank === 0 ? end : ranks.at(rank - 1);
      join(place, after[left]!);
      join(left, place);
      ranks.add(place, 1);
    },
    free: (place) => {
      join(previous[place]!, after[place]!);
      ranks.add(place, -1);
    },
    ranks,
    first: () => after[end]!,
    next: (place) => after[place]!,
  };
};
