import type { Action } from "./actions.ts";
import { apply } from "./apply.ts";
import { instantOf } from "./lookup.ts";
import { openSeed, type Seed } from "./seed.ts";
import type { WorldState } from "./state.ts";

/** A world that can be looked at as it was at any instant. Nothing in it changes: `open` makes a new state. */
export interface World {
  /** Its clock: the last action, or the instant it was asked for. */
  readonly now: string;
  readonly open: () => WorldState;
  /** The same world as it was at an instant, actions of that second included. */
  readonly until: (instant: string) => World;
  /** The same world after more was done in it. */
  readonly more: (actions: readonly Action[]) => World;
}

const world = (seed: Seed, { actions, now }: { actions: readonly Action[]; now: string }): World => ({
  now,
  open: () => {
    const state = openSeed(seed, now);
    for (const action of actions) if (instantOf(action.at) <= now) apply(state, action);
    return state;
  },
  until: (instant) => world(seed, { actions, now: instantOf(instant) }),
  more: (further) => script(seed, [...actions, ...further]),
});

/**
 * The world that a script of dated actions makes out of a seed. Throws where the script goes back in time.
 * @example script({ labels: ["ready"] }, [{ at: "2026-01-05", do: "openIssue", issue: 1, labels: ["ready"] }])
 */
export const script = (seed: Seed, actions: readonly Action[]): World => {
  const times = actions.map(({ at }) => instantOf(at));
  const back = times.findIndex((at, n) => n > 0 && at < (times[n - 1] ?? at));
  if (back >= 0) throw new Error(`action ${back} of the script goes back in time, to ${times[back]}`);
  return world(seed, { actions, now: times.at(-1) ?? instantOf(seed.createdAt ?? "2025-01-01") });
};
