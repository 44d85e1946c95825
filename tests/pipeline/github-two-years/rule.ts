import { estimateOf, type Item, type Ledger, type Sprint, type Standing, standAt } from "./ledger.ts";

/** The checks of a ready rule that the stories know of. */
export type Check = "labels" | "estimate" | "acceptanceCriteria" | "notBlocked";

export type Place = "ready" | "unready" | "sprint" | "finished" | "dropped";

export type World = {
  ledger: Ledger;
  sprints: readonly Sprint[];
  rule: readonly Check[];
  asOf: number;
  /** As the team says; else as most finished items have it. */
  unit?: "points" | "items";
};

const isBlocked = ({ ledger }: World, { blockers }: Standing, t: number): boolean =>
  blockers.some(
    (blocker) => blocker === "elsewhere" || standAt(ledger.items.get(blocker)!, t)?.closed === null,
  );

/** Whether an item passes every check at t, wherever it stands. */
export const passes = (world: World, item: Item, t: number): boolean => {
  const stand = standAt(item, t)!;
  const checks: Record<Check, boolean> = {
    labels: stand.labelled,
    estimate: estimateOf(stand) !== null,
    acceptanceCriteria: stand.criteria,
    notBlocked: !isBlocked(world, stand, t),
  };
  return world.rule.every((check) => checks[check]);
};

export const isOpenAt = (item: Item, t: number): boolean => standAt(item, t)?.closed === null;

/** Where an item is at t; null before it exists. */
export const placeAt = (world: World, item: Item, t: number): Place | null => {
  const stand = standAt(item, t);
  if (stand === null) return null;
  if (stand.closed !== null) return stand.closed;
  const sprint = stand.sprint === null ? undefined : world.sprints[stand.sprint];
  if (sprint && sprint.start <= t && t < sprint.end) return "sprint";
  return passes(world, item, t) ? "ready" : "unready";
};

export const isBacklog = (place: Place | null): boolean => place === "ready" || place === "unready";
