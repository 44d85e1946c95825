import type { Facts } from "./facts.ts";

/** How a sequence of ids became the next: take `out` out, then put each id behind another (`null`: on top). */
export type OrderEdit = { out: readonly string[]; put: readonly (readonly [string, string | null])[] };

type Seen = { run: number; at: string };

/** One line of `changes/`. Replaying all of them gives the items and the order. */
export type Change =
  | (Seen & { id: string; new: Facts })
  | (Seen & { id: string; set: Partial<Facts>; back?: true })
  | (Seen & { id: string; gone: true })
  | (Seen & { order: OrderEdit });
