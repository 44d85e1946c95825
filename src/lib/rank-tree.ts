/** Counts at numbered places, and how many there are before each of them. */
export type RankTree = {
  add: (place: number, count: number) => void;
  total: () => number;
  /** What is counted before a place. */
  before: (place: number) => number;
  /** The place of the one that so many others are counted before. */
  at: (rank: number) => number;
};

/** A Fenwick tree: each answer and each change costs the logarithm of the number of places. */
export const rankTree = (places: number): RankTree => {
  const tree = new Int32Array(places + 1);
  const widest = 2 ** Math.floor(Math.log2(Math.max(1, places)));
  let total = 0;
  return {
    add: (place, count) => {
      total += count;
      for (let at = place + 1; at <= places; at += at & -at) tree[at]! += count;
    },
    total: () => total,
    before: (place) => {
      let count = 0;
      for (let at = place; at > 0; at -= at & -at) count += tree[at]!;
      return count;
    },
    at: (rank) => {
      let place = 0;
      let left = rank;
      for (let width = widest; width > 0; width >>= 1) {
        const next = place + width;
        if (next > places || tree[next]! > left) continue;
        place = next;
        left -= tree[next]!;
      }
      return place;
    },
  };
};
