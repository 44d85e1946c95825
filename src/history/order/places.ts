import type { OrderEdit } from "../../model/change.ts";

/** What an edit does: slots that go out, then slots that come in, each at a place of its own. */
type PlacedEdit = { out: readonly number[]; put: readonly (readonly [slot: number, place: number])[] };

/** All orders of a history in one line of places. */
export type OrderPlaces = {
  /** Ids that ever had a place, by their slot. */
  names: readonly string[];
  /** The slot that each place is for, first to last. */
  slots: Int32Array;
  edits: readonly (PlacedEdit | null)[];
};

/** What the first place stands behind. */
const TOP = 0;
const MISFIT = "an order edit puts items behind ids that are not in the order";

/**
 * Lays all orders of a history in one line. Whatever is put in has a place there, which stays empty before and after:
 * what is in the order at any time then stands in the order of its places, and nothing ever moves up or down.
 * @throws Error on an edit that cannot follow: the history is damaged.
 */
export const orderPlaces = (edits: readonly (OrderEdit | null)[]): OrderPlaces => {
  const names: string[] = [];
  const slotBy = new Map<string, number>();
  const slotOf = (id: string): number => {
    const known = slotBy.get(id);
    if (known !== undefined) return known;
    slotBy.set(id, names.length);
    return names.push(id) - 1;
  };
  /** Places are linked in the order in which they are put in: of each the one behind it, and its slot. */
  const behind: number[] = [TOP];
  const slotAt: number[] = [-1];
  /** By slot its link, while it is in. */
  const links: number[] = [];
  const linkOf = (id: string): number => {
    const link = links[slotOf(id)];
    if (link === undefined || link === TOP) throw new Error(MISFIT);
    return link;
  };
  const put = (id: string, previous: string | null): readonly [number, number] => {
    const slot = slotOf(id);
    if (links[slot]) throw new Error("an order edit puts in an item that is there already");
    const left = previous === null ? TOP : linkOf(previous);
    const link = behind.push(behind[left]!) - 1;
    behind[left] = link;
    slotAt.push(slot);
    links[slot] = link;
    return [slot, link];
  };
  const takeOut = (id: string): number => {
    const slot = slotAt[linkOf(id)]!;
    links[slot] = TOP;
    return slot;
  };
  const linked = edits.map(
    (edit) =>
      edit && { out: edit.out.map(takeOut), put: edit.put.map(([id, previous]) => put(id, previous)) },
  );
  const slots = new Int32Array(behind.length - 1);
  const placeOf = new Int32Array(behind.length);
  let length = 0;
  for (let link = behind[TOP]!; link !== TOP; link = behind[link]!) {
    placeOf[link] = length;
    slots[length] = slotAt[link]!;
    length += 1;
  }
  return {
    names,
    slots,
    edits: linked.map(
      (edit) => edit && { ...edit, put: edit.put.map(([slot, link]) => [slot, placeOf[link]!] as const) },
    ),
  };
};

/** Orders by the index of their edit. The last one is kept: thousands of orders of thousands of ids are not. */
export const ordersOf = ({ names, slots, edits }: OrderPlaces): ((index: number) => readonly string[]) => {
  const isTaken = new Uint8Array(slots.length);
  const placeOf = new Int32Array(names.length);
  let applied = 0;
  let kept: readonly string[] | null = null;
  const apply = ({ out, put }: PlacedEdit): void => {
    for (const slot of out) isTaken[placeOf[slot]!] = 0;
    for (const [slot, place] of put) {
      isTaken[place] = 1;
      placeOf[slot] = place;
    }
    kept = null;
  };
  return (index) => {
    if (applied > index + 1) {
      isTaken.fill(0);
      [applied, kept] = [0, null];
    }
    for (; applied <= index; applied += 1) {
      const edit = edits[applied];
      if (edit) apply(edit);
    }
    if (kept !== null) return kept;
    const ids: string[] = [];
    for (let place = 0; place < slots.length; place += 1)
      if (isTaken[place] === 1) ids.push(names[slots[place]!]!);
    kept = ids;
    return ids;
  };
};
