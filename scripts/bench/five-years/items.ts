import type { Change } from "../../../src/model/change.ts";
import { type Facts, NO_FACTS } from "../../../src/model/facts.ts";
import type { Dice } from "../../demo/dice.ts";

/** The items of a large team, and what was changed of them today: one change an item, as one look shows it. */
export type Items = {
  facts: ReadonlyMap<string, Facts>;
  open: ReadonlySet<string>;
  set: (id: string, values: Partial<Facts>) => void;
  create: (at: string, given?: Partial<Facts>) => string;
  /** What today brought, as the store keeps it; tomorrow begins with nothing. */
  endDay: (run: number, at: string) => Change[];
};

const DAYS_BEFORE = 1_000;
const DAY = 86_400_000;
const SIZES = [1, 2, 3, 5, 8, 13] as const;

/** Story points, small ones more often. */
export const estimateOf = (dice: Dice): number => SIZES[Math.min(dice.whole(0, 5), dice.whole(0, 5))]!;

export const refined = (dice: Dice): Partial<Facts> => ({
  estimate: estimateOf(dice),
  described: true,
  acceptanceCriteria: true,
});

export const done = (at: string): Partial<Facts> => ({
  status: "Done",
  category: "done",
  categoryAt: at,
  resolution: "Done",
  resolvedAt: at,
});

/** @param options.before items that were there before the first look, most of them done long ago */
export const manyItems = (options: { dice: Dice; first: number; before: number }): Items => {
  const { dice, first, before } = options;
  const facts = new Map<string, Facts>();
  const open = new Set<string>();
  const created = new Map<string, Facts>();
  const changed = new Map<string, Partial<Facts>>();
  const create: Items["create"] = (at, given = {}) => {
    const id = `HAR-${facts.size + 1}`;
    const one: Facts = {
      ...NO_FACTS,
      type: dice.chance(0.2) ? "Bug" : "Story",
      subtask: false,
      status: "Backlog",
      category: "todo",
      createdAt: at,
      labels: [],
      acceptanceCriteria: false,
      described: dice.chance(0.5),
      blocked: false,
      ...given,
    };
    facts.set(id, one);
    created.set(id, one);
    if (one.category !== "done") open.add(id);
    return id;
  };
  const daysAgo = (days: number): string =>
    `${new Date(first - days * DAY).toISOString().slice(0, 10)}T10:00:00Z`;
  for (let index = 0; index < before; index += 1) {
    const ago = Math.ceil(((before - index) / before) * DAYS_BEFORE);
    const isDone = dice.chance(0.7);
    const isReady = !isDone && dice.chance(0.06);
    create(daysAgo(ago), {
      ...(isDone || isReady ? refined(dice) : {}),
      ...(isDone ? done(daysAgo(dice.whole(1, ago))) : isReady ? { status: "Ready" } : {}),
    });
  }
  return {
    facts,
    open,
    create,
    set: (id, values) => {
      facts.set(id, { ...facts.get(id)!, ...values });
      if (values.category === "done") open.delete(id);
      if (created.has(id)) created.set(id, facts.get(id)!);
      else changed.set(id, { ...changed.get(id), ...values });
    },
    endDay: (run, at) => {
      const changes: Change[] = [...created].map(([id, one]) => ({ run, at, id, new: one }));
      for (const [id, set] of changed) changes.push({ run, at, id, set });
      created.clear();
      changed.clear();
      return changes;
    },
  };
};
