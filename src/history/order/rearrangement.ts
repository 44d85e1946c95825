import { heaviestIncreasing } from "../../lib/heaviest.ts";
import { countInversions } from "../../lib/inversions.ts";
import type { RankTree } from "../../lib/rank-tree.ts";

/** A slot that is taken from one place and put at another. */
export type Drag = { slot: number; from: number; to: number };

/**
 * An id that moved past others, whether it was dragged or those were: from where to where in the line, and how many
 * places among those that survive, without sign.
 */
type Moved = { from: number; to: number; distance: number };

/** What drags do to an order. */
export type Rearrangement = {
  /** Fewest ids whose moving explains it. */
  moves: number;
  /** Those ids, in the new order. */
  moved: () => Moved[];
  /** Pairs that stand in the opposite order. */
  inversions: () => number;
};

/** One id that is dragged, or all that stay between two places from or to which others are dragged. */
type Block = {
  weight: number;
  drag: Drag | null;
  /** Of those that stay, how many stand before. */
  rank: number;
  /** In the old order: how many blocks and how many ids stand before. */
  index: number;
  start: number;
};

/** What is dragged and what stays in between, in the new order. */
const blocksOf = (drags: readonly Drag[], staying: RankTree): Block[] => {
  const dragged = drags.map((drag): Block => ({ weight: 1, drag, rank: 0, index: 0, start: 0 }));
  const olds = dragged.toSorted((a, b) => a.drag!.from - b.drag!.from);
  const news = dragged.toSorted((a, b) => a.drag!.to - b.drag!.to);
  const after: Block[] = [];
  let [rank, index, start] = [0, 0, 0];
  const standNext = (block: Block): void => {
    block.index = index;
    block.start = start;
    index += 1;
    start += block.weight;
  };
  const stayUpTo = (next: number): void => {
    if (next === rank) return;
    const block: Block = { weight: next - rank, drag: null, rank, index, start };
    standNext(block);
    after.push(block);
    rank = next;
  };
  let [left, right] = [0, 0];
  while (left < olds.length || right < news.length) {
    const from = olds[left]?.drag?.from ?? Number.POSITIVE_INFINITY;
    const to = news[right]?.drag?.to ?? Number.POSITIVE_INFINITY;
    stayUpTo(staying.before(Math.min(from, to)));
    if (from < to) standNext(olds[left++]!);
    else after.push(news[right++]!);
  }
  stayUpTo(staying.total());
  return after;
};

/** Blocks that are neighbours in both orders: from which to before which, as they stand in the new one. */
type Run = {
  from: number;
  to: number;
  weight: number;
  shift: number;
  /** Its place among the runs in the old order. */
  value: number;
};

const runsOf = (after: readonly Block[]): Run[] => {
  const runs: Run[] = [];
  let place = 0;
  let last = -2;
  for (let at = 0; at < after.length; at += 1) {
    const { index, start, weight } = after[at]!;
    if (index === last + 1 && runs.length > 0) {
      const run = runs[runs.length - 1]!;
      run.to = at + 1;
      run.weight += weight;
    } else runs.push({ from: at, to: at + 1, weight, shift: Math.abs(place - start), value: 0 });
    last = index;
    place += weight;
  }
  const beginning = new Array<Run | null>(after.length).fill(null);
  for (const run of runs) beginning[after[run.from]!.index] = run;
  let value = 0;
  for (const run of beginning) {
    if (run === null) continue;
    run.value = value;
    value += 1;
  }
  return runs;
};

/**
 * Compares an order with the one that drags make of it, as `movesBetween` compares two lists of ids, in the time of
 * the drags: what stays is never looked at one by one.
 * @param staying the places of the ids that are not dragged
 */
export const rearrangement = (drags: readonly Drag[], staying: RankTree): Rearrangement => {
  if (drags.length === 0) return { moves: 0, moved: () => [], inversions: () => 0 };
  const blocks = blocksOf(drags, staying);
  const runs = runsOf(blocks);
  const values = runs.map(({ value }) => value);
  const sizes = runs.map(({ weight }) => weight);
  const kept = heaviestIncreasing(values, sizes);
  let next = 0;
  const movedRuns = runs.filter((_, index) => {
    if (index !== kept[next]) return true;
    next += 1;
    return false;
  });
  return {
    moves: movedRuns.reduce((total, { weight }) => total + weight, 0),
    moved: () => {
      const moved: Moved[] = [];
      for (const { from, to, shift: distance } of movedRuns) {
        for (const { drag, rank, weight } of blocks.slice(from, to)) {
          if (drag) moved.push({ from: drag.from, to: drag.to, distance });
          for (let next = rank; drag === null && next < rank + weight; next += 1) {
            const place = staying.at(next);
            moved.push({ from: place, to: place, distance });
          }
        }
      }
      return moved;
    },
    inversions: () => countInversions(values, sizes),
  };
};
