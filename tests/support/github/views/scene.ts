import type { Sight } from "../sight.ts";
import type { WorldState } from "../state.ts";

export interface RateView {
  readonly cost: number;
  readonly limit: number;
  readonly remaining: number;
  readonly used: number;
  readonly resetAt: string;
  readonly nodeCount: number;
}

/** What an answer depends on: the world, who asks, and what it costs. */
export interface Scene {
  readonly state: WorldState;
  readonly sight: Sight;
  readonly rate: RateView | null;
  /** Types that the server is too old for: no timeline shows them. */
  readonly missing: ReadonlySet<string>;
}

/** An object as the schema sees it: values, and functions for what is only worked out when it's asked for. */
export type View = Readonly<Record<string, unknown>>;
