import { createHash } from "node:crypto";
import { emptyHistory, type History } from "../../../src/history/record.ts";
import { applyChange } from "../../../src/history/state.ts";
import { toIso } from "../../../src/lib/dates.ts";
import { FIELDS } from "../../../src/model/facts.ts";
import type { Run } from "../../../src/model/run.ts";
import type { Session } from "../../../src/model/session.ts";
import { type Dice, diceOf } from "../../demo/dice.ts";
import { done, estimateOf, type Items, manyItems, refined } from "./items.ts";
import { dailyOrder } from "./order.ts";
import { poolOf } from "./pool.ts";
import { FIRST_DAY, PLANNED, SPRINT_DAYS } from "./team.ts";

const DAY = 86_400_000;
const HOUR = 3_600_000;
const FIRST = Date.parse(`${FIRST_DAY}T00:00:00Z`);

/** How much history: so many items and changes, and so many sprints. */
export type Scale = { wide: number; sprints: number };
export const FIVE_YEARS: Scale = { wide: 1, sprints: 130 };

/** Items that are there before the first look, that arrive (and are refined, begun and finished) a day, and that are merely touched. */
const BEFORE = 10_000;
const ARRIVALS = 5;
const RE_ESTIMATED = 6;
const TOUCHED = 70;
const DRAGS = 6;

const runOf = (run: number, options: { at: string; items: number; changes: number }): Run => ({
  run,
  at: options.at,
  source: `exports/${options.at.slice(0, 10)}.csv`,
  // As hard to pack as a real one.
  sha256: createHash("sha256").update(`${run}`).digest("hex"),
  settings: "0123456789ab",
  state: "accepted",
  rows: options.items,
  items: options.items,
  skipped: {},
  fields: FIELDS,
  assumed: [],
  ordered: true,
  missing: null,
  changes: options.changes,
  findings: [],
});

/** One working day: some items are refined, begun and finished, others merely touched. */
const work = (items: Items, options: { dice: Dice; at: string; day: number; wide: number }): void => {
  const { dice, at, day, wide } = options;
  const sprint = Math.floor(day / SPRINT_DAYS) + 1;
  const { unready, ready, planned, begun } = poolOf(items, sprint);
  const some = (list: string[], count: number): string[] =>
    Array.from({ length: Math.min(count, list.length) }, () => {
      const index = dice.whole(0, list.length - 1);
      const id = list[index]!;
      list[index] = list.at(-1)!;
      list.pop();
      return id;
    });
  if (day % SPRINT_DAYS === SPRINT_DAYS - 2)
    for (const id of some(ready, PLANNED * wide)) items.set(id, { sprint: `Sprint ${sprint + 1}` });
  for (const id of some(begun, ARRIVALS * wide)) items.set(id, done(at));
  for (const id of some(planned, ARRIVALS * wide))
    items.set(id, { status: "In Progress", category: "doing", categoryAt: at });
  for (const id of some(unready, ARRIVALS * wide)) items.set(id, { ...refined(dice), status: "Ready" });
  for (const id of some(ready, RE_ESTIMATED * wide)) items.set(id, { estimate: estimateOf(dice) });
  for (const id of some(unready, TOUCHED * wide)) {
    const { blocked, described } = items.facts.get(id)!;
    items.set(id, dice.chance(0.5) ? { blocked: !blocked } : { described: !described });
  }
};

/** A history of daily looks, the same on every run: with the default scale five years, 192,000 changes, 19,000 items. */
export const simulate = (scale: Scale): { history: History; asOf: number } => {
  const dice = diceOf(0.42);
  const { wide, sprints } = scale;
  const items = manyItems({ dice, first: FIRST, before: BEFORE * wide });
  const order = dailyOrder([...items.facts.keys()], dice);
  const history = emptyHistory();
  const days = sprints * SPRINT_DAYS;
  for (let day = 0; day < days; day += 1) {
    const midnight = FIRST + day * DAY;
    const at = toIso(midnight + 18 * HOUR);
    const arrived = Array.from({ length: day === 0 ? 0 : ARRIVALS * wide }, () =>
      items.create(toIso(midnight + 9 * HOUR)),
    );
    if (day > 0) work(items, { dice, at: toIso(midnight + 16 * HOUR), day, wide });
    const edit =
      day === 0 ? order.start : order.rearrange({ arrived, open: [...items.open], drags: DRAGS * wide });
    const run = day + 1;
    const changes = items.endDay(run, at);
    changes.push({ run, at, order: edit });
    for (const change of changes) history.changes.push(change);
    history.runs.push(runOf(run, { at, items: items.facts.size, changes: changes.length }));
  }
  for (const change of history.changes) if (!("order" in change)) applyChange(history.state, change);
  history.state.order = order.ids();
  return { history, asOf: FIRST + days * DAY - HOUR };
};

/** An hour of refinement a week, up to as-of. */
export const weeklySessions = (asOf: number): Session[] => {
  const sessions: Session[] = [];
  for (let at = FIRST + 2 * DAY; at <= asOf; at += 7 * DAY)
    sessions.push({ day: toIso(at).slice(0, 10), minutes: 60, people: 7 });
  return sessions;
};
