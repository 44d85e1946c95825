import { placesOf, type Seen } from "../observations.ts";
import type { Span } from "../spans.ts";
import { headReader, type IsLast } from "./head.ts";
import { orderLine, type Passage } from "./line.ts";
import { presenceAt } from "./presence.ts";
import { rearrangement } from "./rearrangement.ts";
import { type Stable, stableMoves } from "./stable.ts";

/** How the order of the Product Backlog changed from one look to the next. */
type Step = {
  /** Ids with a place in both. */
  survivors: number;
  /** Ids that were dragged, in the new order, and how many places among the survivors, without sign. */
  moved: { id: string; distance: number }[];
  /** Pairs of survivors that stand in the opposite order. */
  inversions: number;
  /** The same counted over ids that are in the head of either order; `null` where a head is not known. */
  head: { survivors: number; moved: number } | null;
};

/** Where the head of the order ends at an instant; `null`: not known. */
export type HeadAt = (at: number) => IsLast | null;

/** The order of the Product Backlog at a few looks in a row. */
export type Stretch = {
  /** How many items have a place, at each look. */
  ordered: readonly number[];
  /** From each look to the next: one less than looks. */
  steps: readonly Step[];
  /**
   * Moves counted over the ids that have a place at every look: from each to the next, and from the first to the last.
   * To be asked before the walk goes on.
   */
  stable: () => Stable;
};

/** How a look at the order differs from the look before. */
export type Compared = {
  before: number;
  survivors: number;
  moves: number;
  inversions: number;
};

export type OrderWalk = {
  /** Items in the Product Backlog at each observation, with a place or without. */
  counts: readonly number[];
  /** How many items have a place, at each look that any walk of this backlog has come to. */
  ordered: ReadonlyMap<number, number>;
  /** By look what any walk of this backlog has found; what one metric has compared, no other compares again. */
  compared: ReadonlyMap<number, Compared>;
  /** Walks on to these looks: ascending indexes of observations, from the last of the stretch before at the earliest. */
  stretch: (looks: readonly number[], headAt?: HeadAt) => Stretch;
};

type Source = {
  items: ReadonlyMap<string, { id: string; spans: readonly Span[] }>;
  observations: readonly Seen[];
};

/** All that happens to orders and the Product Backlog, by observation: what every walk goes over. */
const layGround = ({ items, observations }: Source) => {
  const places = placesOf(observations);
  const instants = observations.map(({ at }) => at);
  // Slots are numbered by the order; items that never had a place come behind, since they count all the same.
  const placed = new Set(places.names);
  const others = [...items.values()].filter(({ id }) => !placed.has(id));
  const histories = [...places.names.map((id) => items.get(id)), ...others];
  const spans = histories.map((item) => item?.spans ?? []);
  const { turns, counts } = presenceAt(spans, instants);
  const known = { ordered: new Map<number, number>(), compared: new Map<number, Compared>() };
  return { ...places, ...known, spans, turns, instants, counts };
};

const grounds = new WeakMap<Source["items"], ReturnType<typeof layGround>>();

/** Laid once for a backlog, however often it is walked. */
const groundOf = (source: Source): ReturnType<typeof layGround> => {
  const known = grounds.get(source.items);
  if (known) return known;
  const laid = layGround(source);
  grounds.set(source.items, laid);
  return laid;
};

/**
 * Walks through the orders that the observations show, each less what is not in the Product Backlog then. Of 19,000
 * ids ten are dragged a day: only what comes, goes or is dragged is ever looked at, and the head.
 */
export const orderWalk = (source: Source): OrderWalk => {
  const { slots, edits, turns, names, spans, instants, counts, ...known } = groundOf(source);
  const count = spans.length;
  const line = orderLine({ slots, edits, turns, count });
  const { shown } = line;
  const heads = headReader({ shown, slots, spans });

  return {
    counts,
    ...known,
    stretch: (looks, headAt = () => null) => {
      const headNow = (look: number): number | null => {
        const isLast = headAt(instants[look]!);
        return isLast === null ? null : heads.read(instants[look]!, isLast);
      };
      const ordered: number[] = [];
      const arriveAt = (look: number, passage: Passage): number | null => {
        line.arrive(passage);
        ordered.push(shown.ranks.total());
        known.ordered.set(look, shown.ranks.total());
        return headNow(look);
      };
      let top = arriveAt(looks[0]!, line.leave(looks[0]!));
      const passages: Passage[] = [];
      const stepTo = (look: number, before: number): Step => {
        const passage = line.leave(look);
        const survivors = shown.ranks.total() + passage.drags.length;
        const rearranged = rearrangement(passage.drags, shown.ranks);
        const moved = rearranged.moved();
        const inversions = rearranged.inversions();
        const next = arriveAt(look, passage);
        const ends = top === null || next === null ? null : { before: top, after: next };
        const head = ends && heads.compare(ends, { ...passage, moved });
        top = next;
        passages.push(passage);
        known.compared.set(look, { before, survivors, moves: moved.length, inversions });
        const named = moved.map(({ to, distance }) => ({ id: names[slots[to]!]!, distance }));
        return { survivors, moved: named, inversions, head };
      };
      const steps = looks.slice(1).map((look, index) => stepTo(look, looks[index]!));
      return { ordered, steps, stable: () => stableMoves(line, passages) };
    },
  };
};
