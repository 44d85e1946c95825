import type { Action } from "../../support/github/actions.ts";
import { type Ledger, NOTHING, type Sprint } from "./ledger.ts";
import { close, diceOf, HOUR, iso, MINUTE, openPlan, type Plan, reopen, SIZES } from "./plan.ts";

/**
 * A board shows only how things stand when it is read, and when each value was last changed: so between two readings
 * everything here changes at most once, and what is cleared is cleared when the next reading shows it.
 */
type Readings = {
  readings: readonly number[];
  /** What has changed since the last reading, by item and field. */
  changed: Set<string>;
};

const mayChange = (
  { readings, changed }: Readings,
  t: number,
  [id, field]: readonly [number, string],
): boolean => {
  const key = `${readings.findIndex((one) => one >= t)} ${id} ${field}`;
  if (changed.has(key)) return false;
  changed.add(key);
  return true;
};

const shownAt = ({ readings }: Readings, t: number): number => readings.find((one) => one >= t)!;

const resize = (plan: Plan, t: number, [id, size]: readonly [number, number | null]): void => {
  plan.act({ t, by: "ana" }, { do: "setNumber", card: id, field: "Points", value: size });
};

const assign = (plan: Plan, t: number, [id, sprint]: readonly [number, number | null]): void => {
  const iteration = sprint === null ? null : plan.sprints[sprint]!.title;
  plan.act({ t, by: "ana" }, { do: "setIteration", card: id, iteration });
};

const arrive = (plan: Plan, t: number, board: Readings): void => {
  const id = plan.next();
  const doing = { t, by: plan.person() };
  plan.ledger.items.set(id, { id, arrivedAt: t, split: false, steps: [{ t, stand: NOTHING }] });
  plan.act(doing, { do: "openIssue", issue: id });
  plan.act(doing, { do: "addToBoard", card: id });
  plan.deed(doing, id, "created");
  if (plan.dice.chance(0.2)) return;
  const size = plan.dice.pick(SIZES)!;
  mayChange(board, t + MINUTE, [id, "size"]);
  plan.later(t + MINUTE, (when) => {
    resize(plan, when, [id, size]);
    plan.put(id, when, { sizes: [size] });
  });
};

const setReady = (plan: Plan, t: number, id: number): void => {
  const doing = { t, by: plan.person() };
  const { labelled } = plan.stand(id);
  plan.act(doing, { do: "setStatus", card: id, status: labelled ? "Backlog" : "Ready" });
  plan.put(id, t, { labelled: !labelled });
  plan.deed(doing, id, "other");
};

const happen = (plan: Plan, t: number, board: Readings): void => {
  const { dice } = plan;
  const open = plan.list((_, { closed }) => closed === null);
  const running = plan.runningAt(t);
  const here = dice.pick(open.filter(({ steps }) => steps.at(-1)!.stand.sprint === running))?.id;
  const id = dice.pick(open)?.id;
  const what = dice.below(100);
  if (what < 22 || id === undefined) arrive(plan, t, board);
  else if (what < 45) {
    // Twice between two readings may leave the board as it was, and then nobody looks for the events.
    if (mayChange(board, t, [id, "status"])) setReady(plan, t, id);
  } else if (what < 58 && t > board.readings[0]!) {
    if (!mayChange(board, t, [id, "size"])) return;
    const size = dice.chance(0.8) ? dice.pick(SIZES)! : null;
    resize(plan, t, [id, size]);
    const when = size === null ? shownAt(board, t) : t;
    plan.later(when, () => plan.put(id, when, { sizes: size === null ? [] : [size] }));
  } else if (what < 75) {
    const sprint = dice.chance(0.8) ? Math.min(running + dice.below(2), plan.sprints.length - 1) : null;
    if (plan.stand(id).sprint === sprint || !mayChange(board, t, [id, "sprint"])) return;
    assign(plan, t, [id, sprint]);
    const when = sprint === null ? shownAt(board, t) : t;
    plan.later(when, () => plan.put(id, when, { sprint }));
  } else if (here !== undefined && what < 93) close(plan, t, [here, "finished"]);
  else if (what < 96) close(plan, t, [id, "dropped"]);
  else {
    const gone = dice.pick(plan.list((_, { closed }) => closed !== null));
    if (gone) reopen(plan, t, gone.id);
  }
};

/** A team on a board, from its first sprint on, and the instants at which its board was read. */
export const tellBoardStory = (options: {
  seed: number;
  sprints: readonly Sprint[];
  readings: readonly number[];
}): { actions: Action[]; ledger: Ledger; asOf: string } => {
  const { seed, sprints, readings } = options;
  const plan = openPlan({ sprints, dice: diceOf(seed) });
  const board: Readings = { readings, changed: new Set() };
  const asOf = readings.at(-1)!;
  for (const { start, end } of sprints)
    for (let n = 0; n < 24; n += 1) {
      // No two of them in one minute, and none at a reading.
      const t =
        start +
        HOUR +
        Math.floor((((end - start - 2 * HOUR) / 24) * (n + plan.dice.below(90) / 100)) / 300_000) * 300_000 +
        7_000;
      plan.later(t, (when) => happen(plan, when, board));
    }
  for (;;) {
    plan.queue.sort((a, b) => a.t - b.t);
    const next = plan.queue.shift();
    if (!next || next.t > asOf) break;
    next.run(next.t);
  }
  return { actions: plan.actions, ledger: plan.ledger, asOf: iso(asOf) };
};
